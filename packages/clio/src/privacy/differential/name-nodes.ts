import type { ClusterName } from "../../analyst.ts";
import { hasPersonalData } from "../../facets/redaction/has-personal-data.ts";
import type { ClusterNode } from "../../hierarchy/build-tree.ts";
import { joinWords, pluralOf } from "../../naming/inflect.ts";
import { definiteNouns, imperativeVerbs, massNouns, pluralNouns } from "../../naming/lexicon.ts";
import { nameClustersLexically } from "../../naming/name-clusters-lexically.ts";
import { publishName, type PublishableName } from "../door.ts";
import { isPublicWord } from "../public-vocabulary.ts";
import { toPlainWords } from "../../words/plain-words.ts";
import { wordSignificance } from "./choose-clusters.ts";
import type { ClusterWords, Counted, CountedPair } from "./count-words.ts";
import { publicLanguages } from "./public-languages.ts";
import type { PublicWords } from "./public-words.ts";

export interface NameNodesOptions {
  /** Of each cluster that is known by what is said in it; clusters after the last are those of languages. */
  readonly words: readonly ClusterWords[];
  /** Noisy accounts of each base cluster. */
  readonly sizes: ArrayLike<number>;
  /** Languages of the clusters after the last of `words`, by their numbers. */
  readonly languages: readonly number[];
  readonly vocabulary: PublicWords;
}

/** What is known of a node: words and pairs that stand out of the noise. */
interface Said {
  readonly words: readonly Counted[];
  readonly pairs: readonly CountedPair[];
  readonly size: number;
}

/**
 * A name for each node of a tree, made of noisy numbers alone, or null where nothing stands out of the noise. Counts of a
 * parent are those of its clusters together: what is too rare in each may stand out there.
 */
export function nameNodes(
  nodes: readonly ClusterNode[],
  options: NameNodesOptions,
): readonly (PublishableName | null)[] {
  const names: (PublishableName | null)[] = nodes.map(() => null);
  const supported: (ReadonlySet<string> | undefined)[] = [];
  const levels = [...new Set(nodes.map(({ level }) => level))].toSorted((a, b) => a - b);
  for (const level of levels) {
    const here = [...nodes.keys()].filter((index) => nodes[index]?.level === level);
    const written = here.map((index) => {
      const children = [...nodes.keys()].filter((child) => nodes[child]?.parent === index);
      const said = hear(nodes[index]?.bases ?? [], options);
      const words = new Set([
        ...said.words.map(({ word }) => word),
        ...children.flatMap((child) => [...(supported[child] ?? [])]),
      ]);
      supported[index] = words;
      const supports = (text: string): boolean => isMadeOf(text, words, options.vocabulary);
      const childNames = children.flatMap((child) => names[child]?.name ?? []);
      return { index, said, children: childNames, supports, words };
    });
    const proposals = nameClustersLexically(
      written.map(({ said, children, supports }) => ({
        members: speak(said),
        outsiders: [],
        children,
        supports,
      })),
    );
    written.forEach(({ index, said, children, words }, at) => {
      const { bases = [] } = nodes[index] ?? {};
      const own = [
        ...nameLanguages(bases, options),
        ...(words.size === 0 ? [] : (proposals[at] ?? []).filter(({ name }) => saysSomething(name))),
        ...nameBySubjects(said, children),
      ];
      const support = {
        refusals: (text: string) =>
          toPlainWords(text)
            .filter((word) => !isMadeOf(word, words, options.vocabulary))
            .map((term) => ({ term, reason: "word" as const })),
      };
      names[index] = publishName(own, support, { hasPersonalData });
    });
  }
  return names;
}

/** Words and pairs of clusters together. */
function hear(bases: readonly number[], { words, sizes }: NameNodesOptions): Said {
  const own = bases.flatMap((base) => words[base] ?? []);
  const size = bases.reduce((sum, base) => sum + Math.max(0, sizes[base] ?? 0), 0);
  const sums = new Map<string, number>();
  let variance = 0;
  for (const { all, deviation } of own) {
    variance += deviation * deviation;
    for (const { word, accounts } of all) sums.set(word, (sums.get(word) ?? 0) + accounts);
  }
  const least = wordSignificance * Math.sqrt(variance);
  const pairs = new Map<string, CountedPair>();
  for (const { first, second, accounts } of own.flatMap((each) => each.pairs)) {
    const key = `${first} ${second}`;
    pairs.set(key, { first, second, accounts: accounts + (pairs.get(key)?.accounts ?? 0) });
  }
  const kept = new Set(own.flatMap((each) => each.words.map(({ word }) => word)));
  return {
    words: [...sums]
      .filter(([word, accounts]) => accounts >= least || kept.has(word))
      .map(([word, accounts]) => ({ word, accounts }))
      .toSorted((a, b) => b.accounts - a.accounts || (a.word < b.word ? -1 : 1)),
    pairs: [...pairs.values()].toSorted((a, b) => b.accounts - a.accounts || (a.first < b.first ? -1 : 1)),
    size,
  };
}

