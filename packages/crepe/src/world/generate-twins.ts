import { createRandom, type Random, StateError, UsageError } from "@observatory/core";
import type { Box, SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";
import { worldColourNames, worldPatterns, worldSizeNames } from "./catalogue.ts";
import { drawPlacements, type GenerateWorldOptions } from "./generate-world.ts";
import { loadIcons, type WorldIcons } from "./load-icons.ts";
import { isOverlapClear } from "./place-objects.ts";
import type { Placement } from "./placement.ts";
import { relationTruth, worldMargins } from "./relation-truth.ts";
import { toWorldScene } from "./to-world-scene.ts";
import { sceneSide, type WorldScene } from "./world-scene.ts";

export interface WorldTwins {
  readonly id: string;
  /** Two objects exchanged an attribute, or the sides of a relation. */
  readonly kind: "swap-attributes" | "swap-relation";
  /** What changed: `colour`, `size`, `pattern`, or the predicate. */
  readonly over: string;
  readonly a: WorldScene;
  readonly b: WorldScene;
  /**
   * What the captions are to say: two objects with the attributes or the relation that changed. Each is true of its own
   * scene and certainly false of the other; both are of the same words.
   */
  readonly focus: { readonly a: SceneGraph; readonly b: SceneGraph };
}

export interface GenerateTwinsOptions extends Pick<GenerateWorldOptions, "patterned" | "icons"> {
  readonly count: number;
  readonly seed: number;
  /** Number of objects in a scene; 2 to 4 by default. */
  readonly objects?: { readonly min: number; readonly max: number };
}

/** Relations whose sides two objects can exchange: by changing places, layers or sizes. */
const reversible = [
  "left of",
  "in front of",
  "above",
  "bigger than",
  "right of",
  "behind",
  "below",
  "smaller than",
] as const;
const attributes = ["colour", "size", "pattern"] as const;
type Over = (typeof reversible)[number] | (typeof attributes)[number];
const attempts = 1000;

/**
 * Pairs of scenes for counter-balanced 2 x 2 items: scene B is scene A but for one exchange. Half of the pairs exchange
 * attributes (colour, size, pattern in turn), half the sides of a relation (each reversible one in turn).
 */
export function* generateTwins(options: GenerateTwinsOptions): Generator<WorldTwins> {
  const objects = options.objects ?? { min: 2, max: 4 };
  if (!Number.isInteger(options.count) || options.count < 0) {
    throw new UsageError("the number of pairs must be a whole number");
  }
  if (!(objects.min >= 2) || !(objects.max >= objects.min) || objects.max > 7) {
    throw new UsageError("a twin holds 2 to 7 objects, the least number first");
  }
  const icons = options.icons ?? loadIcons();
  for (let index = 0; index < options.count; index++) {
    const isAttribute = index % 2 === 0;
    const turn = Math.floor(index / 2);
    const over = isAttribute ? attributes[turn % attributes.length] : reversible[turn % reversible.length];
    const id = `twins-${options.seed}-${String(index).padStart(6, "0")}`;
    const random = createRandom(`twins/${options.seed}/${index}`);
    if (over) yield drawTwins(id, over, { objects, patterned: options.patterned }, icons, random);
  }
}

function drawTwins(
  id: string,
  over: Over,
  options: Pick<GenerateTwinsOptions, "objects" | "patterned">,
  icons: WorldIcons,
  random: Random,
): WorldTwins {
  const patterned = over === "pattern" ? 1 : options.patterned;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = drawPlacements({ ...options, patterned }, icons, random);
    const [first, second] = random.shuffle(before);
    if (!first || !second) continue;
    const after = exchange(over, first, second, before, icons);
    if (!after) continue;
    // Which of the two scenes comes first must not tell how it was made.
    const [drawnA, drawnB] = random.integer(2) === 0 ? [before, after] : [after, before];
    // The same order of objects in both, so that the graphs too differ only by the exchange.
    const a = toWorldScene(`${id}-a`, drawnA, icons, createRandom(id));
    const b = toWorldScene(`${id}-b`, drawnB, icons, createRandom(id));
    const mayTouch = over === "colour" || over === "pattern" || over === "in front of" || over === "behind";
    if (
      !isSound(a, b) ||
      (!mayTouch && [first, second].some(({ id: one }) => bondsOf(a).includes(`${one} `)))
    )
      continue;
    const focus = isRelation(over)
      ? focusOnRelation(over, first.id, second.id, a, b)
      : focusOnAttributes(over, first.id, second.id, a, b, random);
    if (focus) return { id, kind: isRelation(over) ? "swap-relation" : "swap-attributes", over, a, b, focus };
  }
  throw new StateError(`no twins over ${over} were found in ${attempts} attempts`);
}

function isRelation(over: Over): over is (typeof reversible)[number] {
  return reversible.some((predicate) => predicate === over);
}

