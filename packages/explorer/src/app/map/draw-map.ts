import { toRadiusScale, toScale, toScreen, type Camera } from "../../shared/map/camera.ts";
import { toBounds, type Rectangle } from "../../shared/map/circle-grid.ts";
import type { Bubble, BubbleGroup } from "../../shared/map/lay-out-map.ts";
import type { MapScene } from "../../shared/map/map-scene.ts";
import { isGroup, toVisible } from "../../shared/map/map-selection.ts";
import { bubbleStyle, ringStyle } from "../../shared/map/map-style.ts";
import { chooseLevels } from "../../shared/map/place-labels.ts";
import { drawLabels } from "./draw-labels.ts";

/** What the pointer is at (the index of a bubble), and what the keyboard is at. */
export interface MapPointer {
  readonly hovered: number | null;
  readonly active: Bubble | BubbleGroup | null;
}

/** Draws the whole map once. The canvas is cleared; its size in device pixels is the frame's times `ratio`. */
export function drawMap(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  camera: Camera,
  { hovered, active }: MapPointer,
  ratio: number,
): void {
  const { frame, layout, paint } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = paint.ground;
  context.fillRect(0, 0, frame.width + 1, frame.height + 1);
  drawRings(context, scene, camera, ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawBubbles(context, scene, camera);
  drawSelection(context, scene, camera, ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawLabels(context, scene, camera, ratio);
  const under = hovered === null ? undefined : layout.bubbles[hovered];
  if (under !== undefined)
    drawItem(context, scene, camera, ratio, under, { colour: paint.text, width: 1.5, gap: 1 });
  if (active !== null)
    drawItem(context, scene, camera, ratio, active, { colour: paint.accent, width: 3, gap: 4 });
}

function drawRings(context: CanvasRenderingContext2D, scene: MapScene, camera: Camera, ratio: number): void {
  const { layout, frame, ringColours, paint } = scene;
  const levels = chooseLevels(layout, frame, camera.zoom);
  const visible = toVisible(frame, camera);
  const scale = setMapTransform(context, scene, camera, ratio);
  for (const group of layout.groups) {
    const style = ringStyle(group.level, levels);
    if (style === null) continue;
    const { path, bounds } = toRingPath(group);
    if (!meets(bounds, visible)) continue;
    const colour = ringColours[group.family] ?? paint.line;
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.globalAlpha = style.fill;
    context.fill(path, "evenodd");
    context.globalAlpha = style.stroke;
    context.lineWidth = style.width / scale;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

function drawBubbles(context: CanvasRenderingContext2D, scene: MapScene, camera: Camera): void {
  const { layout, frame, batches, selection, paint } = scene;
  const scale = toScale(frame, camera);
  const radiusScale = toRadiusScale(frame, camera);
  const [left, top] = [frame.width / 2 - camera.x * scale, frame.height / 2 - camera.y * scale];
  const near = selection === null ? null : toNear(scene);
  for (const { colour, isHollow, members } of batches) {
    context.fillStyle = colour;
    for (const isFaded of near === null ? [false] : [true, false]) {
      context.globalAlpha = isFaded ? 0.38 : bubbleStyle.fill;
      context.beginPath();
      for (const index of members) {
        const bubble = layout.bubbles[index];
        if (bubble === undefined || (near !== null && near.has(index) === isFaded)) continue;
        const x = left + bubble.x * scale;
        const y = top + bubble.y * scale;
        const radius = bubble.radius * radiusScale;
        if (x + radius < 0 || y + radius < 0 || x - radius > frame.width || y - radius > frame.height)
          continue;
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
      }
      context.fill();
      if (!isHollow) continue;
      context.strokeStyle = paint.line;
      context.lineWidth = 1;
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

function toNear({ layout, selection }: MapScene): ReadonlySet<number> {
  const near = new Set(selection?.members);
  for (const neighbour of selection?.neighbours ?? []) {
    if (isGroup(neighbour)) for (const member of neighbour.members) near.add(member);
    else near.add(layout.bubbles.indexOf(neighbour));
  }
  return near;
}

function drawSelection(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  camera: Camera,
  ratio: number,
): void {
  const { selection, frame, paint } = scene;
  if (selection === null) return;
  const from = toScreen(selection.item, frame, camera);
  context.strokeStyle = paint.accent;
  context.lineWidth = 1.25;
  context.globalAlpha = 0.6;
  context.beginPath();
  for (const neighbour of selection.neighbours) {
    const to = toScreen(neighbour, frame, camera);
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
  context.globalAlpha = 1;
  drawItem(context, scene, camera, ratio, selection.item, { colour: paint.accent, width: 2.5, gap: 2 });
}

interface OutlineStyle {
  readonly colour: string;
  readonly width: number;
  /** Pixels between a bubble and the line around it. */
  readonly gap: number;
}

function drawItem(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  camera: Camera,
  ratio: number,
  item: Bubble | BubbleGroup,
  { colour, width, gap }: OutlineStyle,
): void {
  context.strokeStyle = colour;
  if (isGroup(item)) {
    context.lineWidth = width / setMapTransform(context, scene, camera, ratio);
    context.stroke(toRingPath(item).path);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return;
  }
  const { x, y } = toScreen(item, scene.frame, camera);
  context.lineWidth = width;
  context.beginPath();
  context.arc(x, y, item.radius * toRadiusScale(scene.frame, camera) + gap, 0, 2 * Math.PI);
  context.stroke();
}

// Paths are in units of the map, so that they are made once. Gives the pixels a unit.
function setMapTransform(
  context: CanvasRenderingContext2D,
  { frame }: MapScene,
  camera: Camera,
  ratio: number,
): number {
  const scale = toScale(frame, camera);
  const [left, top] = [frame.width / 2 - camera.x * scale, frame.height / 2 - camera.y * scale];
  context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * left, ratio * top);
  return scale;
}

const ringPaths = new WeakMap<BubbleGroup, { readonly path: Path2D; readonly bounds: Rectangle }>();

function toRingPath(group: BubbleGroup) {
  const known = ringPaths.get(group);
  if (known !== undefined) return known;
  const path = new Path2D();
  for (const ring of group.rings) {
    for (const [at, { x, y }] of ring.entries()) {
      if (at === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  const made = { path, bounds: toBounds(group.rings.flat()) };
  ringPaths.set(group, made);
  return made;
}

function meets(a: Rectangle, b: Rectangle): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}
