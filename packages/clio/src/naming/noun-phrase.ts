import {
  classOf,
  determiners,
  emptyModifiers,
  emptyNouns,
  givenNames,
  neverNouns,
  pluralNouns,
  possessives,
  timeNouns,
} from "./lexicon.ts";
import type { Sentence, Token } from "./tag-text.ts";

/** A noun with what stands before it, in the form in which mentions are counted. */
export interface NounPhrase {
  /** Lower case, as people wrote them: "direct", "savings". */
  readonly modifiers: readonly string[];
  /** Lower case, singular unless the noun has no singular. */
  readonly head: string;
}

/** How a noun phrase stood in a text; `own` is the user's ("my"), `yours` the assistant's. */
export interface Mention {
  readonly phrase: NounPhrase;
  readonly start: number;
  /** Index after the last token. */
  readonly end: number;
  readonly determiner: "a" | "the" | "own" | "yours" | "none";
  readonly plural: boolean;
}

/** The nouns inside a phrase, each alone: they show what phrases with different heads share. */
export function innerNouns(mention: Mention, tokens: Sentence): readonly NounPhrase[] {
  return tokens
    .slice(mention.start, mention.end - 1)
    .filter(
      (token) =>
        isNoun(token) &&
        !emptyNouns.has(token.lower) &&
        !emptyModifiers.has(token.lower) &&
        isWord(token.lower),
    )
    .map((token) => ({ modifiers: [], head: modifierForm(token) }));
}

export function keyOf(phrase: NounPhrase): string {
  return phrase.modifiers.length === 0 ? phrase.head : `${phrase.modifiers.join(" ")} ${phrase.head}`;
}

const longest = 4;
/** Words that the lemmatiser cuts wrongly. */
/** Nouns that mean something only with a word before them: "routing number". */
const weakHeads: ReadonlySet<string> = new Set([
  "number",
  "level",
  "amount",
  "point",
  "information",
  "info",
  "detail",
  "question",
  "idea",
  "list",
  "use",
  "case",
]);
/** Plurals that keep their form before a noun. */
const keptPlurals: ReadonlySet<string> = new Set([
  "savings",
  "sports",
  "customs",
  "sales",
  "news",
  "arms",
  "systems",
  "communications",
  "goods",
  "earnings",
  "human",
  "women",
  "men",
  "children",
  "people",
]);
const wrongLemmas: ReadonlySet<string> = new Set([
  "data",
  "media",
  "trivia",
  "dice",
  "bus",
  "gas",
  "pants",
  "axes",
  "moss",
  "boss",
]);
const participle = /(?:ed|en|ing|lost|stolen|broken|worn|burnt|frozen|flat)$/u;

/** The noun phrase that starts at a token, determiners skipped, or null. */
export function nounPhraseAt(tokens: Sentence, from: number): Mention | null {
  let start = from;
  let determiner: Mention["determiner"] = "none";
  for (; start < tokens.length; start++) {
    const word = tokens[start]?.lower ?? "";
    if (word === "your") determiner = "yours";
    else if (possessives.has(word)) determiner = "own";
    else if (word === "the") determiner = "the";
    else if (word === "a" || word === "an") determiner = "a";
    else if (!isSkipped(tokens[start])) break;
    if (start - from > 4) return null;
  }
  let end = start;
  while (end < tokens.length && isInside(tokens, end, start)) end++;
  let last = end - 1;
  while (last >= start && !isNoun(tokens[last])) last--;
  // "routing number right now": an empty last noun leaves the phrase to the noun before it.
  while (
    last > start &&
    isNoun(tokens[last - 1]) &&
    emptyNouns.has(tokens[last]?.lower ?? "") &&
    !weakHeads.has(tokens[last]?.lemma ?? "")
  )
    last--;
  if (last < start) return null;
  let first = Math.max(start, last - longest + 1);
  // "report fraudulent activity": an adjective does not follow a noun inside a phrase, so the noun was none.
  for (let index = last - 1; index > first; index--)
    if (tokens[index]?.pos === "ADJ" && tokens[index - 1]?.pos === "NOUN") first = index;
  while (first < last && isNoise(tokens[first])) first++;
  const head = tokens[last];
  if (head === undefined) return null;
  const modifiers = tokens.slice(first, last).filter((token) => !isNoise(token) && isWord(token.lower));
  const hasNoun = modifiers.some((token) => isNoun(token) && !emptyNouns.has(token.lower));
  if (neverNouns.has(head.lower) || givenNames.has(head.lower)) return null;
  const empty = emptyNouns.has(head.lower) || emptyNouns.has(head.lemma);
  const helped = hasNoun || (modifiers.length > 0 && weakHeads.has(head.lemma));
  if (!isWord(head.lower) || (empty && !helped)) return null;
  const keepsForm = pluralNouns.has(head.lower) || head.pos === "PROPN";
  return {
    phrase: { modifiers: modifiers.map(modifierForm), head: keepsForm ? head.lower : singularOf(head) },
    start: first,
    end: last + 1,
    determiner,
    plural: !keepsForm && head.lower !== singularOf(head),
  };
}

