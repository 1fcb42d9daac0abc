import { once } from "@observatory/core";
import { createRequire } from "node:module";
import type { Model } from "wink-eng-lite-web-model";
import type winkNlp from "wink-nlp";
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

// Reading the model takes half a second, which a command that tags nothing should not wait for.
const openTagger = once(() => {
  const load = createRequire(import.meta.url);
  const createNlp: typeof winkNlp = load("wink-nlp");
  const model: Model = load("wink-eng-lite-web-model");
  const nlp = createNlp(model, ["pos"]);
  // The library reads the functions themselves; their declared types make them methods.
  const its: Record<"value" | "pos" | "precedingSpaces", TokenReader> = nlp.its;
  return { nlp, its };
});

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
  PART: "noun",
  PRON: "pronoun",
};

/** Cuts a caption into words with tags; wink's tags are repaired by the rules that short captions need. */
export function tagCaption(caption: string): readonly CaptionToken[] {
  const { nlp, its } = openTagger();
  const tokens = nlp.readDoc(normalise(caption)).tokens();
  const { texts, tags } = joinHyphens(
    tokens.out(its.value),
    tokens.out(its.pos),
    tokens.out(its.precedingSpaces),
  );
  const rough: CaptionToken[] = [];
  for (let index = 0; index < Math.min(texts.length, wordsRead);) {
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

const charactersRead = 4000;
const wordsRead = 500;

/** Words that captions join, cut or misspell again and again, each with the spelling that is usual. */
const spellings = new Map(
  "hotdog=hot dog|hotdogs=hot dogs|streetlight=street light|streetlights=street lights|wet suit=wetsuit|wet suits=wetsuits|snow board=snowboard|snow boards=snowboards|skate board=skateboard|skate boards=skateboards|snowpants=snow pants|teddybear=teddy bear|teddybears=teddy bears|refridgerator=refrigerator|refridgerators=refrigerators|giraffee=giraffe|giraff=giraffe|girafe=giraffe|girafes=giraffes|giraffees=giraffes|skiier=skier|skiiers=skiers|frisbe=frisbee|frisbie=frisbee|raquet=racket|raquets=rackets|sandles=sandals|moutain=mountain|moutains=mountains|motorcyle=motorcycle|motocycle=motorcycle|unbrella=umbrella|umberella=umbrella|luggages=luggage|bannana=banana|bannanas=bananas|brocolli=broccoli|brocoli=broccoli|broccolli=broccoli|sissors=scissors|besdie=beside|fribee=frisbee|surf board=surfboard|surf boards=surfboards"
    .split("|")
    .map((pair): [string, string] => {
      const [from = "", to = ""] = pair.split("=");
      return [from, to];
    }),
);
const misspelled = new RegExp(
  `\\b(?:${[...spellings.keys()].toSorted((a, b) => b.length - a.length).join("|")})\\b`,
  "gu",
);

function normalise(caption: string): string {
  return caption
    .slice(0, charactersRead)
    .toLowerCase()
    .replace(/[’‘`]/gu, "'")
    .replace(/''|"|[“”]/gu, " ")
    .replace(/\s+'\s?s\b/gu, "'s")
    .replace(/[()[\]{}<>*#_|~^]/gu, " ")
    .replace(/\b(?:t|tee) ?shirt/gu, "t-shirt")
    .replace(misspelled, (word) => spellings.get(word) ?? word)
    .replace(/\beach other\b/gu, "eachother")
    .replace(/\bthru\b/gu, "through")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Puts "t-shirt" and "double-decker" together again: the tagger cuts words at hyphens. */
function joinHyphens(
  texts: readonly string[],
  tags: readonly string[],
  spaces: readonly string[],
): { readonly texts: string[]; readonly tags: string[] } {
  const joined: { texts: string[]; tags: string[] } = { texts: [], tags: [] };
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? "";
    const next = texts[index + 1];
    const glued =
      text === "-" &&
      spaces[index] === "" &&
      spaces[index + 1] === "" &&
      joined.texts.length > 0 &&
      next !== undefined;
    if (glued) {
      joined.texts[joined.texts.length - 1] += `-${next}`;
      joined.tags[joined.tags.length - 1] =
        next.endsWith("ed") || tags[index + 1] !== "NOUN" ? "ADJ" : "NOUN";
      index += 1;
    } else {
      joined.texts.push(text);
      joined.tags.push(tags[index] ?? "X");
    }
  }
  return joined;
}

function phraseAt(
  texts: readonly string[],
  index: number,
): { readonly words: readonly string[]; readonly name: string } | null {
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
