import type { Random } from "@observatory/core";
import type { Claim } from "../captions/render/claim.ts";
import type { SceneObject } from "../scene-graph/scene-graph.ts";
import { findWorldNoun, worldPredicates } from "./catalogue.ts";
import { dressPlacements, isOfOneRole, isOneOf } from "./dress-placements.ts";
import type { WorldIcons } from "./load-icons.ts";
import { isOverlapClear } from "./place-objects.ts";
import { boxOf, extentOf, type Placement } from "./placement.ts";
import { judgeRelation, worldMargins } from "./relation-truth.ts";
import { sceneSide } from "./world-scene.ts";

/** How often objects are moved before a claim is given up. */
const moves = 60;

/**
 * The scene changed by as little as makes a claim true: things take the names and attributes that it says, a denied atom
 * becomes another one, and things move where a relation asks for it. What takes the name of another thing gives it its
 * own, so that no name appears twice. Null where that was not found.
 *
 * Objects of the claim are those of the scene with the same id; others take things that are free, namesakes first.
 */
export function realiseClaim(
  placements: readonly Placement[],
  claim: Claim,
  icons: WorldIcons,
  random: Random,
): Placement[] | null {
  const assigned = assign(placements, claim);
  if (assigned === null || claim.denied?.kind === "existence") return null;
  const looks = dressPlacements(placements, claim, assigned, random);
  if (looks === null) return null;
  const wanted = claim.graph.relations.map(({ subject, predicate, object }, index) => ({
    subject: assigned.get(subject) ?? "",
    predicate,
    object: assigned.get(object) ?? "",
    holds: !(claim.denied?.kind === "relation" && claim.denied.relation === index),
  }));
  if (!wanted.every((one) => isPossible(one, looks))) return null;
  let current = looks;
  for (let move = 0; move <= moves; move++) {
    const broken = wanted.filter((one) => !isMet(one, current, icons));
    if (broken.length === 0 && isSound(current, placements, icons)) return tieUp(current, icons);
    const one = broken.length > 0 ? random.pick(broken) : null;
    // A walk that has lost its way starts again from what was there.
    const from = move % 10 === 9 ? looks : current;
    current = moveObjects(from, one, wanted, icons, random);
  }
  return null;
}

interface Wanted {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  /** False for a relation that is denied. */
  readonly holds: boolean;
}

function assign(placements: readonly Placement[], { graph }: Claim): Map<string, string> | null {
  const free = new Map(placements.map((placement) => [placement.id, placement]));
  const assigned = new Map<string, string>();
  const take = (object: SceneObject, id: string | undefined): void => {
    if (id === undefined || !free.delete(id)) return;
    assigned.set(object.id, id);
  };
  for (const object of graph.objects) take(object, object.id);
  for (const isFit of [(a: string, b: string) => a === b, isOfOneRole]) {
    for (const object of graph.objects.filter(({ id }) => !assigned.has(id)))
      take(object, [...free.values()].find(({ name }) => isFit(name, object.name))?.id);
  }
  return assigned.size === graph.objects.length ? assigned : null;
}

function isPossible(
  { subject, predicate, object, holds }: Wanted,
  placements: readonly Placement[],
): boolean {
  const [a, b] = [subject, object].map((id) => placements.find((placement) => placement.id === id));
  if (a === undefined || b === undefined || !isOneOf(worldPredicates, predicate)) return false;
  if (!holds) return true;
  const [one, other] = [findWorldNoun(a.name), findWorldNoun(b.name)];
  if (predicate === "inside" || predicate === "on")
    return (
      one?.role === "thing" &&
      other?.role === (predicate === "on" ? "support" : "container") &&
      a.size === "small" &&
      b.size === "large"
    );
  if (predicate === "bigger than") return a.size === "large" && b.size === "small";
  if (predicate === "smaller than") return a.size === "small" && b.size === "large";
  return true;
}

function toObject(placement: Placement, icons: WorldIcons): SceneObject | null {
  const icon = icons.get(placement.name);
  if (icon === undefined) return null;
  const { id, name, size } = placement;
  return { id, name, attributes: [size], box: boxOf(placement, icon) };
}

function isMet(
  { subject, predicate, object, holds }: Wanted,
  placements: readonly Placement[],
  icons: WorldIcons,
): boolean {
  const [a, b] = [subject, object].map((id) => {
    const placement = placements.find((one) => one.id === id);
    return placement === undefined ? null : toObject(placement, icons);
  });
  if (!a || !b || !isOneOf(worldPredicates, predicate)) return false;
  return (
    judgeRelation(
      a,
      predicate,
      b,
      placements.map(({ id }) => id),
    ) === holds
  );
}

