import { once } from "@observatory/core";
import { createRequire } from "node:module";
import type { Model } from "wink-eng-lite-web-model";
import type winkNlp from "wink-nlp";
import { joinSpellings } from "./joined-spelling.ts";
import { repairTags } from "./repair-tags.ts";

/** One word or mark of a text with its universal part of speech (`NOUN`, `VERB`, `ADP` ...). */
export interface Token {
  /** As written. */
  readonly text: string;
  readonly lower: string;
  readonly pos: string;
  /** Dictionary form, lower case. */
  readonly lemma: string;
}

export type Sentence = readonly Token[];

const charactersRead = 500;
const sentencesRead = 3;
const tokensRead = 60;

/** Stands where personal data was taken out: a pronoun, which no phrase of a name may contain. */
const stranger = "someone";
const placeholder = /[[<{](?:[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)*)[\]>}]/gu;
const address = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gu;

type TokenReader = (index: number, token: unknown) => string;

// Reading the model takes half a second, which a command that tags nothing should not wait for.
const openTagger = once(() => {
  const load = createRequire(import.meta.url);
  const createNlp: typeof winkNlp = load("wink-nlp");
  const model: Model = load("wink-eng-lite-web-model");
  const nlp = createNlp(model, ["pos"]);
  // The library reads the functions themselves; their declared types make them methods, that of the lemma a wrong one.
  return { nlp, its: nlp.its as unknown as Record<"value" | "pos" | "lemma", TokenReader> };
});

/**
 * Cuts the start of an English text into tagged sentences.
 *
 * Reads 500 characters, three sentences and sixty words a sentence at most: what somebody asks for stands at the
 * start. Redaction placeholders such as `[NAME]` become pronouns, web and mail addresses too.
 */
export function tagText(text: string): readonly Sentence[] {
  let clean = text.slice(0, charactersRead).replace(placeholder, stranger).replace(address, stranger);
  clean = clean.replace(/[’‘`]/gu, "'").replace(/\s*\n\s*/gu, " ; ");
  clean = joinSpellings(clean);
  const { nlp, its } = openTagger();
  const tokens = nlp.readDoc(clean).tokens();
  const texts = tokens.out(its.value);
  const tags = tokens.out(its.pos);
  const lemmas = tokens.out(its.lemma);
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  for (const [index, value] of texts.entries()) {
    if (/^[.!?;:]+$/u.test(value)) {
      if (sentence.length > 0) sentences.push(sentence);
      sentence = [];
      if (sentences.length >= sentencesRead) break;
    } else if (sentence.length < tokensRead) {
      const lower = value.toLowerCase();
      sentence.push({
        text: value,
        lower,
        pos: tags[index] ?? "X",
        lemma: (lemmas[index] ?? lower).toLowerCase(),
      });
    }
  }
  if (sentence.length > 0 && sentences.length < sentencesRead) sentences.push(sentence);
  return sentences.map(repairTags);
}