/** The placements with one property of the two objects exchanged, or null where they do not differ in it. */
function exchange(
  over: Over,
  first: Placement,
  second: Placement,
  before: readonly Placement[],
  icons: WorldIcons,
): Placement[] | null {
  const replace = (one: Placement, other: Placement): Placement[] =>
    before.map((placement) => (placement === first ? one : placement === second ? other : placement));
  switch (over) {
    case "colour":
      if (first.colour === second.colour) return null;
      return replace({ ...first, colour: second.colour }, { ...second, colour: first.colour });
    case "pattern":
      if (!first.pattern || !second.pattern || first.pattern === second.pattern) return null;
      return replace({ ...first, pattern: second.pattern }, { ...second, pattern: first.pattern });
    case "size":
    case "bigger than":
    case "smaller than":
      if (first.size === second.size || first.pattern || second.pattern) return null;
      return replace({ ...first, size: second.size }, { ...second, size: first.size });
    case "left of":
    case "right of":
    case "above":
    case "below":
      if (first.size !== second.size) return null;
      return replace({ ...first, x: second.x, y: second.y }, { ...second, x: first.x, y: first.y });
    case "in front of":
    case "behind": {
      if (!second.bound.includes(first.id) && !first.bound.includes(second.id)) return null;
      const [back, front] = second.bound.includes(first.id) ? [first, second] : [second, first];
      if (!isOverlapClear(front, back, icons)) return null;
      return before.map((placement) => {
        if (placement === back) return { ...front, bound: [] };
        return placement === front ? { ...back, bound: [front.id] } : placement;
      });
    }
    default:
      return over satisfies never;
  }
}

/** Whether an exchange made no two objects touch that did not before, moved none out of the picture or its place. */
function isSound(a: WorldScene, b: WorldScene): boolean {
  return (
    [a, b].every(({ graph }) => graph.objects.every(({ box }) => box && isInPicture(box))) &&
    bondsOf(a) === bondsOf(b)
  );
}

function isInPicture(box: Box): boolean {
  return (
    box.x >= 1 && box.y >= 1 && box.x + box.width <= sceneSide - 1 && box.y + box.height <= sceneSide - 1
  );
}

/** Which pairs of objects touch, and how. */
function bondsOf({ graph, layers }: WorldScene): string {
  const touching = graph.objects.flatMap((one) =>
    graph.objects.map((other) => {
      if (one.id >= other.id || !one.box || !other.box) return "";
      const gapX = Math.max(
        one.box.x - other.box.x - other.box.width,
        other.box.x - one.box.x - one.box.width,
      );
      const gapY = Math.max(
        one.box.y - other.box.y - other.box.height,
        other.box.y - one.box.y - one.box.height,
      );
      if (Math.max(gapX, gapY) >= worldMargins.directionGap) return "";
      const kinds = ["on", "inside"].flatMap((predicate) => [
        relationTruth({ graph, layers }, one.id, predicate, other.id),
        relationTruth({ graph, layers }, other.id, predicate, one.id),
      ]);
      const overlap = relationTruth({ graph, layers }, one.id, "in front of", other.id) !== null;
      return `${one.id} ${other.id} ${kinds.join(" ")} ${overlap}`;
    }),
  );
  return touching
    .filter((bond) => bond !== "")
    .toSorted()
    .join("; ");
}

function focusOnRelation(
  predicate: string,
  first: string,
  second: string,
  a: WorldScene,
  b: WorldScene,
): WorldTwins["focus"] | null {
  const [subject, object] =
    relationTruth(a, first, predicate, second) === true ? [first, second] : [second, first];
  const holds =
    relationTruth(a, subject, predicate, object) === true &&
    relationTruth(b, object, predicate, subject) === true &&
    relationTruth(a, object, predicate, subject) === false &&
    relationTruth(b, subject, predicate, object) === false;
  if (!holds) return null;
  return {
    a: { objects: pick(a, [first, second], () => []), relations: [{ subject, predicate, object }] },
    b: {
      objects: pick(b, [first, second], () => []),
      relations: [{ subject: object, predicate, object: subject }],
    },
  };
}

const exchanged: Readonly<Record<(typeof attributes)[number], readonly string[]>> = {
  colour: worldColourNames,
  size: worldSizeNames,
  pattern: worldPatterns,
};

function focusOnAttributes(
  over: (typeof attributes)[number],
  first: string,
  second: string,
  a: WorldScene,
  b: WorldScene,
  random: Random,
): WorldTwins["focus"] {
  const keep = (object: SceneObject): string[] =>
    object.attributes.filter((word) => exchanged[over].includes(word));
  const shared = a.graph.relations.filter(
    ({ subject, predicate, object }) =>
      [subject, object].includes(first) &&
      [subject, object].includes(second) &&
      relationTruth(b, subject, predicate, object) === true,
  );
  // A relation that holds in both scenes makes some captions longer and tells nothing.
  const relations = shared.length > 0 && random.integer(2) === 0 ? [random.pick(shared)] : [];
  return {
    a: { objects: pick(a, [first, second], keep), relations },
    b: { objects: pick(b, [first, second], keep), relations },
  };
}

function pick(
  scene: WorldScene,
  ids: readonly string[],
  keep: (object: SceneObject) => string[],
): SceneObject[] {
  return scene.graph.objects
    .filter(({ id }) => ids.includes(id))
    .map((object) => ({ ...object, attributes: keep(object) }));
}
