import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { canonicalPrepositions, closedClass, prepositionPhrases, type Tag } from "./closed-class.ts";
import { toVerbBase } from "./lemmas.ts";
import { repairTags } from "./repair-tags.ts";

/** A word of a caption, or a preposition of several words. */
export interface CaptionToken {
  /** Lower case. */
  readonly text: string;
  readonly tag: Tag;
  /** For verbs the base form, for prepositions the canonical relation, else the text. */
  readonly lemma: string;
}

type TokenReader = (index: number, token: unknown) => string;

const nlp = winkNLP(model, ["pos"]);
// The library reads the functions themselves; their declared types make them methods.
const { value: readValue, pos: readTag } = nlp.its as unknown as Record<"value" | "pos", TokenReader>;

const winkTags: Readonly<Record<string, Tag>> = {
  NOUN: "noun",
  PROPN: "noun",
  VERB: "verb",
  ADJ: "adjective",
  ADV: "adverb",
  NUM: "number",
  ADP: "preposition",
  AUX: "auxiliary",
  CCONJ: "conjunction",
  SCONJ: "relative",
  DET: "determiner",
  PART: "particle",
  PRON: "pronoun",
};

/** Cuts a caption into words with tags; wink's tags are repaired by the rules that short captions need. */
export function tagCaption(caption: string): readonly CaptionToken[] {
  const tokens = nlp.readDoc(normalise(caption)).tokens();
  const texts = tokens.out(readValue);
  const tags = tokens.out(readTag);
  const rough: CaptionToken[] = [];
  for (let index = 0; index < texts.length; ) {
    const phrase = phraseAt(texts, index);
    if (phrase !== null) {
      rough.push({ text: phrase.words.join(" "), tag: "preposition", lemma: phrase.name });
      index += phrase.words.length;
    } else {
      const token = toToken(texts[index] ?? "", tags[index] ?? "X");
      if (token !== null) rough.push(token);
      index += 1;
    }
  }
  return repairTags(rough);
}

function normalise(caption: string): string {
  return caption
    .toLowerCase()
    .replace(/[’‘`]/gu, "'")
    .replace(/''|"|[“”]/gu, " ")
    .replace(/\s+'\s?s\b/gu, "'s")
    .replace(/[()[\]{}<>*#_|~^]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

function phraseAt(texts: readonly string[], index: number): { readonly words: readonly string[]; readonly name: string } | null {
  const options = prepositionPhrases.get(texts[index] ?? "");
  return options?.find(({ words }) => words.every((word, offset) => texts[index + offset] === word)) ?? null;
}

function toToken(text: string, winkTag: string): CaptionToken | null {
  if (text === ",") return { text, tag: "comma", lemma: text };
  if (/^[.;:!?/-]+$/u.test(text)) return { text, tag: "stop", lemma: text };
  const closed = closedClass.get(text);
  if (closed !== undefined) return { text, tag: closed, lemma: canonicalPrepositions.get(text) ?? text };
  if (/^\d+$/u.test(text)) return { text, tag: "number", lemma: text };
  if (!/\p{L}/u.test(text)) return null;
  const tag = winkTags[winkTag] ?? "noun";
  return { text, tag, lemma: tag === "verb" ? (toVerbBase(text) ?? text) : text };
}
