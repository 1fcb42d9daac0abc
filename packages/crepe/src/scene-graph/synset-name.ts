import { z } from "zod";

const pattern = /^(\S+)\.([nvasr])\.(\d{1,3})$/u;

/** The name of a synset, as in Visual Genome: `tree.n.01`. */
export const synsetNameSchema = z.string().regex(pattern);

/** The parts of a synset's name. */
export interface SynsetName {
  /** Lower-case, with spaces: "hot dog". */
  readonly lemma: string;
  /** Satellite adjectives (`s`) count as adjectives. */
  readonly part: "n" | "v" | "a" | "r";
  /** Which of the lemma's senses in that part of speech, from 1. */
  readonly number: number;
}

/**
 * Reads `lemma.part.number`, the names that NLTK gives to the synsets of WordNet 3.0. Null for a text of another form;
 * whether WordNet has such a sense is not asked.
 */
export function parseSynsetName(text: string): SynsetName | null {
  const [, lemma = "", part = "", digits = ""] = pattern.exec(text) ?? [];
  const number = Number(digits);
  if (lemma === "" || number === 0) return null;
  const name = { lemma: lemma.toLowerCase().replaceAll("_", " "), number };
  switch (part) {
    case "n":
    case "v":
    case "r":
      return { ...name, part };
    default:
      return { ...name, part: "a" };
  }
}
