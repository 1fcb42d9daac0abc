import type { Random } from "@observatory/core";
import type { WorldPattern, WorldRole, WorldSize, WorldColour } from "./catalogue.ts";
import type { WorldIcon, WorldIcons } from "./load-icons.ts";
import { boxOf, extentOf, type Placement } from "./placement.ts";
import { judgeRelation } from "./relation-truth.ts";
import { sceneSide } from "./world-scene.ts";

/** What is to be placed: who it is, without where. */
export interface Look {
  readonly name: string;
  readonly colour: WorldColour;
  readonly size: WorldSize;
  readonly pattern: WorldPattern | null;
}

/** Draws the look of the next object; the size is given where the arrangement asks for one. */
export type Cast = (role: WorldRole | "any", size?: WorldSize) => Look;

type Arrangement = "alone" | "on" | "inside" | "overlap";

const gridSide = 3;
const cell = sceneSide / gridSide;
/** Least distance of an object from the edge of its cell, so that neighbours never touch by chance. */
const edge = 2.5;
/** The middle of the space inside a container, as shares of its box. */
const hollows: Readonly<Record<string, readonly [number, number]>> = { house: [0.5, 0.62] };
/** Share of the object behind that the one in front may hide. */
const hidden = { least: 0.08, most: 0.22 };

/**
 * Places objects on a grid of three by three cells, alone or bound in pairs: on a support, inside a container, one
 * in front of the other. Null when they do not fit. In the order of drawing, back to front.
 */
export function placeObjects(
  count: number,
  cast: Cast,
  icons: WorldIcons,
  random: Random,
): Placement[] | null {
  const free = new Set(Array.from({ length: gridSide * gridSide }, (_, index) => index));
  const placed: Placement[] = [];
  const plan: Arrangement[] = [];
  for (let left = count; left > 0;) {
    const arrangement =
      left > 1 && random.next() < 0.4 ? random.pick(["on", "inside", "overlap"] as const) : "alone";
    plan.push(arrangement);
    left -= arrangement === "alone" ? 1 : 2;
  }
  // Pairs first, while there are neighbouring cells left.
  for (const arrangement of plan.toSorted((a, b) => Number(a === "alone") - Number(b === "alone"))) {
    const group = arrange(arrangement, placed.length, cast, icons, free, random);
    if (!group) return null;
    placed.push(...group);
  }
  return placed;
}

function arrange(
  arrangement: Arrangement,
  start: number,
  cast: Cast,
  icons: WorldIcons,
  free: Set<number>,
  random: Random,
): Placement[] | null {
  const ids = [`o${start}`, `o${start + 1}`] as const;
  if (arrangement === "alone") {
    const look = cast("any");
    const icon = icons.get(look.name);
    const block = takeBlock(1, 1, free, random);
    return icon && block
      ? [{ id: ids[0], ...look, ...within(block, extentOf(look.size, icon), random), bound: [] }]
      : null;
  }
  if (arrangement === "overlap")
    return overlap(ids, [cast("thing", "large"), cast("thing")], icons, free, random);
  const base = cast(arrangement === "on" ? "support" : "container", "large");
  const guest = cast("thing", "small");
  const [baseIcon, guestIcon] = [icons.get(base.name), icons.get(guest.name)];
  if (!baseIcon || !guestIcon) return null;
  // Two shapes of one colour would run into each other.
  if (arrangement === "on" && base.colour === guest.colour) return null;
  const [under, over] = [extentOf(base.size, baseIcon), extentOf(guest.size, guestIcon)];
  const [baseId, guestId] = ids;
  if (arrangement === "inside") {
    const block = takeBlock(1, 1, free, random);
    if (!block) return null;
    const centre = within(block, under, random);
    const [u, v] = hollows[base.name] ?? [0.5, 0.5];
    const hollow = { x: centre.x + (u - 0.5) * under.width, y: centre.y + (v - 0.5) * under.height };
    return [
      { id: baseId, ...base, ...centre, bound: [] },
      { id: guestId, ...guest, ...hollow, bound: [] },
    ];
  }
  const height = under.height + over.height;
  const block = takeBlock(1, height > cell - 2 * edge ? 2 : 1, free, random);
  if (!block) return null;
  const centre = within(block, { width: under.width, height }, random);
  const slack = Math.max(0, (under.width - over.width) / 2 - 2);
  return [
    { id: baseId, ...base, x: centre.x, y: centre.y + over.height / 2, bound: [] },
    {
      id: guestId,
      ...guest,
      x: centre.x + (random.next() - 0.5) * slack,
      y: centre.y - under.height / 2,
      bound: [],
    },
  ];
}

