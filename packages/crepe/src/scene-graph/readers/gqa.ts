import { z } from "zod";
import { assembleGraph, type ImageGraph } from "./assemble-graph.ts";
import { readJsonElements, type ReadJsonElementsOptions } from "./read-json-elements.ts";

const number = z.number();
const imageSchema = z.object({
  width: number.nullish(),
  height: number.nullish(),
  objects: z.record(
    z.string(),
    z.object({
      name: z.string().nullish(),
      x: number.nullish(),
      y: number.nullish(),
      w: number.nullish(),
      h: number.nullish(),
      attributes: z.array(z.string()).nullish(),
      relations: z.array(z.object({ name: z.string(), object: z.string() })).nullish(),
    }),
  ),
});

/**
 * Reads GQA scene graphs (Hudson and Manning 2019), an object keyed by image id, one image at a time.
 *
 * An image that is not of the published shape gives an empty graph with the loss `unreadable`.
 */
export async function* readGqa(
  path: string,
  options: ReadJsonElementsOptions = {},
): AsyncGenerator<ImageGraph> {
  for await (const { key, value } of readJsonElements(path, options)) {
    const image = imageSchema.safeParse(value);
    if (!image.success) {
      yield {
        image: key,
        width: null,
        height: null,
        graph: { objects: [], relations: [] },
        losses: [{ reason: "unreadable", place: key }],
      };
      continue;
    }
    const { width = null, height = null, objects } = image.data;
    const entries = Object.entries(objects);
    yield assembleGraph(
      { image: key, width, height },
      entries.map(([id, { name, attributes, x, y, w, h }]) => ({
        id,
        name: name ?? "",
        attributes: attributes ?? [],
        box: x == null || y == null || w == null || h == null ? null : { x, y, width: w, height: h },
      })),
      entries.flatMap(([id, { relations }]) =>
        (relations ?? []).map((relation) => ({
          subject: id,
          predicate: relation.name,
          object: relation.object,
        })),
      ),
    );
  }
}
