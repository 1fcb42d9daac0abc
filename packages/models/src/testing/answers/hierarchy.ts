import type { Json } from "@observatory/core";
import { readBlock, readNumber, readTexts } from "../read-elements.ts";
import { rankWords } from "./name-cluster.ts";
import { byText, countShared, listWords, toStem, toStems } from "./words.ts";

/** The answer to `clio-parents`: the clusters by the words that most of them share, as many names as are wanted. */
export function proposeParents(prompt: string): Json {
  const clusters = readTexts(readBlock(prompt, "clusters"), "name").toSorted(byText);
  const wanted = readWanted(prompt, clusters.length);
  const aim = Math.min(clusters.length, Math.round((wanted.least + wanted.most) / 2));
  const names = new Set<string>();
  let left = clusters;
  while (names.size < aim && left.length > 0) {
    const [word] = rankWords(left, []);
    if (word === undefined) break;
    const stem = toStem(word);
    const covered = left.filter((name) => toStems(name).has(stem));
    left = left.filter((name) => !toStems(name).has(stem));
    names.add(`Get help with ${listWords(rankWords(covered, left).slice(0, 3))}`);
  }
  // Fewer groups than wanted: the clusters themselves are the narrowest names.
  for (const name of clusters) if (names.size < Math.min(wanted.least, clusters.length)) names.add(name);
  return { names: [...names].toSorted(byText) };
}

/** The answer to `clio-deduplicate`: of names that say the same one, then the least alike until few enough are left. */
export function deduplicateNames(prompt: string): Json {
  const given = readTexts(readBlock(prompt, "names"), "name").toSorted(byText);
  const byKey = new Map<string, string>();
  for (const name of given) {
    const key = [...toStems(name)].toSorted(byText).join(" ");
    if (!byKey.has(key)) byKey.set(key, name);
  }
  const names = [...byKey.values()];
  const { most } = readWanted(prompt, names.length);
  const pairs = likenesses(names);
  const dropped = new Set<number>();
  for (const [, kept, loser] of pairs) {
    if (names.length - dropped.size <= most) break;
    if (!dropped.has(kept)) dropped.add(loser);
  }
  return { names: names.filter((_, i) => !dropped.has(i)).toSorted(byText) };
}

/** The answer to `clio-assign`: the parent that shares most words with the cluster; of equals the first by spelling. */
export function chooseParent(prompt: string): Json {
  const parents = readTexts(readBlock(prompt, "parents"), "name").toSorted(byText);
  const cluster = readBlock(prompt, "cluster");
  const name = toStems(readTexts(cluster, "name").join(" "));
  const description = toStems(readTexts(cluster, "description").join(" "));
  let best = parents[0] ?? "";
  let most = 0;
  for (const parent of parents) {
    const stems = toStems(parent);
    const shared = 2 * countShared(stems, name) + countShared(stems, description);
    if (shared > most) [best, most] = [parent, shared];
  }
  return { parent: best };
}

function readWanted(prompt: string, count: number): { readonly least: number; readonly most: number } {
  const least = readNumber(prompt, "wanted", "least") ?? Math.max(1, Math.floor(count / 6));
  return { least, most: readNumber(prompt, "wanted", "most") ?? Math.max(least, Math.ceil(count / 2)) };
}

/** Pairs of names with the index of the later one, most alike first. */
function likenesses(names: readonly string[]): (readonly [number, number, number])[] {
  const stems = names.map(toStems);
  const pairs: (readonly [number, number, number])[] = [];
  for (const [j, right] of stems.entries()) {
    for (const [i, left] of stems.slice(0, j).entries()) {
      const shared = countShared(left, right);
      pairs.push([shared / Math.max(1, left.size + right.size - shared), i, j]);
    }
  }
  return pairs.toSorted((a, b) => b[0] - a[0] || a[2] - b[2] || a[1] - b[1]);
}
