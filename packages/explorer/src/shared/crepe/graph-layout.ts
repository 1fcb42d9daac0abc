import type { SceneGraph } from "@observatory/crepe/release";
import { labelHalf, routeEdges, type PlacedEdge, type RoutedEdge } from "./route-edges.ts";

export interface PlacedNode {
  readonly id: string;
  readonly name: string;
  /** Lines of attributes under the name. */
  readonly attributes: readonly string[];
  /** Centre and size. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GraphLayout {
  /** The drawing's left and top edge; arrows that go round things may lead left of 0. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const gap = { x: 26, y: 58, row: 18 };
/** Widths of a letter, on average. */
const letter = { name: 7.6, attribute: 6.6 };
const longestLine = 22;

/**
 * Places a scene graph in layers: subjects above objects as far as relations have no circle, layers ordered by where
 * their neighbours are, a layer that is too wide in several rows. Arrows go round
 * things and labels apart as far as a few bends allow.
 */
export function layOutGraph(
  graph: SceneGraph,
  { maxWidth = 460 }: { readonly maxWidth?: number } = {},
): GraphLayout {
  const layers = orderLayers(graph, toLayers(graph));
  const sizes = new Map(graph.objects.map((object) => [object.id, measure(object)]));
  const rows = layers.flatMap((layer) => wrapRow(layer, sizes, maxWidth));
  const width = Math.max(120, ...rows.map(({ ids }) => widthOf(ids, sizes))) + 24;
  const nodes: PlacedNode[] = [];
  let top = 12;
  for (const { ids, isContinued } of rows) {
    const height = Math.max(...ids.map((id) => sizes.get(id)?.height ?? 0));
    if (nodes.length > 0) top += isContinued ? gap.row : gap.y;
    let left = (width - widthOf(ids, sizes)) / 2;
    for (const id of ids) {
      const size = sizes.get(id);
      if (size === undefined) continue;
      nodes.push({ id, ...size, x: left + size.width / 2, y: top + height / 2 });
      left += size.width + gap.x;
    }
    top += height;
  }
  return frame(nodes, routeEdges(graph, nodes), { width, height: top + 12 });
}

type Size = Pick<PlacedNode, "name" | "attributes" | "width" | "height">;

function measure({ name, attributes }: SceneGraph["objects"][number]): Size {
  const lines = wrapWords(attributes);
  const shown = shortenLine(name);
  const width = Math.max(
    46,
    shown.length * letter.name,
    ...lines.map((line) => line.length * letter.attribute),
  );
  return { name: shown, attributes: lines, width: width + 20, height: 26 + 15 * lines.length };
}

function wrapWords(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words.map(shortenLine)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 2 <= longestLine)
      lines[lines.length - 1] = `${last}, ${word}`;
    else lines.push(word);
  }
  return lines;
}

function shortenLine(text: string): string {
  const letters = Array.from(text);
  return letters.length > longestLine ? `${letters.slice(0, longestLine - 1).join("")}…` : text;
}

/** The layer of each object: one below the lowest of what it is the object of; circles are cut where they are met. */
function toLayers({ objects, relations }: SceneGraph): string[][] {
  const depths = new Map<string, number>();
  const visit = (id: string, path: ReadonlySet<string>): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const above = relations.filter(
      ({ object, subject }) => object === id && !path.has(subject) && subject !== id,
    );
    const next = new Set([...path, id]);
    const depth = above.reduce((most, { subject }) => Math.max(most, visit(subject, next) + 1), 0);
    depths.set(id, depth);
    return depth;
  };
  const layers: string[][] = [];
  for (const { id } of objects) {
    const depth = visit(id, new Set());
    while (layers.length <= depth) layers.push([]);
    layers[depth]?.push(id);
  }
  return layers.filter((layer) => layer.length > 0);
}

/** Each layer by the mean place of its neighbours in the one above (Sugiyama's barycentre), things without one last. */
function orderLayers({ relations }: SceneGraph, layers: readonly (readonly string[])[]): string[][] {
  const ordered: string[][] = [];
  for (const layer of layers) {
    const above = ordered.at(-1) ?? [];
    const placeOf = (id: string): number => {
      const places = relations
        .flatMap(({ subject, object }) => (subject === id ? [object] : object === id ? [subject] : []))
        .map((other) => above.indexOf(other))
        .filter((place) => place !== -1);
      return places.length === 0
        ? Number.MAX_SAFE_INTEGER
        : places.reduce((sum, place) => sum + place, 0) / places.length;
    };
    ordered.push(layer.toSorted((a, b) => placeOf(a) - placeOf(b)));
  }
  return ordered;
}

interface Row {
  readonly ids: string[];
  /** Whether it goes on with the layer of the row above. */
  readonly isContinued: boolean;
}

function wrapRow(layer: readonly string[], sizes: ReadonlyMap<string, Size>, maxWidth: number): Row[] {
  const rows: Row[] = [];
  for (const id of layer) {
    const last = rows.at(-1);
    if (last !== undefined && widthOf([...last.ids, id], sizes) <= maxWidth) last.ids.push(id);
    else rows.push({ ids: [id], isContinued: rows.length > 0 });
  }
  return rows;
}

function widthOf(ids: readonly string[], sizes: ReadonlyMap<string, Size>): number {
  return ids.reduce((sum, id) => sum + (sizes.get(id)?.width ?? 0), 0) + gap.x * Math.max(0, ids.length - 1);
}

/** A frame around everything. */
function frame(
  nodes: readonly PlacedNode[],
  edges: readonly RoutedEdge[],
  { width, height }: { readonly width: number; readonly height: number },
): GraphLayout {
  const xs = edges.flatMap(({ points, labelX, predicate }) => [
    ...points.map(({ x }) => x),
    labelX - labelHalf(predicate),
    labelX + labelHalf(predicate),
  ]);
  const ys = edges.flatMap(({ points, labelY }) => [...points.map(({ y }) => y), labelY - 8, labelY + 8]);
  const left = Math.floor(Math.min(0, ...xs) - 2);
  const top = Math.floor(Math.min(0, ...ys) - 2);
  return {
    left,
    top,
    width: Math.ceil(Math.max(width, ...xs) + 2) - left,
    height: Math.ceil(Math.max(height, ...ys) + 2) - top,
    nodes,
    edges: edges.map(({ points: _, ...edge }) => edge),
  };
}
