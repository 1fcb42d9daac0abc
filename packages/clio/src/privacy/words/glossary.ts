import { sha256, UsageError } from "@observatory/core";
import { hasPersonalData } from "../../facets/redaction/has-personal-data.ts";
import type { PresetName } from "../../names.ts";
import { readTokens } from "./read-tokens.ts";
import { findOddShape } from "./word-shapes.ts";

/** Terms that a person has read and found harmless: names of products, places, inventions. Private. */
export interface Glossary {
  /** Every word of every term, as tokens are. */
  readonly words: ReadonlySet<string>;
  readonly terms: number;
  /** Of the terms in an order of their own; null where there are none. */
  readonly hash: string | null;
}

export const emptyGlossary: Glossary = { words: new Set(), terms: 0, hash: null };

/** Room for a word list of a whole language. */
const mostTerms = 500_000;
const longestTerm = 80;
const mostWords = 5;
const longestFile = 20_000_000;

/** Bump with every change of the rules for texts: part of the keys of the stages that name. */
const rulesVersion = 4;

/** What names depend on besides their stage's input. */
export function supportKey({ hash }: Glossary, preset: PresetName): string {
  return `rules ${rulesVersion}, preset ${preset}, terms ${hash ?? "none"}`;
}

/**
 * Reads a glossary: one term a line, of at most 5 words and 80 characters; empty lines and lines that begin with "# " are
 * passed over. At most 500,000 terms, so that a word list of a language is one too. Throws UsageError that names the line and never quotes it.
 *
 * @example
 * parseGlossary("# our products\nFrobnicator\nAcme Cloud\n").terms; // 2
 */
export function parseGlossary(text: string): Glossary {
  if (text.length > longestFile)
    throw toError(null, "the file is longer than 20 million characters", "Keep the terms that names need.");
  const terms = new Set<string>();
  const words = new Set<string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .entries()) {
    const term = line.trim();
    if (term === "" || /^#(?: |$)/u.test(term)) continue;
    const own = readTerm(term, index + 1);
    terms.add(own.join(" "));
    for (const word of own) words.add(word);
    if (terms.size > mostTerms)
      throw toError(index + 1, `there are more than ${mostTerms} terms`, "Keep the terms that names need.");
  }
  if (terms.size === 0) throw toError(null, "there is no term in it", "Write one term a line.");
  return { words, terms: terms.size, hash: sha256([...terms].toSorted().join("\n")) };
}

function readTerm(term: string, line: number): readonly string[] {
  if (/\p{C}|\uFFFD/u.test(term))
    throw toError(
      line,
      "it holds control or invisible characters",
      "Save the file as UTF-8 text and type the term anew.",
    );
  if (Array.from(term).length > longestTerm)
    throw toError(line, `it is longer than ${longestTerm} characters`, "Write one term a line.");
  const tokens = readTokens(term);
  if (tokens.length === 0 || tokens.length > mostWords)
    throw toError(line, `it has ${tokens.length} words`, `Write one term of 1 to ${mostWords} words a line.`);
  // All that it marks has a digit, a sign or several words.
  if (/[^\p{L}\p{M}]/u.test(term) && hasPersonalData(term))
    throw toError(
      line,
      "it looks like personal data",
      "Take it out: what tells of a person is never published.",
    );
  if (tokens.some((token) => findOddShape(token) !== null))
    throw toError(
      line,
      "a word mixes scripts or looks like a code",
      "Take it out, or write it in one script.",
    );
  return tokens.map(({ word }) => word);
}

function toError(line: number | null, what: string, hint: string): UsageError {
  const where = line === null ? "" : `line ${line}: `;
  return new UsageError(`the file of terms cannot be used: ${where}${what}`, { hint });
}
