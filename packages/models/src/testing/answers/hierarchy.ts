import { sha256, type Json } from "@observatory/core";
import { readBlock, readElements, readNumber, readTexts } from "../read-elements.ts";
import { rankWords } from "./name-cluster.ts";
import { byText, countShared, listWords, toStem, toStems } from "./words.ts";

/**
 * The answer to `clio-parents`: the clusters in groups of those that share most words, as many as are wanted; each
 * group is named by words of all its clusters, or as many as ten words have room for.
 */
export function proposeParents(prompt: string): Json {
  const block = readBlock(prompt, "clusters");
  const clusters = readElements(block, "cluster")
    .map(({ inner }) => ({
      name: readTexts(inner, "name").join(" "),
      stems: toStems(`${readTexts(inner, "name").join(" ")} ${readTexts(inner, "description").join(" ")}`),
    }))
    .filter(({ name }) => name !== "")
    .toSorted((a, b) => byText(a.name, b.name));
  const { least, most } = readWanted(prompt, clusters.length);
  const aim = Math.min(clusters.length, Math.max(1, Math.round((least + most) / 2)));
  const groups = groupAlike(clusters, aim);
  return {
    names: [...new Set(groups.map((group) => nameGroup(group.map(({ name }) => name))))].toSorted(byText),
  };
}

interface NamedCluster {
  readonly name: string;
  readonly stems: ReadonlySet<string>;
}

/** Merges the two most alike groups, none of which grows past half more than its share, until few enough are left. */
function groupAlike(clusters: readonly NamedCluster[], aim: number): NamedCluster[][] {
  const groups = clusters.map((cluster) => [cluster]);
  const largest = Math.ceil((1.5 * clusters.length) / aim);
  while (groups.length > aim) {
    let best: readonly [number, number] = [0, 1];
    let most = -1;
    for (const [j, right] of groups.entries()) {
      for (const [i, left] of groups.slice(0, j).entries()) {
        const size = left.length + right.length;
        const alike = size > largest ? -1 / size - 1 : groupLikeness(left, right);
        if (alike > most) [best, most] = [[i, j], alike];
      }
    }
    const [merged] = groups.splice(best[1], 1);
    groups[best[0]]?.push(...(merged ?? []));
  }
  return groups;
}

function groupLikeness(a: readonly NamedCluster[], b: readonly NamedCluster[]): number {
  let sum = 0;
  for (const left of a) for (const right of b) sum += likeness(left.stems, right.stems);
  return sum / (a.length * b.length);
}

const subjectsOfParent = 6;

/** Takes the best word of each name in turn, then the second best, and so on. */
function nameGroup(names: readonly string[]): string {
  const ranked = rankWords(names, []);
  const words: string[] = [];
  for (let round = 0; round < subjectsOfParent && words.length < subjectsOfParent; round++) {
    for (const name of names) {
      const stems = toStems(name);
      const word = ranked.find((word) => stems.has(toStem(word)) && !words.includes(word));
      const isSaid = round === 0 && words.some((said) => stems.has(toStem(said)));
      if (word !== undefined && !isSaid && words.length < subjectsOfParent) words.push(word);
    }
  }
  return words.length === 0 ? "Get help with several different things" : `Get help with ${listWords(words)}`;
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

/**
 * The answer to `clio-assign`: the parent that shares most words with the cluster, of equals the first by spelling.
 * Where none shares a word a hash decides, so that not all of these go to one parent.
 */
export function chooseParent(prompt: string): Json {
  const parents = readTexts(readBlock(prompt, "parents"), "name").toSorted(byText);
  const cluster = readBlock(prompt, "cluster");
  const name = toStems(readTexts(cluster, "name").join(" "));
  const description = toStems(readTexts(cluster, "description").join(" "));
  const drawn = parents.toSorted((a, b) => byText(sha256(`${cluster}/${a}`), sha256(`${cluster}/${b}`)));
  let best = drawn[0] ?? "";
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
      pairs.push([likeness(left, right), i, j]);
    }
  }
  return pairs.toSorted((a, b) => b[0] - a[0] || a[2] - b[2] || a[1] - b[1]);
}

/** The Jaccard index of two sets of stems. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = countShared(a, b);
  return shared / Math.max(1, a.size + b.size - shared);
}
