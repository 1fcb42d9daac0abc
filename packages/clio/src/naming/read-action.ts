import {
  classOf,
  emptyNouns,
  emptyVerbs,
  handOnVerbs,
  imperativeVerbs,
  infoVerbs,
  phrasalVerbs,
  plainVerb,
  prepositions,
  whWords,
} from "./lexicon.ts";
import { isNoun, isTimePhrase, keyOf, nounPhraseAt, shorterForms, type Mention } from "./noun-phrase.ts";
import { createPhrase, type Part, type Phrase, type PhraseKind } from "./phrase.ts";
import type { Sentence } from "./tag-text.ts";

/** What was read from some place of a sentence on. */
export interface Reading {
  readonly phrases: readonly Phrase[];
  /** Indices of tokens that are verbs here, whatever the tagger thinks. */
  readonly taken: readonly number[];
  /** Where an indirect question begins ("tell me | when ..."), or null. */
  readonly inquiryAt: number | null;
}

export const nothingRead: Reading = { phrases: [], taken: [], inquiryAt: null };

/** Tells whether a token begins an imperative; `expected` where the words before it promise one. */
export function startsAction(tokens: Sentence, at: number, expected: boolean): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || !/^\p{L}{2,}/u.test(token.lower) || whWords.has(token.lower)) return false;
  if (expected)
    return (
      !["DET", "PRON", "ADP", "CCONJ", "PUNCT", "NUM", "ADV", "PART", "SCONJ"].includes(token.pos) ||
      imperativeVerbs.has(token.lower)
    );
  if (token.pos === "VERB" && token.lemma === token.lower) return true;
  if (!imperativeVerbs.has(token.lower)) return false;
  if (token.pos === "VERB") return true;
  return (
    next !== undefined &&
    (["DET", "PRON", "PROPN"].includes(next.pos) || (next.pos === "ADP" && !isNoun(tokens[at - 1])))
  );
}

/**
 * Reads a verb, its objects and its prepositional phrase.
 *
 * `lead` are the parts before the verb ("how to" is none: its kind says so). The verb stays in its base form.
 */
export function readAction(
  tokens: Sentence,
  at: number,
  kind: PhraseKind,
  lead: readonly Part[] = [],
  depth = 0,
): Reading {
  const first = tokens[at];
  if (first === undefined) return nothingRead;
  const verbs = [{ index: at, text: baseOf(tokens, at) }];
  let next = at + 1;
  while (
    ["or", "and", ",", "/"].includes(tokens[next]?.lower ?? "") &&
    isVerbAt(tokens, next + 1) &&
    verbs.length < 3
  ) {
    verbs.push({ index: next + 1, text: baseOf(tokens, next + 1) });
    next += 2;
  }
  const taken = verbs.map(({ index }) => index);
  const verb = verbs.at(-1)?.text ?? "";
  const inner = handedOnTo(tokens, verb, next);
  if (inner !== null && depth < 3) {
    const read = readAction(tokens, inner, kind, lead, depth + 1);
    return { ...read, taken: [...taken, ...read.taken] };
  }
  const particle = tokens[next]?.lower ?? "";
  let particleAfter = "";
  if (phrasalVerbs.has(`${verb}_${particle}`)) next++;
  let spelled = particle !== "" && phrasalVerbs.has(`${verb}_${particle}`) ? `${verb} ${particle}` : verb;
  let pronoun = "";
  for (; isFiller(tokens, next); next++) pronoun = pronounObjects[tokens[next]?.lower ?? ""] ?? pronoun;
  // "talk to me in French": the preposition has no noun to go with.
  if (spelled !== verb && prepositions.has(particle) && (next > at + 2 || next >= tokens.length))
    spelled = verb;
  if (infoVerbs.has(verb) && opensInquiry(tokens, next)) return { phrases: [], taken, inquiryAt: next };
  const object = prepositions.has(tokens[next]?.lower ?? "") ? null : objectAt(tokens, next);
  if (object !== null && spelled === verb) {
    const after = tokens[object.end]?.lower ?? "";
    if (
      phrasalVerbs.has(`${verb}_${after}`) &&
      ["up", "off", "on", "out", "down", "back", "in", "away"].includes(after)
    )
      particleAfter = ` ${after}`;
  }
  const end = object === null ? next : object.end + (particleAfter === "" ? 0 : 1);
  const nearTail = readTail(tokens, end);
  const tail =
    nearTail ?? readFarTail(tokens, end) ?? (placingVerbs.has(verb) ? readPlace(tokens, end) : null);
  const unread = object === null && nearTail === null && tail !== null;
  const phrases: Phrase[] = [];
  for (const { text, index } of verbs) {
    const whole = index === verbs.at(-1)?.index ? `${spelled}${particleAfter}` : text;
    const plain = plainVerb[whole.replace(" ", "_")] ?? whole;
    if (emptyVerbs.has(plain) && !(plain === "say" && tail !== null)) continue;
    phrases.push(...phrasesOf(kind, lead, plain, object, tail, unread, pronoun));
  }
  return { phrases, taken, inquiryAt: null };
}

