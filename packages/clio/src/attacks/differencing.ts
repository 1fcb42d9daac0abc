import type { Release } from "../release/release.ts";

/** A number that can be read in a release, or in what it was made of. */
export interface ToldNumber {
  /** What it counts, the same in two releases. */
  readonly what: string;
  readonly value: number;
  /** By how much the true number may be off it, up or down. */
  readonly slack: number;
}

/** A number that is not the same in two releases. */
export interface NumberDifference {
  readonly what: string;
  /** Null where it was not told. */
  readonly before: number | null;
  readonly after: number | null;
  /** What the true number may have changed by, as far as these two tell; null where one of them does not. */
  readonly change: readonly [least: number, most: number] | null;
}

/** All that two releases tell together and neither alone. */
export interface Differencing {
  readonly numbers: readonly NumberDifference[];
  /** Clusters that have other names or descriptions. */
  readonly names: readonly { readonly id: string; readonly before: string; readonly after: string }[];
  /** Ids of clusters that are shown in one of the two alone. */
  readonly came: readonly string[];
  readonly went: readonly string[];
  /** Whether the two are the same, so that nothing can be subtracted. */
  readonly isSame: boolean;
  /** The least change that is certain, of any number; 0 where none is. One account more or less is seen where this is small and not 0. */
  readonly leastCertain: number;
}

/**
 * Subtracts one release from a later one, as someone would who has both.
 *
 * @example
 * const { numbers, names } = differenceReleases(await loadRelease("spring"), await loadRelease("autumn"));
 */
export function differenceReleases(before: Release, after: Release): Differencing {
  const namesOf = ({ clusters }: Release) =>
    new Map(clusters.clusters.map(({ id, name, description }) => [id, `${name}\n${description}`]));
  return {
    ...differenceNumbers(listToldNumbers(before), listToldNumbers(after)),
    ...differenceNames(namesOf(before), namesOf(after)),
    isSame: JSON.stringify(before) === JSON.stringify(after),
  };
}

/** What changed between two lists of numbers, in the order of the later one, then what is told no more. */
export function differenceNumbers(
  before: readonly ToldNumber[],
  after: readonly ToldNumber[],
): Pick<Differencing, "numbers" | "leastCertain"> {
  const earlier = new Map(before.map((told) => [told.what, told]));
  const later = new Set(after.map(({ what }) => what));
  const numbers = [
    ...after.flatMap((told): NumberDifference[] => {
      const known = earlier.get(told.what);
      if (known?.value === told.value) return [];
      return [
        { what: told.what, before: known?.value ?? null, after: told.value, change: toChange(known, told) },
      ];
    }),
    ...before
      .filter(({ what }) => !later.has(what))
      .map(({ what, value }): NumberDifference => ({ what, before: value, after: null, change: null })),
  ];
  const certain = numbers.flatMap(({ change }) => {
    if (change === null) return [];
    const [least, most] = change;
    return least > 0 ? [least] : most < 0 ? [-most] : [];
  });
  return { numbers, leastCertain: certain.length === 0 ? 0 : Math.min(...certain) };
}

/** Which names changed, and which clusters came and went; by id. */
export function differenceNames(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Pick<Differencing, "names" | "came" | "went"> {
  return {
    names: [...after].flatMap(([id, name]) => {
      const known = before.get(id);
      return known === undefined || known === name ? [] : [{ id, before: known, after: name }];
    }),
    came: [...after.keys()].filter((id) => !before.has(id)),
    went: [...before.keys()].filter((id) => !after.has(id)),
  };
}

/** Every count of people or conversations that a release tells. */
export function listToldNumbers({ release, clusters, overlays, timeline }: Release): ToldNumber[] {
  const told: ToldNumber[] = [];
  const tell = (what: string, value: number | null, slack: number): void => {
    if (value !== null) told.push({ what, value, slack });
  };
  const unit = release.thresholds.roundTo;
  tell("conversations", release.totals.conversations, unit / 2);
  tell("accounts", release.totals.accounts, unit / 2);
  tell("conversations that an embedder knows", release.routes.semantic, unit / 2);
  tell("conversations withheld at the top", release.withheld.topClusters.conversations, unit);
  for (const { id, conversations, accounts, withheld } of clusters.clusters) {
    tell(`conversations of ${id}`, conversations, unit);
    tell(`accounts of ${id}`, accounts, unit / 2);
    tell(`conversations withheld of ${id}`, withheld?.conversations ?? null, unit);
  }
  const cellSlack = (overlays?.thresholds.roundTo ?? unit) - 1;
  for (const { name, values, otherConversations, clusters: rows } of overlays?.facets ?? []) {
    tell(`conversations with other ${name}`, otherConversations, cellSlack);
    for (const { value, conversations, accounts } of values) {
      tell(`conversations with ${name} ${value}`, conversations, cellSlack);
      tell(`accounts with ${name} ${value}`, accounts, cellSlack);
    }
    for (const [id, cells] of Object.entries(rows)) {
      for (const cell of cells) {
        const value = values[cell.value]?.value ?? "";
        tell(`conversations of ${id} with ${name} ${value}`, cell.conversations, cellSlack);
        tell(`accounts of ${id} with ${name} ${value}`, cell.accounts, cellSlack);
      }
    }
  }
  if (timeline === null) return told;
  tell("conversations without time", timeline.withoutTime, cellSlack);
  timeline.buckets.forEach(({ start, end, conversations }, at) => {
    tell(`conversations from ${start} to ${end}`, conversations, cellSlack);
    for (const [id, row] of Object.entries(timeline.clusters)) {
      tell(`conversations of ${id} from ${start} to ${end}`, row.conversations[at] ?? null, cellSlack);
    }
  });
  return told;
}

function toChange(before: ToldNumber | undefined, after: ToldNumber): NumberDifference["change"] {
  if (before === undefined) return null;
  const change = after.value - before.value;
  const slack = before.slack + after.slack;
  return [change - slack, change + slack];
}
