import type { SceneGraph } from "@observatory/crepe/release";
import type { PlacedNode } from "./graph-layout.ts";

export interface PlacedEdge {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  /** SVG path from border to border. */
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

/** An arrow with the points that its label and the frame are found from. */
export interface RoutedEdge extends PlacedEdge {
  readonly points: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const letterWidth = 6.6;

/** How far an arrow may bend, straight first, and where on it the label may stand. */
const bends = [0, 36, -36, 70, -70, 110, -110, 160, -160, 220, -220, 290, -290] as const;
const labelPlaces = [0.5, 0.4, 0.6, 0.3, 0.7] as const;

/** Arrows between placed things, in the order of the relations. */
export function routeEdges({ relations }: SceneGraph, nodes: readonly PlacedNode[]): RoutedEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const placed: RoutedEdge[] = [];
  for (const relation of relations) {
    const from = byId.get(relation.subject);
    const to = byId.get(relation.object);
    if (from === undefined || to === undefined) continue;
    placed.push(from === to ? toLoop(relation, from, placed) : route(relation, from, to, nodes, placed));
  }
  return placed;
}

type Relation = SceneGraph["relations"][number];

/** The first of the bends that hides least: things that the arrow crosses count most, then what its label covers. */
function route(
  relation: Relation,
  from: PlacedNode,
  to: PlacedNode,
  nodes: readonly PlacedNode[],
  placed: readonly RoutedEdge[],
): RoutedEdge {
  let best: { readonly edge: RoutedEdge; readonly cost: number } | null = null;
  for (const bend of bends) {
    const points = toCurve(from, to, bend);
    const crossed = nodes.filter(
      (node) => node !== from && node !== to && points.some((point) => isIn(point, node, 5)),
    );
    const shared = placed.filter((other) => points.some((point, i) => isNear(point, other.points[i]))).length;
    for (const at of labelPlaces) {
      const label = points[Math.round(at * (points.length - 1))] ?? from;
      const half = labelHalf(relation.predicate);
      const covered =
        nodes.filter((node) => isIn(label, node, half, 10)).length +
        placed.filter((other) => overlaps(label, half, other)).length;
      const cost = 10 * crossed.length + 4 * shared + 2 * covered + Math.abs(bend) / 400 + Math.abs(at - 0.5);
      if (best !== null && cost >= best.cost) continue;
      const start = points[0] ?? from;
      const middle = toMiddle(from, to, bend);
      const end = points.at(-1) ?? to;
      const path = `M${round(start.x)} ${round(start.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`;
      best = { cost, edge: { ...relation, path, labelX: round(label.x), labelY: round(label.y), points } };
    }
  }
  return best?.edge ?? { ...relation, path: "", labelX: from.x, labelY: from.y, points: [] };
}

function toMiddle(from: PlacedNode, to: PlacedNode, bend: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bend,
  };
}

/** Points of the quadratic curve from border to border. */
function toCurve(from: PlacedNode, to: PlacedNode, bend: number): Point[] {
  const middle = toMiddle(from, to, bend);
  const start = toBorder(from, middle, 0);
  const end = toBorder(to, middle, 5);
  return Array.from({ length: 21 }, (_, i) => {
    const t = i / 20;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * start.x + b * middle.x + c * end.x, y: a * start.y + b * middle.y + c * end.y };
  });
}

function isIn(point: Point, node: PlacedNode, byX: number, byY = byX): boolean {
  return (
    Math.abs(point.x - node.x) < node.width / 2 + byX && Math.abs(point.y - node.y) < node.height / 2 + byY
  );
}

function isNear(point: Point, other: Point | undefined): boolean {
  return other !== undefined && Math.hypot(point.x - other.x, point.y - other.y) < 6;
}

/** Half the width of an arrow's label. */
export function labelHalf(predicate: string): number {
  return (Math.min(30, predicate.length) * letterWidth) / 2 + 4;
}

function overlaps(label: Point, half: number, other: RoutedEdge): boolean {
  return (
    Math.abs(label.x - other.labelX) < half + labelHalf(other.predicate) &&
    Math.abs(label.y - other.labelY) < 16
  );
}

function toLoop(relation: Relation, node: PlacedNode, placed: readonly RoutedEdge[]): RoutedEdge {
  const nth = placed.filter(({ subject, object }) => subject === node.id && object === node.id).length;
  const right = node.x + node.width / 2;
  const reach = right + 34 + 20 * nth;
  return {
    ...relation,
    path: `M${round(right)} ${round(node.y - 8)}C${round(reach)} ${round(node.y - 24)} ${round(reach)} ${round(node.y + 24)} ${round(right + 5)} ${round(node.y + 8)}`,
    labelX: round(reach),
    labelY: round(node.y),
    points: [{ x: reach, y: node.y }],
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
