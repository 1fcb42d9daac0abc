import { toScreen, type Camera } from "./camera.ts";
import type { Bubble, BubbleGroup } from "./lay-out-map.ts";
import type { MapScene } from "./map-scene.ts";
import { inReadingOrder } from "./next-in-direction.ts";
import type { Point } from "./outline-circles.ts";

/** A cluster in the frame, with its place in pixels. */
export interface InSight extends Point {
  readonly item: Bubble | BubbleGroup;
}

const rowHeight = 60;

/** The clusters that one sees, as one reads a page: those that are named, then the largest others, up to a limit. */
export function listInSight(
  { layout, frame, placer }: Pick<MapScene, "layout" | "frame" | "placer">,
  camera: Camera,
  { limit = 60 }: { readonly limit?: number } = {},
): InSight[] {
  const items = new Map<string, Bubble | BubbleGroup>(
    [...layout.groups, ...layout.bubbles].map((item) => [item.id, item]),
  );
  const named = placer.placeAt(camera.zoom).map(({ id }) => id);
  const candidates = new Set([...named, ...layout.bubbles.map(({ id }) => id)]);
  const found: InSight[] = [];
  for (const id of candidates) {
    const item = items.get(id);
    if (item === undefined) continue;
    const { x, y } = toScreen(item, frame, camera);
    if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
    found.push({ item, x, y });
    if (found.length === limit) break;
  }
  return inReadingOrder(found, rowHeight);
}
