import type { ClioData } from "../clio-data.ts";
import type { Camera, Frame } from "./camera.ts";
import { toFitScale } from "./camera.ts";
import { toBounds, type Rectangle } from "./circle-grid.ts";
import type { Bubble, BubbleGroup, MapLayout } from "./lay-out-map.ts";
import { isInside, type Point } from "./outline-circles.ts";
import { chooseLevels } from "./place-labels.ts";

/** A cluster that is picked out on the map, and those near it. */
export interface MapSelection {
  readonly id: string;
  readonly item: Bubble | BubbleGroup;
  /** Indexes of the bubbles that are it, or are in it. */
  readonly members: ReadonlySet<number>;
  /** Nearest first; of the same level. */
  readonly neighbours: readonly (Bubble | BubbleGroup)[];
}

/** What an id picks out; null for one that is not on the map. */
export function toMapSelection(
  layout: MapLayout,
  map: ClioData["map"],
  id: string | undefined,
): MapSelection | null {
  const item = findItem(layout, id);
  if (item === null) return null;
  const index = layout.bubbles.findIndex((bubble) => bubble.id === item.id);
  return {
    id: item.id,
    item,
    members: new Set(isGroup(item) ? item.members : [index]),
    neighbours: (map?.neighbours[item.id] ?? []).flatMap((other) => findItem(layout, other) ?? []),
  };
}

export function findItem(layout: MapLayout, id: string | undefined): Bubble | BubbleGroup | null {
  return (
    layout.bubbles.find((bubble) => bubble.id === id) ??
    layout.groups.find((group) => group.id === id) ??
    null
  );
}

export function isGroup(item: Bubble | BubbleGroup): item is BubbleGroup {
  return "members" in item;
}

/** The camera that looks at a cluster: a group as a whole, a bubble so close that bubbles are named. */
export function toCameraOf(item: Bubble | BubbleGroup, layout: MapLayout, frame: Frame): Camera {
  if (isGroup(item)) {
    const bounds = toBounds(item.rings.flat());
    const share = toFitScale({ ...frame, bounds }) / toFitScale(frame);
    return {
      x: (bounds.left + bounds.right) / 2,
      y: (bounds.top + bounds.bottom) / 2,
      zoom: Math.min(frame.mostZoom, Math.max(1, 0.6 * share)),
    };
  }
  let zoom = 1;
  while (zoom < frame.mostZoom && chooseLevels(layout, frame, zoom).finest > 0) zoom *= 1.25;
  return { x: item.x, y: item.y, zoom: Math.min(frame.mostZoom, 1.2 * zoom) };
}

/** The families whose rings hold a point, from the top down: where one is. */
export function findFamiliesAt({ groups }: MapLayout, point: Point): BubbleGroup[] {
  const levels = [...new Set(groups.map(({ level }) => level))].sort((a, b) => b - a);
  return levels.flatMap(
    (level) => groups.find((group) => group.level === level && isInside(group.rings, point)) ?? [],
  );
}

/** What of the map a camera sees. */
export function toVisible({ width, height, bounds, mostZoom }: Frame, camera: Camera): Rectangle {
  const scale = toFitScale({ width, height, bounds, mostZoom }) * camera.zoom;
  return {
    left: camera.x - width / 2 / scale,
    right: camera.x + width / 2 / scale,
    top: camera.y - height / 2 / scale,
    bottom: camera.y + height / 2 / scale,
  };
}
