import type { ClusterName } from "../analyst.ts";
import { toInflectionKey } from "../words/inflection-key.ts";

/** Proposals for one cluster, and longer names to take where the first is another cluster's too. */
export interface Proposals {
  readonly names: readonly ClusterName[];
  /** Best first. */
  readonly distinguished: readonly ClusterName[];
  /** How sure the first name is; the surer cluster keeps a name that two propose. */
  readonly worth: number;
}

/**
 * Gives every cluster of a level proposals that no other cluster has: whichever of them is published, no two
 * clusters are called the same. Names differ only if they differ in more than number, order and small words.
 */
export function makeDistinct(level: readonly Proposals[]): readonly (readonly ClusterName[])[] {
  const owner = new Map<string, number>();
  const firsts: (ClusterName | null)[] = level.map(() => null);
  const order = level
    .map((_, index) => index)
    .toSorted((a, b) => (level[b]?.worth ?? 0) - (level[a]?.worth ?? 0) || a - b);
  const free = (name: string, cluster: number): boolean =>
    (owner.get(keyOfName(name)) ?? cluster) === cluster;
  for (const cluster of order) {
    const { names, distinguished } = level[cluster] ?? { names: [], distinguished: [] };
    const [first] = names;
    if (first === undefined) continue;
    const choice = free(first.name, cluster)
      ? first
      : [...distinguished, ...names].find(({ name }) => free(name, cluster));
    if (choice === undefined) continue;
    firsts[cluster] = choice;
    owner.set(keyOfName(choice.name), cluster);
  }
  const chosen: ClusterName[][] = firsts.map((first) => (first === null ? [] : [first]));
  // Later proposals in turns, so that each cluster gets its second before one gets its third.
  const longest = Math.max(0, ...level.map(({ names }) => names.length));
  for (let rank = 0; rank < longest; rank++) {
    for (const cluster of order) {
      const proposal = level[cluster]?.names[rank];
      if (proposal === undefined || owner.has(keyOfName(proposal.name))) continue;
      owner.set(keyOfName(proposal.name), cluster);
      chosen[cluster]?.push(proposal);
    }
  }
  return chosen;
}

const small: ReadonlySet<string> = new Set([
  "a",
  "an",
  "the",
  "and",
  "or",
  "of",
  "to",
  "for",
  "about",
  "in",
  "on",
  "with",
  "its",
  "their",
]);

/** Equal for names that a reader would take for the same. */
export function keyOfName(name: string): string {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !small.has(word));
  return words.map(toInflectionKey).toSorted().join(" ");
}
