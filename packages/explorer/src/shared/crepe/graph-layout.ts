import type { SceneGraph } from "@observatory/crepe/release";

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

export interface PlacedEdge {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  /** SVG path from border to border. */
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const gap = { x: 26, y: 58, row: 18 };
const letter = { name: 7.6, attribute: 6.6 };
const longestLine = 22;

/**
 * Places a scene graph in layers: subjects above objects as far as relations have no circle, layers ordered by where
 * their neighbours are, a layer that is too wide in several rows. Nothing overlaps but labels of crossing arrows.
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
  return { width, height: top + 12, nodes, edges: placeEdges(graph, nodes) };
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
  const letters = [...text];
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

function placeEdges({ relations }: SceneGraph, nodes: readonly PlacedNode[]): PlacedEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pairs = new Map<string, number>();
  return relations.flatMap((relation): PlacedEdge[] => {
    const from = byId.get(relation.subject);
    const to = byId.get(relation.object);
    if (from === undefined || to === undefined) return [];
    const pair = [relation.subject, relation.object].toSorted().join("\0");
    const nth = pairs.get(pair) ?? 0;
    pairs.set(pair, nth + 1);
    return [{ ...relation, ...(from === to ? toLoop(from, nth) : toArrow(from, to, nth)) }];
  });
}

type Drawn = Pick<PlacedEdge, "path" | "labelX" | "labelY">;

/** Arrows of one pair bend to alternate sides, each farther out. */
function toArrow(from: PlacedNode, to: PlacedNode, nth: number): Drawn {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const isLevel = Math.abs(to.y - from.y) < 30;
  const side = nth % 2 === 0 ? 1 : -1;
  const bend = isLevel ? side * (46 + 22 * Math.floor(nth / 2)) : side * 34 * Math.ceil(nth / 2);
  const forward = from.id < to.id ? 1 : -1;
  const middle = {
    x: (from.x + to.x) / 2 + (-(to.y - from.y) / length) * bend * forward,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bend * forward,
  };
  const start = toBorder(from, middle, 0);
  const end = toBorder(to, middle, 5);
  const top = { x: (start.x + 2 * middle.x + end.x) / 4, y: (start.y + 2 * middle.y + end.y) / 4 };
  return {
    path: `M${round(start.x)} ${round(start.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`,
    labelX: round(top.x),
    labelY: round(top.y),
  };
}

function toLoop(node: PlacedNode, nth: number): Drawn {
  const right = node.x + node.width / 2;
  const reach = right + 34 + 20 * nth;
  return {
    path: `M${round(right)} ${round(node.y - 8)}C${round(reach)} ${round(node.y - 24)} ${round(reach)} ${round(node.y + 24)} ${round(right + 5)} ${round(node.y + 8)}`,
    labelX: round(reach),
    labelY: round(node.y),
  };
}

/** Where the line from the centre towards a point leaves the node's box, widened by `by`. */
function toBorder(node: PlacedNode, point: { readonly x: number; readonly y: number }, by: number) {
  const dx = point.x - node.x;
  const dy = point.y - node.y;
  const scale = Math.min(
    (node.width / 2 + by) / Math.max(1e-6, Math.abs(dx)),
    (node.height / 2 + by) / Math.max(1e-6, Math.abs(dy)),
  );
  return { x: node.x + dx * scale, y: node.y + dy * scale };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