/** The base form of a verb at a token: its lemma, or the word itself where the tagger took it for another part of speech. */
export function baseOf(tokens: Sentence, at: number): string {
  const token = tokens[at];
  if (token === undefined) return "";
  return token.pos === "VERB" || token.pos === "AUX" ? token.lemma : token.lower;
}

/** A preposition and its noun phrase, or null. */
export function readTail(
  tokens: Sentence,
  at: number,
): { readonly preposition: string; readonly mention: Mention } | null {
  let index = at;
  while (tokens[index]?.pos === "ADV") index++;
  const preposition = tokens[index]?.lower ?? "";
  if (!prepositions.has(preposition)) return null;
  const mention = nounPhraseAt(tokens, index + 1);
  if (mention === null || isTimePhrase(mention.phrase)) return null;
  // "a table for two people", "a trip for one person": how many says nothing of the subject.
  const counted = preposition === "for" && /^(?:people|person)$/u.test(mention.phrase.head);
  return counted && mention.phrase.modifiers.length === 0 ? null : { preposition, mention };
}

/** Verbs of which the place says more than the things: "add mopping and ironing to my list". */
const placingVerbs: ReadonlySet<string> = new Set([
  "add",
  "put",
  "place",
  "remove",
  "delete",
  "erase",
  "include",
]);
const placeReach = 8;

/** "add cleaning the bathroom to my list": the place after things that are no noun phrase, or several. */
function readPlace(tokens: Sentence, from: number): ReturnType<typeof readTail> {
  const at = tokens.findIndex(
    (token, index) =>
      index > from &&
      index <= from + placeReach &&
      /^(?:to|on|onto|from)$/u.test(token.lower) &&
      /^(?:my|our|the|a)$/u.test(tokens[index + 1]?.lower ?? ""),
  );
  return at < 0 ? null : readTail(tokens, at);
}

/** "say good night, my friend, in french": a language at the end, whatever stands between. */
function readFarTail(tokens: Sentence, from: number): ReturnType<typeof readTail> {
  const at = tokens.findLastIndex(
    (token, index) =>
      index > from &&
      (token.lower === "in" || token.lower === "into" || token.lower === "to") &&
      classOf(tokens[index + 1]?.lower ?? "") === "language",
  );
  return at < 0 ? null : readTail(tokens, at);
}

