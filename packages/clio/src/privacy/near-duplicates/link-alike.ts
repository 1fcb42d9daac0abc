import type { BandTable } from "./band-table.ts";
import type { DisjointSets } from "./disjoint-sets.ts";
import { createBuckets } from "./list-buckets.ts";
import { resemblance, toShingles } from "./resemblance.ts";
import type { TokenFile } from "./token-file.ts";

/** How many texts of one bucket a text is compared with at most. */
const mostCompared = 256;

export interface LinkAlikeOptions {
  readonly bands: BandTable;
  readonly band: number;
  readonly file: TokenFile;
  /** From what resemblance on two texts are united. */
  readonly least: number;
}

/** Unites the texts that share a band and, as their shingles show, resemble each other. */
export function linkAlike(sets: DisjointSets, { bands, band, file, least }: LinkAlikeOptions): void {
  const buckets = createBuckets(file.count);
  for (let text = 0; text < file.count; text++) buckets.add(bands.keyOf(text, band), text);
  for (const { texts } of buckets.list()) linkBucket(texts, file, sets, least);
}

function linkBucket(texts: readonly number[], file: TokenFile, sets: DisjointSets, least: number): void {
  // Members of one set in a list of its own, so that a text of the set is passed over at once.
  const lists: number[][] = [];
  for (const text of texts) {
    const shingles = toShingles(file.read(text));
    let left = mostCompared;
    let home: number[] | null = null;
    for (const list of lists) {
      for (const other of list) {
        const isLinked = sets.find(other) === sets.find(text);
        if (isLinked) home = list;
        if (isLinked || left-- <= 0) break;
        if (resemblance(shingles, toShingles(file.read(other))) >= least) sets.unite(text, other);
      }
      if (sets.find(list[0] ?? text) === sets.find(text)) home = list;
      if (left <= 0) break;
    }
    if (home) home.push(text);
    else lists.push([text]);
  }
}