/** All noun phrases of a sentence from left to right; tokens in `taken` (verbs) belong to none. */
export function findNounPhrases(tokens: Sentence, taken: ReadonlySet<number>): readonly Mention[] {
  const free = tokens.map((token, index) => (taken.has(index) ? { ...token, pos: "TAKEN" } : token));
  const found: Mention[] = [];
  for (let index = 0; index < free.length;) {
    const mention = nounPhraseAt(free, index);
    if (mention === null) index++;
    else {
      found.push(mention);
      index = Math.max(mention.end, index + 1);
    }
  }
  return found;
}

/** The phrase, the phrases inside it that could stand for it, and its bare head: "credit card application" -> also "credit card", "application". */
export function shorterForms(phrase: NounPhrase): readonly NounPhrase[] {
  const words = [...phrase.modifiers, phrase.head];
  const forms: NounPhrase[] = [phrase];
  for (let start = 1; start < words.length; start++)
    forms.push({ modifiers: words.slice(start, -1), head: phrase.head });
  if (words.length > 2) forms.push({ modifiers: words.slice(0, -2), head: words.at(-2) ?? "" });
  const general = classOf(phrase.head);
  if (general !== null) forms.push({ modifiers: general === "language" ? ["other"] : [], head: general });
  return forms;
}

/** Nouns before a noun are counted in the singular: "rewards balance" is "reward balance". */
function modifierForm(token: Token): string {
  return token.pos === "NOUN" && !pluralNouns.has(token.lower) && !keptPlurals.has(token.lower)
    ? singularOf(token)
    : token.lower;
}

export function isTimePhrase(phrase: NounPhrase): boolean {
  return timeNouns.has(phrase.head) || phrase.modifiers.some((word) => /^(?:am|pm)$/u.test(word));
}

function singularOf(token: Token): string {
  // The lemma of "checking" is that of the verb: "checking account" is no "check account".
  const keeps = wrongLemmas.has(token.lower) || token.lemma === "" || /(?:ing|ed)$/u.test(token.lower);
  return keeps ? token.lower : token.lemma;
}

function isWord(text: string): boolean {
  return /^\p{L}[\p{L}\p{N}+#-]*$/u.test(text) && text.length > 1 && text.length <= 24;
}

export function isNoun(token: Token | undefined): boolean {
  return (
    token !== undefined && (token.pos === "NOUN" || token.pos === "PROPN") && !determiners.has(token.lower)
  );
}

function isNoise(token: Token | undefined): boolean {
  return (
    token === undefined ||
    emptyModifiers.has(token.lower) ||
    determiners.has(token.lower) ||
    neverNouns.has(token.lower) ||
    givenNames.has(token.lower)
  );
}

function isSkipped(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.pos === "DET" || token.pos === "NUM" || (token.pos === "PRON" && possessives.has(token.lower));
}

function isInside(tokens: Sentence, index: number, start: number): boolean {
  const token = tokens[index];
  if (token === undefined || determiners.has(token.lower)) return false;
  if (isNoun(token) || token.pos === "ADJ" || (token.lower === "-" && index > start)) return true;
  // "a lost card", "the working directory": a participle between a determiner or the start and a noun.
  const next = tokens[index + 1];
  const introduced = tokens[index - 1]?.pos === "DET" || possessives.has(tokens[index - 1]?.lower ?? "");
  return (
    token.pos === "VERB" &&
    participle.test(token.lower) &&
    (isNoun(next) || next?.pos === "ADJ") &&
    index === start &&
    (introduced || !token.lower.endsWith("ing"))
  );
}
