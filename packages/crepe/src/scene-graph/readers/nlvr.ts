import { InputError, parseJson } from "@observatory/core";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { assembleGraph, type ImageGraph, type SourceObject, type SourceRelation } from "./assemble-graph.ts";

const shapeSchema = z.object({
  x_loc: z.number(),
  y_loc: z.number(),
  size: z.number(),
  type: z.string(),
  color: z.string(),
});

const itemSchema = z.object({
  identifier: z.string(),
  image: z.string(),
  sentence: z.string(),
  label: z.boolean(),
  structured_rep: z.array(z.array(shapeSchema)).length(3),
  /** Index in `structured_rep` of the box drawn at the left, in the middle, at the right. */
  box_order: z.array(z.number().int().min(0).max(2)).length(3),
});

/** A drawn image, known completely, with a sentence that is true or false of it. */
export interface NlvrItem extends ImageGraph {
  readonly identifier: string;
  readonly sentence: string;
  readonly label: boolean;
}

const imageSize = { width: 400, height: 100 };
const boxSide = 100;
const boxStep = 150;
const boxNames = ["left", "middle", "right"];
const colours: ReadonlyMap<string, string> = new Map([["#0099ff", "blue"]]);
const sizes: ReadonlyMap<number, string> = new Map([
  [10, "small"],
  [20, "medium"],
  [30, "large"],
]);

/**
 * Reads NLVR (Suhr et al. 2017) as JSON lines whose items hold `structured_rep` and `box_order`.
 *
 * The graph is the whole image, so what it does not hold is false: three boxes ("left", "middle", "right"), ids b0 to
 * b2, and their shapes, ids s0, s1 ..., each with colour and size and "in" its box, all in pixels of the image. Throws
 * InputError with file and line where an item is not of the shape.
 */
export async function* readNlvr(path: string): AsyncGenerator<NlvrItem> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    const json = parseJson(text);
    const item = itemSchema.safeParse(json.ok ? json.value : null);
    if (!item.success) throw new InputError(`${path}:${line}: not an NLVR item`);
    const { identifier, sentence, label } = item.data;
    yield { identifier, sentence, label, ...toGraph(item.data) };
  }
}

function toGraph({ image, structured_rep, box_order }: z.infer<typeof itemSchema>): ImageGraph {
  const objects: SourceObject[] = [];
  const relations: SourceRelation[] = [];
  for (const [place, index] of box_order.entries()) {
    const left = place * boxStep;
    const box = `b${place}`;
    objects.push({
      id: box,
      name: "box",
      attributes: [boxNames[place] ?? ""],
      box: { x: left, y: 0, width: boxSide, height: boxSide },
    });
    for (const { x_loc, y_loc, size, type, color } of structured_rep[index] ?? []) {
      const shape = `s${objects.length - place - 1}`;
      objects.push({
        id: shape,
        name: type,
        attributes: [colours.get(color) ?? color, sizes.get(size) ?? String(size)],
        box: { x: left + x_loc, y: y_loc, width: size, height: size },
      });
      relations.push({ subject: shape, predicate: "in", object: box });
    }
  }
  return assembleGraph({ image, ...imageSize }, objects, relations);
}
