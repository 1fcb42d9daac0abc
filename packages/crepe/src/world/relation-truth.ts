import type { Box, SceneObject } from "../scene-graph/scene-graph.ts";
import { findWorldNoun, type WorldPredicate, worldPredicates } from "./catalogue.ts";
import type { WorldScene } from "./world-scene.ts";

/**
 * Distances in pixels of a 224 pixel scene between what clearly holds and what clearly does not. What lies between is
 * undecided.
 */
export const worldMargins = {
  /** Least gap between two boxes, along its axis, for a direction to hold. */
  directionGap: 4,
  /** Greatest offset across the axis, as a share of the offset along it, for a direction to hold. */
  directionSlope: 0.7,
  /** A direction is false once the subject's centre is less than this on that side of the object's. */
  directionFalse: 5,
  /** Greatest gap of two objects side by side that are next to each other; least gap of two that are not. */
  nextToGap: 20,
  notNextToGap: 45,
  /** Distances of centres. */
  farFrom: 140,
  notFarFrom: 88,
  /** Least inset on every side of what is inside a container. */
  insideInset: 3,
  /** Greatest distance of a bottom edge from the top of what it stands on; least distance of one that does not. */
  onContact: 2,
  notOnGap: 9,
  /** Least share of the smaller box that an object in front hides. */
  overlap: 0.08,
  /** Least ratio of the areas of a large and a small box to compare their sizes; greatest of two of equal size. */
  biggerRatio: 2,
  sameSizeRatio: 1.25,
} as const;

/**
 * Whether a relation holds in a scene: true and false are certain from the geometry, null is a borderline case, an
 * id that is not in the scene, or a predicate that is not of the world.
 *
 * Directions are those of the image. An object is next to another that stands beside it, not above or below.
 * `in front of` needs an overlap. What stands on a support is neither said to be above it nor next to it.
 */
export function relationTruth(
  scene: Pick<WorldScene, "graph" | "layers">,
  subject: string,
  predicate: string,
  object: string,
): boolean | null {
  const a = scene.graph.objects.find(({ id }) => id === subject);
  const b = scene.graph.objects.find(({ id }) => id === object);
  const known = worldPredicates.find((name) => name === predicate);
  if (!a || !b || a === b || known === undefined) return null;
  return judgeRelation(a, known, b, scene.layers);
}