const voices = 150;

/** Words that stand before a thing or beside an action: alone they name nothing ("longs", "insteads"). */
const nothings: ReadonlySet<string> = new Set(
  `long short instead true false original current previous next last first second third new old good bad best better worse big small
large little high low minimum maximum different same similar other right wrong sure late early soon far near close free full
empty easy hard quick slow fast hot cold warm nice fine great whole entire real actual possible able ready available specific certain
particular several enough exact recent upcoming regular normal usual local total average main only own just also again back away ahead
together apart anyway already yet ever never always often maybe really very too`.split(/\s+/u),
);

/**
 * Sentences that have the words and pairs as often as the cluster has them, for the rules that name clusters to read. Silent
 * ones stand for those of whom nothing stands out.
 */
function speak({ words, pairs, size }: Said): readonly string[] {
  const whole = Math.max(size, ...words.map(({ accounts }) => accounts), 1);
  const told = new Map<string, number>();
  const texts: string[] = [];
  const say = (text: string, accounts: number): void => {
    const times = Math.min(voices - texts.length, Math.round((voices * accounts) / whole));
    for (let time = 0; time < times; time++) texts.push(text);
  };
  for (const { first, second, accounts } of pairs) {
    // "i want to" tells the rules that "change" is done here and is no thing.
    if (nothings.has(second)) continue;
    say(
      `${imperativeVerbs.has(first) && !kinds.has(first) ? "i want to " : ""}${toPhrase(first, second)}`,
      accounts,
    );
    for (const word of [first, second]) told.set(word, (told.get(word) ?? 0) + accounts);
  }
  for (const { word, accounts } of words) {
    const rest = accounts - (told.get(word) ?? 0);
    if (rest > 0 && !imperativeVerbs.has(word) && !nothings.has(word)) say(many(word), rest);
  }
  while (texts.length < voices) texts.push("");
  return texts;
}

/** Base forms of actions that are done to nothing: beside a thing they say of what kind it is. */
const kinds: ReadonlyMap<string, string> = new Map([
  ["shop", "shopping"],
  ["park", "parking"],
  ["swim", "swimming"],
  ["camp", "camping"],
]);

function toPhrase(first: string, second: string): string {
  return `${kinds.get(first) ?? first} ${many(second)}`;
}

/** As people mostly speak of a thing: "alarms", "the weather", "money". */
function many(noun: string): string {
  if (definiteNouns.has(noun)) return `the ${noun}`;
  return massNouns.has(noun) || pluralNouns.has(noun) ? noun : pluralOf(noun);
}

function isMadeOf(text: string, words: ReadonlySet<string>, vocabulary: PublicWords): boolean {
  return toPlainWords(text).every((word) => {
    if (isPublicWord(word)) return true;
    const base = vocabulary.words[vocabulary.indexOf(word)];
    return base !== undefined && words.has(base);
  });
}

/**
 * Names of the last resort say that requests were mixed; withheld says it more honestly. Single English words may look like
 * another language to the rules.
 */
function saysSomething(name: string): boolean {
  return !name.startsWith("Requests in ") && toPlainWords(name).some((word) => !isPublicWord(word));
}

/** By its most frequent words, where the rules find no sentence. */
function nameBySubjects({ words, pairs }: Said, children: readonly string[]): readonly ClusterName[] {
  const paired = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  const said = [
    ...pairs
      .filter(({ second }) => !nothings.has(second))
      .slice(0, 2)
      .map(({ first, second }) => toPhrase(first, second)),
    ...words.flatMap(({ word }) =>
      paired.has(word) || imperativeVerbs.has(word) || nothings.has(word) ? [] : many(word),
    ),
  ];
  const [first, ...others] = said;
  if (first !== undefined) {
    return [3, 2, 1]
      .filter((count) => said.length >= count)
      .map((count) => ({
        name: `Ask about ${joinWords([first, ...others].slice(0, count))}`,
        description: `Users asked about ${joinWords(said.slice(0, 5))}.`,
      }));
  }
  return children.slice(0, 1).map((name) => ({ name, description: "Users asked about several things." }));
}

function nameLanguages(
  bases: readonly number[],
  { words, languages }: NameNodesOptions,
): readonly ClusterName[] {
  if (bases.length === 0 || bases.some((base) => base < words.length)) return [];
  const named = bases.flatMap((base) => publicLanguages[languages[base - words.length] ?? -1] ?? []);
  const description =
    "Users wrote in a language that the embedder does not know, so what they asked was not compared.";
  if (bases.length === 1)
    return [{ name: `Requests in ${named[0] ?? "other languages"}`, description }].map(plain);
  return [{ name: "Requests in other languages", description }].map(plain);
}

/** Public words alone. */
function plain({ name }: ClusterName): ClusterName {
  return { name, description: "Users asked in other languages." };
}
