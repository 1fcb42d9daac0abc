import { readActs } from "./dialogue-acts.ts";
import { emptyVerbs, possessives } from "./lexicon.ts";
import {
  findNounPhrases,
  innerNouns,
  isTimePhrase,
  nounPhraseAt,
  shorterForms,
  type Mention,
} from "./noun-phrase.ts";
import { createPhrase, type Phrase } from "./phrase.ts";
import { baseOf, readAction, startsAction, type Reading } from "./read-action.ts";
import { readQuestion } from "./read-question.ts";
import { isAuxiliary } from "./read-third-person.ts";
import { skipOpening } from "./skip-opening.ts";
import { tagText, type Sentence } from "./tag-text.ts";

/** What one text says. */
export interface TextPhrases {
  /** By key; a phrase counts once however often the text says it. */
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly mentions: readonly Mention[];
  readonly sentences: readonly Sentence[];
}

/** Reads the requests, questions, topics and dialogue moves of an English text. */
export function readPhrases(text: string): TextPhrases {
  const phrases = new Map<string, Phrase>();
  const mentions: Mention[] = [];
  const add = (phrase: Phrase): void => void phrases.set(phrase.key, phrase);
  const sentences = tagText(text);
  for (const sentence of sentences) {
    const { phrases: requests, taken } = readSentence(sentence);
    for (const phrase of requests) {
      add(phrase);
      if (["action", "how-to", "permission"].includes(phrase.kind))
        add(createPhrase("deed", ...phrase.parts));
    }
    const found = findNounPhrases(sentence, taken);
    for (const [index, mention] of found.entries()) {
      mentions.push(mention);
      const owner = found[index + 1];
      if (
        owner !== undefined &&
        sentence[mention.end]?.lower === "of" &&
        owner.start <= mention.end + 3 &&
        !isTimePhrase(owner.phrase)
      ) {
        for (const form of shorterForms(owner.phrase))
          add(createPhrase("topic", { modifiers: [], head: mention.phrase.head }, "of", form));
      }
      for (const form of [...shorterForms(mention.phrase), ...innerNouns(mention, sentence)])
        add(createPhrase("topic", form));
    }
  }
  readActs(text).forEach(add);
  return { phrases, mentions, sentences };
}

function readSentence(tokens: Sentence): {
  readonly phrases: readonly Phrase[];
  readonly taken: ReadonlySet<number>;
} {
  const phrases: Phrase[] = [];
  const taken = new Set<number>();
  const accept = (reading: Reading): void => {
    phrases.push(...reading.phrases);
    for (const index of reading.taken) taken.add(index);
  };
  let { next, expectation } = skipOpening(tokens);
  for (let round = 0; round < 2; round++) {
    const reading = readFrom(tokens, next, expectation);
    accept(reading);
    if (reading.inquiryAt === null) break;
    ({ next } = skipOpening(tokens, reading.inquiryAt));
    expectation = "inquiry";
  }
  if (phrases.length === 0) readInside(tokens, next).forEach(accept);
  return { phrases, taken };
}

function readFrom(
  tokens: Sentence,
  at: number,
  expectation: ReturnType<typeof skipOpening>["expectation"],
): Reading {
  if (expectation === "how-to" && startsAction(tokens, at, true)) return readAction(tokens, at, "how-to");
  const question = readQuestion(tokens, at, expectation === "inquiry");
  if (question.phrases.length > 0) return question;
  if (startsAction(tokens, at, expectation === "action")) return readAction(tokens, at, "action");
  return isAuxiliary(tokens[at]?.lower ?? "") ? question : readStatement(tokens, at);
}

/** "my card was stolen", "i lost my phone", "i need a taxi". */
function readStatement(tokens: Sentence, at: number): Reading {
  const who = tokens[at]?.lower ?? "";
  const none: Reading = { phrases: [], taken: [], inquiryAt: null };
  if (who === "i" || who === "we") {
    let verb = at + 1;
    while (["AUX", "ADV", "PART"].includes(tokens[verb]?.pos ?? "")) verb++;
    const base = baseOf(tokens, verb);
    if (tokens[verb]?.pos !== "VERB") return none;
    if (["need", "want", "like"].includes(base) && (tokens[verb]?.lower ?? "") === base) {
      const wanted = nounPhraseAt(tokens, verb + 1);
      return wanted === null ? none : readAction(tokens, verb, "action");
    }
    if (emptyVerbs.has(base)) return none;
    if (base === "look" || base === "search") return readAction(tokens, verb, "action");
    return { ...readAction(tokens, verb, "report"), inquiryAt: null };
  }
  if (!possessives.has(who)) return none;
  const subject = nounPhraseAt(tokens, at);
  const aux = subject === null ? "" : (tokens[subject.end]?.lower ?? "");
  if (subject === null || !["is", "was", "has", "got", "are", "were", "'s"].includes(aux)) return none;
  let state = subject.end + 1;
  while (["been", "just", "got"].includes(tokens[state]?.lower ?? "") || tokens[state]?.pos === "ADV")
    state++;
  const word = tokens[state];
  if (word === undefined || !["VERB", "ADJ"].includes(word.pos) || isTimePhrase(subject.phrase)) return none;
  const tense = aux === "is" || aux === "are" || aux === "'s" ? "is" : "was";
  return {
    phrases: shorterForms(subject.phrase).map((form) =>
      createPhrase("report", "that", form, tense, word.lower),
    ),
    taken: word.pos === "VERB" ? [state] : [],
    inquiryAt: null,
  };
}

const promises: ReadonlySet<string> = new Set([
  "need",
  "want",
  "like",
  "love",
  "wanna",
  "try",
  "have",
  "help",
  "able",
  "time",
  "please",
  "you",
]);

/** Requests inside a longer sentence: "... so i need to find a bank", "... how do i reset it". */
function readInside(tokens: Sentence, from: number): Reading[] {
  const found: Reading[] = [];
  for (let index = Math.max(1, from); index < tokens.length - 1 && found.length < 2; index++) {
    const word = tokens[index]?.lower ?? "";
    const before = tokens[index - 1]?.lemma ?? "";
    if (word === "to" && promises.has(before) && tokens[index + 1]?.pos === "VERB")
      found.push(readAction(tokens, index + 1, "action"));
    else if (["how", "why", "when", "where", "what", "who", "which"].includes(word))
      found.push(readQuestion(tokens, index, false));
    else if ([",", "please", "and", "so", "then"].includes(word) && startsAction(tokens, index + 1, false))
      found.push(readAction(tokens, index + 1, "action"));
  }
  return found.filter((reading) => reading.phrases.length > 0);
}