function phrasesOf(
  kind: PhraseKind,
  lead: readonly Part[],
  verb: string,
  object: Mention | null,
  tail: ReturnType<typeof readTail>,
  unread: boolean,
  pronoun: string,
): Phrase[] {
  const phrases: Phrase[] = [createPhrase(kind, ...lead, verb)];
  const objects = object === null ? [] : shorterForms(object.phrase);
  if (object !== null) phrases.push(createPhrase(kind, ...lead, verb, "something"));
  else if (pronoun !== "") phrases.push(createPhrase(kind, ...lead, verb, pronoun));
  for (const form of objects) phrases.push(createPhrase(kind, ...lead, verb, form));
  if (tail === null) return phrases;
  for (const form of shorterForms(tail.mention.phrase)) {
    if (unread || (pronoun !== "" && objects.length === 0))
      phrases.push(
        createPhrase(kind, ...lead, verb, pronoun === "" ? "something" : pronoun, tail.preposition, form),
      );
    else if (objects.length === 0) phrases.push(createPhrase(kind, ...lead, verb, tail.preposition, form));
    else {
      if (tail.preposition !== "of")
        phrases.push(createPhrase(kind, ...lead, verb, "something", tail.preposition, form));
      for (const inner of objects)
        if (keyOf(inner) !== keyOf(form))
          phrases.push(createPhrase(kind, ...lead, verb, inner, tail.preposition, form));
    }
  }
  return phrases;
}

function objectAt(tokens: Sentence, at: number): Mention | null {
  const sum = sumAt(tokens, at);
  if (sum !== null) return sum;
  const mention = nounPhraseAt(tokens, at);
  return mention !== null && !isTimePhrase(mention.phrase) ? mention : null;
}

const currencies: ReadonlySet<string> = new Set([
  "dollar",
  "buck",
  "euro",
  "pound",
  "cent",
  "grand",
  "usd",
  "eur",
  "yen",
]);

/** A sum of money stands for money: "transfer fifty dollars". */
function sumAt(tokens: Sentence, at: number): Mention | null {
  let end = at;
  while (tokens[end]?.pos === "NUM" || tokens[end]?.pos === "SYM" || tokens[end]?.lower === "$") end++;
  if (end === at) return null;
  const named = currencies.has(tokens[end]?.lemma ?? "");
  const marked = tokens
    .slice(at, end)
    .some((token) => token.lower.includes("$") || token.lower.includes("€") || token.lower.includes("£"));
  return named || marked
    ? {
        phrase: { modifiers: [], head: "money" },
        start: at,
        end: named ? end + 1 : end,
        determiner: "none",
        plural: false,
      }
    : null;
}

function isVerbAt(tokens: Sentence, at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    imperativeVerbs.has(token.lower) &&
    (token.pos === "VERB" || ["DET", "PRON"].includes(tokens[at + 1]?.pos ?? ""))
  );
}

function handedOnTo(tokens: Sentence, verb: string, next: number): number | null {
  if (!handOnVerbs.has(verb)) return null;
  let index = next;
  while (["me", "us", "you"].includes(tokens[index]?.lower ?? "")) index++;
  const marker = tokens[index]?.lower ?? "";
  if (["to", "and"].includes(marker) && tokens[index + 1]?.pos === "VERB") return index + 1;
  return verb === "help" && tokens[index]?.pos === "VERB" ? index : null;
}

/** What an object that is only pointed at is written as. */
const pronounObjects: Readonly<Record<string, string>> = {
  someone: "someone",
  somebody: "someone",
  him: "someone",
  her: "someone",
  them: "someone",
  it: "something",
  this: "something",
  that: "something",
  something: "something",
  everything: "something",
  anything: "something",
};

function isFiller(tokens: Sentence, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (["me", "us", "you", "please", "myself"].includes(token.lower)) return true;
  const pointed = token.lower in pronounObjects;
  if (pointed)
    return (
      !["NOUN", "ADJ", "PROPN"].includes(tokens[at + 1]?.pos ?? "") ||
      (token.pos === "PRON" && token.lower.startsWith("some"))
    );
  return token.pos === "ADV" && !whWords.has(token.lower) && !emptyNouns.has(token.lower);
}

function opensInquiry(tokens: Sentence, at: number): boolean {
  const word = tokens[at]?.lower ?? "";
  return whWords.has(word) || ["if", "whether", "about", "that"].includes(word);
}
