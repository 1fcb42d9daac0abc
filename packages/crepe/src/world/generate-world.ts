import { createRandom, type Random, StateError, UsageError } from "@observatory/core";
import {
  type WorldColour,
  worldColourNames,
  type WorldNoun,
  worldNouns,
  worldPatterns,
  type WorldRole,
  type WorldSize,
} from "./catalogue.ts";
import type { HeldOut } from "./held-out-compounds.ts";
import { loadIcons, type WorldIcons } from "./load-icons.ts";
import { type Cast, type Look, placeObjects } from "./place-objects.ts";
import type { Placement } from "./placement.ts";
import { toWorldScene } from "./to-world-scene.ts";
import type { WorldScene } from "./world-scene.ts";

/** What the objects of a scene may be: words and compounds of colour and object that were held out, or not. */
export type WorldUse = "any" | "seen" | "unseen-compounds" | "unseen-atoms";

export interface GenerateWorldOptions {
  readonly scenes: number;
  readonly seed: number;
  /** Number of objects in a scene, drawn uniformly; 2 to 6 by default, at most 7. */
  readonly objects?: { readonly min: number; readonly max: number };
  /**
   * Two objects of the same name in one scene: never (the default), or only where their colours differ, so that a
   * mention with its colour is unambiguous.
   */
  readonly sameName?: "never" | "by-colour";
  /** Share of the large objects with a solid shape that are striped or dotted; 0.3 by default. */
  readonly patterned?: number;
  /** What is held out from training, and whether the objects of these scenes keep to it; any by default. */
  readonly heldOut?: { readonly from: HeldOut; readonly use: WorldUse };
  /** Shapes, if they are loaded already. */
  readonly icons?: WorldIcons;
}

const mostObjects = 7;

/**
 * Scenes drawn from a seed. Scene i depends on the seed and on i alone, not on how many are asked for.
 *
 * Throws UsageError for numbers out of range.
 */
export function* generateWorld(options: GenerateWorldOptions): Generator<WorldScene> {
  checkOptions(options);
  const icons = options.icons ?? loadIcons();
  for (let index = 0; index < options.scenes; index++) {
    const imageId = `world-${options.seed}-${String(index).padStart(6, "0")}`;
    const random = createRandom(`world/${options.seed}/${index}`);
    yield toWorldScene(imageId, drawPlacements(options, icons, random), icons, random.fork("order"));
  }
}

/** Placements of one scene. */
export function drawPlacements(
  options: Omit<GenerateWorldOptions, "scenes" | "seed" | "icons">,
  icons: WorldIcons,
  random: Random,
): Placement[] {
  const { min, max } = options.objects ?? { min: 2, max: 6 };
  const count = min + random.integer(max - min + 1);
  for (let attempt = 0; attempt < 200; attempt++) {
    const placements = placeObjects(count, createCast(options, random), icons, random);
    if (placements) return placements;
  }
  throw new StateError(`no room was found for ${count} objects`);
}

function checkOptions({ scenes, objects, patterned }: GenerateWorldOptions): void {
  if (!Number.isInteger(scenes) || scenes < 0)
    throw new UsageError("the number of scenes must be a whole number");
  const { min, max } = objects ?? { min: 2, max: 6 };
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1 || max < min || max > mostObjects) {
    throw new UsageError(`a scene holds 1 to ${mostObjects} objects, the least number first`);
  }
  if (patterned !== undefined && !(patterned >= 0 && patterned <= 1)) {
    throw new UsageError("the share of patterned objects must lie between 0 and 1");
  }
}

function createCast(options: Omit<GenerateWorldOptions, "scenes" | "seed" | "icons">, random: Random): Cast {
  const taken: { readonly name: string; readonly colour: WorldColour }[] = [];
  const isFree = (name: string, colour: WorldColour): boolean =>
    taken.every((other) => {
      return other.name !== name || (options.sameName === "by-colour" && other.colour !== colour);
    });
  return (role: WorldRole | "any", size?: WorldSize): Look => {
    // Supports and containers are drawn alone too, so that a word does not give the arrangement away.
    for (;;) {
      const noun = random.pick(worldNouns);
      const colour = random.pick(worldColourNames);
      if ((role !== "any" && noun.role !== role) || !isFree(noun.name, colour)) continue;
      if (!isAllowed(noun, colour, role, options.heldOut, taken)) continue;
      taken.push({ name: noun.name, colour });
      const drawn = size ?? (random.integer(2) === 0 ? "large" : "small");
      // On a small shape a pattern hides what the shape is.
      const isPatterned = noun.patterned && drawn === "large" && random.next() < (options.patterned ?? 0.3);
      const pattern = isPatterned ? random.pick(worldPatterns) : null;
      return { name: noun.name, colour, size: drawn, pattern };
    }
  };
}

function isAllowed(
  noun: WorldNoun,
  colour: WorldColour,
  role: WorldRole | "any",
  heldOut: GenerateWorldOptions["heldOut"],
  taken: readonly { readonly name: string }[],
): boolean {
  if (!heldOut || heldOut.use === "any") return true;
  const { unseenObjects } = heldOut.from;
  const unseenAtom = unseenObjects.includes(noun.name);
  const unseenCompound = heldOut.from.holdsAttribute(colour, noun.name);
  switch (heldOut.use) {
    case "seen":
      return !unseenAtom && !unseenCompound;
    case "unseen-compounds":
      return !unseenAtom && unseenCompound;
    case "unseen-atoms": {
      // Only things are held out as words: the first thing of the scene is one of them, and it has a thing.
      const isMissing = !taken.some(({ name }) => unseenObjects.includes(name));
      if (isMissing && (role === "any" || role === "thing")) return unseenAtom;
      return !unseenCompound;
    }
    default:
      return heldOut.use satisfies never;
  }
}
