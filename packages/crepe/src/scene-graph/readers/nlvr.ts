import { InputError, parseJson } from "@observatory/core";
import { z } from "zod";
import { readLines } from "../../interchange/read-lines.ts";
import {
  assembleGraph,
  type GraphLoss,
  type ImageGraph,
  type SourceObject,
  type SourceRelation,
} from "./assemble-graph.ts";

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

export interface ReadNlvrOptions {
  /** Told of each line that is no item; without it the first such line is an error. */
  readonly onLoss?: (loss: GraphLoss) => void;
  readonly signal?: AbortSignal;
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
 * InputError with file and line where an item is not of the shape, unless someone is told of it.
 */
export async function* readNlvr(
  path: string,
  { onLoss, signal }: ReadNlvrOptions = {},
): AsyncGenerator<NlvrItem> {
  for await (const line of readLines(path, { signal })) {
    if (line.ok && line.text.trim() === "") continue;
    const json = line.ok ? parseJson(line.text) : null;
    const item = itemSchema.safeParse(json?.ok === true ? json.value : null);
    if (item.success) {
      const { identifier, sentence, label } = item.data;
      yield { identifier, sentence, label, ...toGraph(item.data) };
    } else {
      const place = `${path}:${line.line}`;
      if (onLoss === undefined)
        throw new InputError(`${place}: ${line.ok ? "not an NLVR item" : line.reason}`);
      onLoss({ reason: line.ok ? "unreadable" : "cut-short", place });
    }
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