interface Block {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Takes a random free block of cells. */
function takeBlock(columns: number, rows: number, free: Set<number>, random: Random): Block | null {
  const corners = random.shuffle([...free]);
  for (const corner of corners) {
    const [column, row] = [corner % gridSide, Math.floor(corner / gridSide)];
    if (column + columns > gridSide || row + rows > gridSide) continue;
    const cells = Array.from({ length: columns * rows }, (_, index) => {
      return (row + Math.floor(index / columns)) * gridSide + column + (index % columns);
    });
    if (!cells.every((taken) => free.has(taken))) continue;
    for (const taken of cells) free.delete(taken);
    return { x: column * cell, y: row * cell, width: columns * cell, height: rows * cell };
  }
  return null;
}

/** A random centre that keeps an extent inside its block. */
function within(
  block: Block,
  extent: { readonly width: number; readonly height: number },
  random: Random,
): { readonly x: number; readonly y: number } {
  const place = (start: number, room: number, length: number): number =>
    Math.round((start + room / 2 + (random.next() - 0.5) * Math.max(0, room - length - 2 * edge)) * 10) / 10;
  return { x: place(block.x, block.width, extent.width), y: place(block.y, block.height, extent.height) };
}

function overlap(
  ids: readonly [string, string],
  looks: readonly [Look, Look],
  icons: WorldIcons,
  free: Set<number>,
  random: Random,
): Placement[] | null {
  const [back, front] = looks;
  const [backIcon, frontIcon] = [icons.get(back.name), icons.get(front.name)];
  const block = takeBlock(2, 1, free, random);
  if (!backIcon || !frontIcon || !block || back.colour === front.colour) return null;
  for (let attempt = 0; attempt < 60; attempt++) {
    const behind = {
      id: ids[0],
      ...back,
      ...within(block, extentOf(back.size, backIcon), random),
      bound: [],
    };
    const before = {
      id: ids[1],
      ...front,
      ...within(block, extentOf(front.size, frontIcon), random),
      bound: [ids[0]],
    };
    if (isOverlapClear(behind, before, icons)) return [behind, before];
  }
  return null;
}

/** Whether one object hides enough of another to be seen in front of it, and so little that both can be named. */
export function isOverlapClear(behind: Placement, before: Placement, icons: WorldIcons): boolean {
  const [backIcon, frontIcon] = [icons.get(behind.name), icons.get(before.name)];
  if (!backIcon || !frontIcon) return false;
  const back = { id: behind.id, name: behind.name, attributes: [], box: boxOf(behind, backIcon) };
  const front = { id: before.id, name: before.name, attributes: [], box: boxOf(before, frontIcon) };
  if (judgeRelation(front, "in front of", back, [behind.id, before.id]) !== true) return false;
  const share = hiddenShare(behind, backIcon, before, frontIcon);
  const apart = Math.hypot(behind.x - before.x, behind.y - before.y);
  return share >= hidden.least && share <= hidden.most && apart >= 14;
}

/** Share of the ink behind that is covered. */
function hiddenShare(
  behind: Placement,
  backIcon: WorldIcon,
  before: Placement,
  frontIcon: WorldIcon,
): number {
  const [back, front] = [boxOf(behind, backIcon), boxOf(before, frontIcon)];
  let [ink, covered] = [0, 0];
  for (let y = 0.5; y < back.height; y += 1.5) {
    for (let x = 0.5; x < back.width; x += 1.5) {
      if (!backIcon.hasInk(x / back.width, y / back.height)) continue;
      ink++;
      const [u, v] = [(back.x + x - front.x) / front.width, (back.y + y - front.y) / front.height];
      if (frontIcon.covers(u, v)) covered++;
    }
  }
  return ink === 0 ? 0 : covered / ink;
}
