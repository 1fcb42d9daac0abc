import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { properNames } from "./lexicon.ts";

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

const charactersRead = 600;
const sentencesRead = 4;
const tokensRead = 60;

/** Stands where personal data was taken out: a pronoun, which no phrase of a name may contain. */
const stranger = "someone";
const placeholder = /[[<{](?:[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)*)[\]>}]/gu;
const address = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gu;

/** Spellings that the tagger would cut in two, and the one word that stands for them until a name is written. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bto[- ]?do[- ]?(?=lists?\b|items?\b|tasks?\b)/giu, "todo "],
  [/\bto-dos\b/giu, "todos"],
  [/\bjump[- ]start/giu, "jumpstart"],
  [/\be-mail/giu, "email"],
  [/\bwi-fi\b/giu, "wifi"],
  [/\bt-shirt/giu, "tshirt"],
  [/\bx-ray/giu, "xray"],
  [/\bcheck[- ]in\b(?! on)/giu, "checkin"],
  [/\bcarry[- ]on(?=s?\b(?: bag| lugg| item| rule| polic| restr| limit))/giu, "carryon"],
  [/\bcarry[- ]ons\b/giu, "carryons"],
  [/\bone[- ]way\b/giu, "oneway"],
  [/\btime zone/giu, "timezone"],
  [/\bwhats\b/giu, "what is"],
  [/\b(how|where|who|when|that)s\b/giu, "$1 is"],
  [/\bim\b/giu, "i'm"],
  [/\b(can|don|won|isn|didn|doesn|wouldn|couldn|aren|wasn)t\b/giu, "$1't"],
];

/** How such a word is written in a name. */
export const joinedSpelling: Readonly<Record<string, string>> = {
  oneway: "one-way",
  timezone: "time zone",
  timezones: "time zones",
  todo: "to-do",
  todos: "to-dos",
  jumpstart: "jump-start",
  wifi: "Wi-Fi",
  tshirt: "T-shirt",
  tshirts: "T-shirts",
  xray: "X-ray",
  xrays: "X-rays",
  checkin: "check-in",
  carryon: "carry-on",
  carryons: "carry-ons",
};

const nlp = winkNLP(model, ["pos"]);
const { its } = nlp;

/**
 * Cuts the start of an English text into tagged sentences.
 *
 * Reads 600 characters, four sentences and sixty words a sentence at most: what somebody asks for stands at the
 * start. Redaction placeholders such as `[NAME]` become pronouns, web and mail addresses too.
 */
export function tagText(text: string): readonly Sentence[] {
  let clean = text.slice(0, charactersRead).replace(placeholder, stranger).replace(address, stranger);
  clean = clean.replace(/[’‘`]/gu, "'").replace(/\s*\n\s*/gu, " ; ");
  for (const [pattern, spelling] of joined) clean = clean.replace(pattern, spelling);
  const tokens = nlp.readDoc(clean).tokens();
  const texts = tokens.out(its.value);
  const tags = tokens.out(its.pos);
  // The declared type of `its.lemma` lacks the parameters that the library passes.
  const lemmas = tokens.out(its.lemma as unknown as typeof its.value);
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

const particlesOfBeing: ReadonlySet<string> = new Set([
  "ADP",
  "AUX",
  "PRON",
  "CCONJ",
  "PUNCT",
  "SCONJ",
  "PART",
  "ADV",
]);

/**
 * Puts right what the tagger, trained on edited text, often gets wrong in typed requests: a verb or adjective
 * between a determiner and the end of its phrase is a noun ("any travel alerts", "the weather"),
 * the name of a language that stands alone is one too, and "mean" is a verb.
 */
function repairTags(tokens: readonly Token[]): Sentence {
  const repaired = [...tokens];
  let inPhrase = false;
  for (const [index, token] of tokens.entries()) {
    const before = repaired[index - 1];
    const next = tokens[index + 1];
    const opens =
      token.pos === "DET" ||
      (token.pos === "PRON" && /^(?:my|your|his|her|our|their|its)$/u.test(token.lower));
    const nominal = next !== undefined && ["NOUN", "PROPN", "ADJ"].includes(next.pos);
    if (token.pos === "ADJ" && properNames.has(token.lower) && !nominal)
      repaired[index] = { ...token, pos: "PROPN" };
    else if (token.lower === "mean" && token.pos !== "VERB" && before?.pos !== "DET")
      repaired[index] = { ...token, pos: "VERB" };
    if (opens) inPhrase = true;
    else if (inPhrase) {
      const closes =
        next === undefined ||
        (particlesOfBeing.has(next.pos) &&
          !(token.pos === "ADJ" && ["CCONJ", "PUNCT", "ADV"].includes(next.pos)));
      const nounLike =
        token.pos === "ADJ"
          ? before?.pos === "DET" || before?.pos === "PRON"
          : token.pos === "VERB" && !/(?:ing|ed)$/u.test(token.lower);
      const goesOn =
        before?.pos === "NOUN" || before?.pos === "ADJ" || before?.pos === "DET" || before?.pos === "PRON";
      if (
        closes &&
        nounLike &&
        goesOn &&
        !(
          token.pos === "VERB" &&
          before?.pos === "NOUN" &&
          next !== undefined &&
          !["PRON", "ADP"].includes(next.pos)
        )
      )
        repaired[index] = { ...token, pos: "NOUN" };
      if (!["NOUN", "PROPN", "ADJ", "NUM"].includes(repaired[index]?.pos ?? "")) inPhrase = false;
    }
  }
  return repaired;
}
