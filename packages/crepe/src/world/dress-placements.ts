import type { Random } from "@observatory/core";
import type { Claim } from "../captions/render/claim.ts";
import {
  findWorldNoun,
  worldColourNames,
  worldNouns,
  type WorldPattern,
  worldPatterns,
  worldSizeNames,
} from "./catalogue.ts";
import type { Placement } from "./placement.ts";

/**
 * Gives things the names and attributes of a claim; a denied name or attribute becomes another of its kind. What takes the
 * name of another thing gives it its own. Null where a name is not of the thing's role, an attribute not of the world,
 * or a pattern would not show.
 *
 * @param assigned ids of the claim's objects to ids of things
 */
export function dressPlacements(
  placements: readonly Placement[],
  { graph, denied }: Claim,
  assigned: ReadonlyMap<string, string>,
  random: Random,
): Placement[] | null {
  const result = new Map(placements.map((placement) => [placement.id, placement]));
  const said = new Set(graph.objects.map(({ name }) => name));
  const names = new Map<string, string>();
  for (const { id, name } of graph.objects) {
    if (denied?.kind !== "object" || denied.object !== id) names.set(assigned.get(id) ?? "", name);
    else {
      const others = worldNouns.filter(
        (noun) =>
          isOfOneRole(noun.name, name) &&
          !said.has(noun.name) &&
          placements.every((placement) => placement.name !== noun.name),
      );
      if (others.length === 0) return null;
      names.set(assigned.get(id) ?? "", random.pick(others).name);
    }
  }
  const taken = new Set(names.values());
  // Names that were pushed out go to the things whose own names were taken.
  const loose = placements.flatMap(({ id, name }) => (names.has(id) && !taken.has(name) ? [name] : []));
  for (const placement of placements) {
    const isTaken = !names.has(placement.id) && taken.has(placement.name);
    const name = names.get(placement.id) ?? (isTaken ? loose.pop() : placement.name);
    if (name === undefined || !isOfOneRole(name, placement.name)) return null;
    result.set(
      placement.id,
      name === placement.name ? placement : withoutHiddenPattern({ ...placement, name }),
    );
  }
  for (const object of graph.objects) {
    const id = assigned.get(object.id) ?? "";
    const placement = result.get(id);
    if (placement === undefined) return null;
    const deniedAttribute =
      denied?.kind === "attribute" && denied.object === object.id ? denied.attribute : null;
    const dressed = wear(placement, object.attributes, deniedAttribute, random);
    if (dressed === null) return null;
    result.set(id, dressed);
  }
  return [...result.values()];
}

function wear(
  placement: Placement,
  attributes: readonly string[],
  denied: string | null,
  random: Random,
): Placement | null {
  let next = placement;
  for (const attribute of attributes) {
    const isDenied = attribute === denied;
    const choose = <T extends string>(words: readonly T[], present: T | null): T | undefined => {
      const fitting = words.filter((word) => (word === attribute) !== isDenied);
      // What is there stays where it will do.
      return (
        fitting.find((word) => word === present) ?? (fitting.length > 0 ? random.pick(fitting) : undefined)
      );
    };
    if (isOneOf(worldColourNames, attribute)) {
      next = { ...next, colour: choose(worldColourNames, next.colour) ?? next.colour };
    } else if (isOneOf(worldSizeNames, attribute)) {
      next = { ...next, size: choose(worldSizeNames, next.size) ?? next.size };
    } else if (isOneOf(worldPatterns, attribute)) {
      next = { ...next, pattern: choose<WorldPattern>(worldPatterns, next.pattern) ?? null };
    } else return null;
  }
  const shown = withoutHiddenPattern(next);
  const isSaid = attributes.some((attribute) => isOneOf(worldPatterns, attribute));
  return isSaid && shown !== next ? null : shown;
}

/** A pattern shows on large and solid shapes only. */
function withoutHiddenPattern(placement: Placement): Placement {
  const shows = placement.size === "large" && findWorldNoun(placement.name)?.patterned === true;
  return placement.pattern === null || shows ? placement : { ...placement, pattern: null };
}

/** Whether a word is one of a closed set. */
export function isOneOf<T extends string>(words: readonly T[], word: string): word is T {
  return words.some((one) => one === word);
}

/** Whether two nouns of the world have the same role. */
export function isOfOneRole(one: string, other: string): boolean {
  return findWorldNoun(one)?.role === findWorldNoun(other)?.role;
}
