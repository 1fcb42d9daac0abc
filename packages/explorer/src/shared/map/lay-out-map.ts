import type { ClioData } from "../clio-data.ts";
import { toBounds, type Rectangle } from "./circle-grid.ts";
import { outlineCircles, type Ring } from "./outline-circles.ts";
import { separateCircles } from "./separate-circles.ts";

type Cluster = ClioData["clusters"]["clusters"][number];

/** A cluster without shown children, as a circle whose area goes by its conversations. */
export interface Bubble {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly conversations: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Index of the family at the top, in the order of the release. */
  readonly family: number;
}

/** A cluster with shown children. */
export interface BubbleGroup {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly conversations: number;
  readonly family: number;
  /** Indexes of its bubbles. */
  readonly members: readonly number[];
  /** Middle of its bubbles, by area. */
  readonly x: number;
  readonly y: number;
  readonly rings: readonly Ring[];
}

export interface MapLayout {
  /** The largest first, so that small ones are drawn on top. */
  readonly bubbles: readonly Bubble[];
  /** The highest level first, then the largest. */
  readonly groups: readonly BubbleGroup[];
  /** Of everything that is drawn; never empty. */
  readonly bounds: Rectangle;
  /** How many clusters one names when one stops at this level, from the base up. */
  readonly counts: readonly number[];
  readonly mostZoom: number;
}

/** Share of the rectangle around all points that the circles would fill. */
const fill = 0.2;
const radiusLimits = { least: 0.005, most: 0.16 };

/**
 * Turns a release's points into circles that do not hide each other, and rings around families.
 *
 * Units: the longer side of the rectangle around the points is 2. Null where the release has no map or shows no cluster.
 */
export function layOutMap({ clusters: file, map }: Pick<ClioData, "clusters" | "map">): MapLayout | null {
  if (map === null) return null;
  const { clusters } = file;
  const families = toFamilies(clusters);
  const parents = new Set(clusters.map(({ parent }) => parent));
  const places = new Map(map.points.map((point) => [point.id, point]));
  const leaves = clusters.filter(({ id }) => !parents.has(id) && places.has(id));
  if (leaves.length === 0) return null;

  const circles = toCircles(leaves, places);
  separateCircles(circles, { gap: 0.0015 });
  const bubbles = leaves
    .map((cluster, index) => {
      const { x = 0, y = 0, radius = radiusLimits.least } = circles[index] ?? {};
      return { ...toNamed(cluster), x, y, radius, family: families.get(cluster.id) ?? 0 };
    })
    .sort((a, b) => b.conversations - a.conversations || compareText(a.id, b.id));
  const groups = toGroups(clusters, bubbles, families);
  return {
    bubbles,
    groups,
    bounds: toDrawnBounds(bubbles, groups),
    counts: Array.from({ length: highestLevel(clusters) + 1 }, (_, level) => countAt(clusters, level)),
    mostZoom: Math.min(160, Math.max(6, 2 * Math.sqrt(bubbles.length))),
  };
}

function toCircles(leaves: readonly Cluster[], places: ReadonlyMap<string, { x: number; y: number }>) {
  const points = leaves.map(({ id }) => places.get(id) ?? { x: 0, y: 0 });
  const { left, top, right, bottom } = toBounds(points);
  const longest = Math.max(right - left, bottom - top);
  const unit = longest === 0 ? 1 : 2 / longest;
  // A line of points gets a third of the square, so that its circles are not thin dots.
  const area = Math.max((right - left) * (bottom - top) * unit * unit, 4 / 3);
  const sizes = leaves.map(({ conversations }) => Math.max(1, conversations));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  return points.map(({ x, y }, index) => {
    const radius = Math.sqrt((fill * area * (sizes[index] ?? 1)) / (whole * Math.PI));
    return {
      x: (x - (left + right) / 2) * unit,
      y: (y - (top + bottom) / 2) * unit,
      radius: Math.min(radiusLimits.most, Math.max(radiusLimits.least, radius)),
    };
  });
}

function toGroups(
  clusters: readonly Cluster[],
  bubbles: readonly Bubble[],
  families: ReadonlyMap<string, number>,
): BubbleGroup[] {
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const members = new Map<string, number[]>();
  bubbles.forEach(({ id }, index) => {
    for (const ancestor of toAncestors(byId, id)) {
      const list = members.get(ancestor);
      if (list === undefined) members.set(ancestor, [index]);
      else list.push(index);
    }
  });
  return clusters
    .flatMap((cluster) => {
      const inside = members.get(cluster.id);
      if (inside === undefined) return [];
      const circles = inside.flatMap((index) => bubbles[index] ?? []);
      const radii = circles.map(({ radius }) => radius).sort((a, b) => a - b);
      const padding = 0.008 + 0.6 * (radii[radii.length >> 1] ?? 0) + 0.004 * cluster.level;
      return [
        {
          ...toNamed(cluster),
          family: families.get(cluster.id) ?? 0,
          members: inside,
          ...toMiddle(circles),
          rings: outlineCircles(circles, { padding }),
        },
      ];
    })
    .sort((a, b) => b.level - a.level || b.conversations - a.conversations || compareText(a.id, b.id));
}

// Broken input could name an ancestor twice; each is taken once.
function toAncestors(byId: ReadonlyMap<string, Cluster>, id: string): Set<string> {
  const ancestors = new Set<string>();
  let parent = byId.get(id)?.parent ?? null;
  while (parent !== null && !ancestors.has(parent)) {
    ancestors.add(parent);
    parent = byId.get(parent)?.parent ?? null;
  }
  return ancestors;
}

/** Which cluster at the top each one lies under, as an index in the order of the release. */
export function toFamilies(clusters: readonly Pick<Cluster, "id" | "parent">[]): ReadonlyMap<string, number> {
  const families = new Map<string, number>();
  let tops = 0;
  // From the top level down, so that a parent is known before its children.
  for (const { id, parent } of clusters) families.set(id, families.get(parent ?? "") ?? tops++);
  return families;
}

function toMiddle(bubbles: readonly Bubble[]) {
  let [x, y, weight] = [0, 0, 0];
  for (const bubble of bubbles) {
    const area = bubble.radius ** 2;
    x += bubble.x * area;
    y += bubble.y * area;
    weight += area;
  }
  return { x: x / weight, y: y / weight };
}

function toDrawnBounds(bubbles: readonly Bubble[], groups: readonly BubbleGroup[]): Rectangle {
  const corners = bubbles.flatMap(({ x, y, radius }) => [
    { x: x - radius, y: y - radius },
    { x: x + radius, y: y + radius },
  ]);
  return toBounds([...corners, ...groups.flatMap(({ rings }) => rings.flat())]);
}

function countAt(clusters: readonly Cluster[], level: number): number {
  const levels = new Map(clusters.map(({ id, level }) => [id, level]));
  return clusters.filter((cluster) => {
    if (cluster.level > level) return false;
    return cluster.parent === null || (levels.get(cluster.parent) ?? 0) > level;
  }).length;
}

function highestLevel(clusters: readonly Cluster[]): number {
  return clusters.reduce((highest, { level }) => Math.max(highest, level), 0);
}

function toNamed({ id, name, level, conversations }: Cluster) {
  return { id, name, level, conversations };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