/** {@link relationTruth} of two objects of a scene whose layers these are. */
export function judgeRelation(
  a: SceneObject,
  predicate: WorldPredicate,
  b: SceneObject,
  layers: readonly string[],
): boolean | null {
  if (!a.box || !b.box) return null;
  switch (predicate) {
    case "left of":
      return isBefore("x", a, b);
    case "right of":
      return isBefore("x", b, a);
    case "above":
      return isBefore("y", a, b);
    case "below":
      return isBefore("y", b, a);
    case "inside":
      return isInside(a, b);
    case "on":
      return isOn(a, b);
    case "next to":
      return isNextTo(a, b);
    case "far from":
      return isFarFrom(a, b);
    case "in front of":
      return isInFrontOf(a, b, layers);
    case "behind":
      return isInFrontOf(b, a, layers);
    case "bigger than":
      return isBigger(a, b);
    case "smaller than":
      return isBigger(b, a);
    default:
      return predicate satisfies never;
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly centre: number;
}

function spanOf(box: Box, axis: "x" | "y"): Span {
  const length = axis === "x" ? box.width : box.height;
  return { start: box[axis], end: box[axis] + length, centre: box[axis] + length / 2 };
}

/** Gap along an axis; negative where the spans overlap. */
function gapOf(a: Box, b: Box, axis: "x" | "y"): number {
  const [first, second] = [spanOf(a, axis), spanOf(b, axis)];
  return Math.max(first.start - second.end, second.start - first.end);
}

function isBefore(axis: "x" | "y", a: SceneObject, b: SceneObject): boolean | null {
  if (!a.box || !b.box) return null;
  if (surrounds(a.box, b.box) || surrounds(b.box, a.box)) return false;
  if (standsOn(a, b)) return axis === "x" ? false : null;
  if (standsOn(b, a)) return false;
  const [first, second] = [spanOf(a.box, axis), spanOf(b.box, axis)];
  const along = second.centre - first.centre;
  if (along < worldMargins.directionFalse) return false;
  const other = axis === "x" ? "y" : "x";
  const across = Math.abs(spanOf(a.box, other).centre - spanOf(b.box, other).centre);
  const clear =
    second.start - first.end >= worldMargins.directionGap && across <= worldMargins.directionSlope * along;
  return clear ? true : null;
}

function surrounds(outer: Box, inner: Box): boolean {
  const inset = worldMargins.insideInset;
  return (["x", "y"] as const).every((axis) => {
    const [o, i] = [spanOf(outer, axis), spanOf(inner, axis)];
    return i.start - o.start >= inset && o.end - i.end >= inset;
  });
}

function areApart(a: Box, b: Box): boolean {
  return gapOf(a, b, "x") >= 0 || gapOf(a, b, "y") >= 0;
}

function isInside(a: SceneObject, b: SceneObject): boolean | null {
  if (!a.box || !b.box) return null;
  if (surrounds(b.box, a.box)) return findWorldNoun(b.name)?.role === "container" ? true : null;
  return areApart(a.box, b.box) || surrounds(a.box, b.box) ? false : null;
}

function standsOn(a: SceneObject, b: SceneObject): boolean {
  if (!a.box || !b.box || findWorldNoun(b.name)?.role !== "support") return false;
  const [top, foot] = [spanOf(a.box, "x"), spanOf(b.box, "x")];
  const carried = top.centre > foot.start && top.centre < foot.end;
  return carried && Math.abs(b.box.y - spanOf(a.box, "y").end) <= worldMargins.onContact;
}

function isOn(a: SceneObject, b: SceneObject): boolean | null {
  if (!a.box || !b.box) return null;
  if (standsOn(a, b)) return true;
  if (gapOf(a.box, b.box, "x") >= 0) return false;
  const gap = b.box.y - spanOf(a.box, "y").end;
  return gap >= worldMargins.notOnGap || a.box.y >= spanOf(b.box, "y").end || standsOn(b, a) ? false : null;
}

function isNextTo(a: SceneObject, b: SceneObject): boolean | null {
  if (!a.box || !b.box) return null;
  if (surrounds(a.box, b.box) || surrounds(b.box, a.box)) return false;
  const [x, y] = [gapOf(a.box, b.box, "x"), gapOf(a.box, b.box, "y")];
  if (Math.max(x, y) >= worldMargins.notNextToGap) return false;
  if (distanceOf(a.box, b.box) >= worldMargins.farFrom) return false;
  const level = -y >= Math.min(a.box.height, b.box.height) / 2;
  return level && x >= worldMargins.directionGap && x <= worldMargins.nextToGap ? true : null;
}

function isFarFrom(one: SceneObject, other: SceneObject): boolean | null {
  const [a, b] = [one.box, other.box];
  if (!a || !b) return null;
  if (isNextTo(one, other) === true) return false;
  const distance = distanceOf(a, b);
  if (distance >= worldMargins.farFrom) return true;
  return distance <= worldMargins.notFarFrom ? false : null;
}

function distanceOf(a: Box, b: Box): number {
  return Math.hypot(
    spanOf(a, "x").centre - spanOf(b, "x").centre,
    spanOf(a, "y").centre - spanOf(b, "y").centre,
  );
}

function isInFrontOf(a: SceneObject, b: SceneObject, layers: readonly string[]): boolean | null {
  if (!a.box || !b.box) return null;
  if (standsOn(a, b) || standsOn(b, a)) return null;
  if (areApart(a.box, b.box)) return false;
  if (surrounds(a.box, b.box) || surrounds(b.box, a.box)) return null;
  const shared = gapOf(a.box, b.box, "x") * gapOf(a.box, b.box, "y");
  const smaller = Math.min(a.box.width * a.box.height, b.box.width * b.box.height);
  if (shared < worldMargins.overlap * smaller) return null;
  return layers.indexOf(a.id) > layers.indexOf(b.id);
}

function isBigger(a: SceneObject, b: SceneObject): boolean | null {
  if (!a.box || !b.box) return null;
  const ratio = (a.box.width * a.box.height) / (b.box.width * b.box.height);
  const [large, small] = [a.attributes.includes("large"), b.attributes.includes("small")];
  if (large && small) return ratio >= worldMargins.biggerRatio ? true : null;
  // A large thing that is thin is not clearly bigger, but a small one is never bigger than a large one.
  if (!large && !small) return ratio <= 1 ? false : null;
  return ratio <= worldMargins.sameSizeRatio ? false : null;
}
