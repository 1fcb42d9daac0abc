import { parseCaption } from "../../captions/parse/parse-caption.ts";
import { assembleGraph, type ImageGraph } from "./assemble-graph.ts";
import type { ReadJsonElementsOptions } from "./read-json-elements.ts";
import { readRegionDescriptions, type ImageSizes } from "./visual-genome.ts";

/**
 * Reads Visual Genome's `region_descriptions.json` as graphs, one a region: what people wrote of it, parsed, each thing
 * with the region's box. These are the positives of CREPE's systematicity sets. An image that is not of the published
 * shape gives an empty graph with the loss `unreadable`.
 */
export async function* readRegionGraphs(
  path: string,
  { sizes, ...options }: ReadJsonElementsOptions & { readonly sizes?: ImageSizes } = {},
): AsyncGenerator<ImageGraph> {
  const unreadable: string[] = [];
  const onLoss = ({ place }: { readonly place: string }) => unreadable.push(place);
  for await (const { image, phrase, box } of readRegionDescriptions(path, { ...options, onLoss })) {
    yield* unreadable.splice(0).map(toLoss);
    const { objects, relations } = parseCaption(phrase);
    const size = sizes?.get(image);
    yield assembleGraph(
      { image, width: size?.width ?? null, height: size?.height ?? null },
      objects.map((object) => ({ ...object, box })),
      relations,
    );
  }
  yield* unreadable.map(toLoss);
}

function toLoss(place: string): ImageGraph {
  const graph = { objects: [], relations: [] };
  return { image: place, width: null, height: null, graph, losses: [{ reason: "unreadable", place }] };
}