/** Whether all is in the picture, and things touch only as they did before, or as one clearly before the other. */
function isSound(placements: readonly Placement[], before: readonly Placement[], icons: WorldIcons): boolean {
  const objects = placements.flatMap((placement) => toObject(placement, icons) ?? []);
  const layers = placements.map(({ id }) => id);
  return objects.every((a, i) => {
    if (!a.box || a.box.x < 1 || a.box.y < 1) return false;
    if (a.box.x + a.box.width > sceneSide - 1 || a.box.y + a.box.height > sceneSide - 1) return false;
    return objects.slice(i + 1).every((b, offset) => {
      if (!a.box || !b.box) return false;
      const gapX = Math.max(b.box.x - a.box.x - a.box.width, a.box.x - b.box.x - b.box.width);
      const gapY = Math.max(b.box.y - a.box.y - a.box.height, a.box.y - b.box.y - b.box.height);
      if (Math.max(gapX, gapY) >= worldMargins.directionGap) return true;
      const holds = (predicate: "on" | "inside"): boolean =>
        judgeRelation(a, predicate, b, layers) === true || judgeRelation(b, predicate, a, layers) === true;
      const [behind, front] = [placements[i], placements[i + 1 + offset]];
      // Two shapes of one colour would run into each other.
      if (holds("on")) return behind?.colour !== front?.colour;
      if (holds("inside")) return true;
      const wereApart = before.every(
        ({ id, bound }) => id !== front?.id || !bound.includes(behind?.id ?? ""),
      );
      if (behind === undefined || front === undefined || (wereApart && Math.max(gapX, gapY) >= 0))
        return false;
      const areThings = [behind, front].every(({ name }) => findWorldNoun(name)?.role === "thing");
      return areThings && behind.colour !== front.colour && isOverlapClear(behind, front, icons);
    });
  });
}

/** Marks which things lie over which, anew. */
function tieUp(placements: readonly Placement[], icons: WorldIcons): Placement[] {
  return placements.map((front, i) => {
    const one = toObject(front, icons);
    const bound = placements.slice(0, i).filter((behind) => {
      const other = toObject(behind, icons);
      return (
        one !== null &&
        other !== null &&
        judgeRelation(one, "in front of", other, [behind.id, front.id]) === true
      );
    });
    return { ...front, bound: bound.map(({ id }) => id) };
  });
}

/** One step towards a relation that does not hold yet; without one, towards a scene where nothing touches by chance. */
function moveObjects(
  placements: readonly Placement[],
  broken: Wanted | null,
  wanted: readonly Wanted[],
  icons: WorldIcons,
  random: Random,
): Placement[] {
  const replace = (changed: readonly Placement[]): Placement[] =>
    placements.map((placement) => changed.find(({ id }) => id === placement.id) ?? placement);
  const anywhere = (placement: Placement): Placement => {
    const icon = icons.get(placement.name);
    const { width, height } = icon === undefined ? { width: 0, height: 0 } : extentOf(placement.size, icon);
    const draw = (length: number): number =>
      Math.round((2 + length / 2 + random.next() * (sceneSide - length - 4)) * 10) / 10;
    return { ...placement, x: draw(width), y: draw(height) };
  };
  if (broken === null) return replace([anywhere(random.pick(placements))]);
  const a = placements.find(({ id }) => id === broken.subject);
  const b = placements.find(({ id }) => id === broken.object);
  if (a === undefined || b === undefined) return [...placements];
  if (broken.holds && (broken.predicate === "on" || broken.predicate === "inside")) {
    const [aIcon, bIcon] = [icons.get(a.name), icons.get(b.name)];
    if (aIcon === undefined || bIcon === undefined) return [...placements];
    const [over, under] = [extentOf(a.size, aIcon), extentOf(b.size, bIcon)];
    const y =
      broken.predicate === "on"
        ? b.y - under.height / 2 - over.height / 2
        : b.y + (b.name === "house" ? 0.12 * under.height : 0);
    return replace([{ ...a, x: b.x, y }]);
  }
  if (broken.holds && (broken.predicate === "in front of" || broken.predicate === "behind")) {
    const [front, back] = broken.predicate === "behind" ? [b, a] : [a, b];
    const near = (at: number): number => Math.round((at + (random.next() - 0.5) * 90) * 10) / 10;
    const others = placements.filter(({ id }) => id !== front.id);
    return [...others, { ...front, x: near(back.x), y: near(back.y) }];
  }
  const isShared = wanted.some(
    (one) => one !== broken && [one.subject, one.object].some((id) => id === a.id || id === b.id),
  );
  const choice = random.integer(isShared ? 2 : 3);
  if (choice === 0)
    return replace([
      { ...a, x: b.x, y: b.y },
      { ...b, x: a.x, y: a.y },
    ]);
  return replace([anywhere(choice === 1 ? a : b)]);
}
