import { thirdPersonOf } from "./inflect.ts";
import { emptyVerbs, prepositions, whWords } from "./lexicon.ts";
import { nounPhraseAt, shorterForms, type Mention } from "./noun-phrase.ts";
import { createPhrase, type Part, type Phrase } from "./phrase.ts";
import { baseOf, nothingRead, readAction, readTail, type Reading } from "./read-action.ts";
import {
  be,
  clauses,
  doing,
  inquiries,
  isAuxiliary,
  modal,
  negation,
  readThirdPerson,
} from "./read-third-person.ts";
import type { Sentence } from "./tag-text.ts";

const first: ReadonlySet<string> = new Set(["i", "we", "one", "me"]);
/** What people ask an assistant that has no body: "how do you feel" is about it, "how do you bake bread" is not. */
const inward: ReadonlySet<string> = new Set([
  "feel",
  "know",
  "like",
  "work",
  "learn",
  "think",
  "live",
  "look",
  "speak",
  "see",
  "hear",
  "understand",
  "come",
  "exist",
  "operate",
  "do",
]);

/**
 * Reads a direct or indirect question that begins at a token: "when is my bill due", "if you are a robot",
 * "does it rain", or, where an inquiry is expected, a bare noun phrase.
 */
export function readQuestion(tokens: Sentence, at: number, expected: boolean): Reading {
  const word = tokens[at]?.lower ?? "";
  if (whWords.has(word)) return readWhQuestion(tokens, at);
  if (word === "if" || word === "whether") return readClause(tokens, at + 1, "whether");
  if (isAuxiliary(word) && at + 1 < tokens.length) return readInverted(tokens, at, "whether", null);
  if (!expected) return nothingRead;
  const mention = nounPhraseAt(tokens, word === "about" || word === "of" ? at + 1 : at);
  return mention === null ? nothingRead : { ...nothingRead, phrases: inquiries(tokens, mention) };
}

function readWhQuestion(tokens: Sentence, at: number): Reading {
  const wh = tokens[at]?.lower ?? "";
  let next = at + 1;
  let label = wh;
  let asked: Mention | null = null;
  const word = tokens[next]?.lower ?? "";
  if (wh === "how" && (word === "much" || word === "many")) {
    label = `how ${word}`;
    asked = isAuxiliary(tokens[++next]?.lower ?? "") ? null : nounPhraseAt(tokens, next);
  } else if (wh === "how" && ["ADJ", "ADV"].includes(tokens[next]?.pos ?? "") && !isAuxiliary(word)) {
    label = `how ${word}`;
    next++;
  } else if (wh === "what" && word === "time") {
    label = "what time";
    next++;
  } else if (["what", "which", "whose"].includes(wh) && !isAuxiliary(word)) {
    asked = nounPhraseAt(tokens, next);
  }
  if (asked !== null) {
    const rest = isAuxiliary(tokens[asked.end]?.lower ?? "")
      ? readInverted(tokens, asked.end, label, asked)
      : nothingRead;
    return { ...rest, phrases: [...inquiries(tokens, asked), ...rest.phrases] };
  }
  const aux = tokens[next]?.lower ?? "";
  if (isAuxiliary(aux)) return readInverted(tokens, next, label, null);
  if (aux === "to" && tokens[next + 1] !== undefined)
    return label === "how"
      ? readAction(tokens, next + 1, "how-to")
      : readAction(tokens, next + 1, "clause", [label, "to"]);
  if (tokens[next]?.pos === "VERB" && ["who", "what", "which"].includes(wh))
    return readSubjectQuestion(tokens, next, wh);
  return readClause(tokens, next, label);
}

/** "who made you", "what causes rain". */
function readSubjectQuestion(tokens: Sentence, verb: number, wh: string): Reading {
  const text = tokens[verb]?.lower ?? "";
  if (tokens[verb + 1]?.lower === "you")
    return { phrases: [createPhrase("assistant", wh, text, "it")], taken: [verb], inquiryAt: null };
  const object = nounPhraseAt(tokens, verb + 1);
  if (object === null || emptyVerbs.has(baseOf(tokens, verb))) return { ...nothingRead, taken: [verb] };
  return {
    phrases: clauses(shorterForms(object.phrase).map((form) => [wh, text, form])),
    taken: [verb],
    inquiryAt: null,
  };
}

/** An auxiliary, its subject, and the rest: "is my bill due", "should i cook rice", "do you have pets". */
function readInverted(tokens: Sentence, at: number, label: string, asked: Mention | null): Reading {
  const aux = tokens[at]?.lower ?? "";
  let subject = at + 1;
  const negated = negation.has(tokens[subject]?.lower ?? "");
  if (negated) subject++;
  const who = tokens[subject]?.lower ?? "";
  if (first.has(who))
    return asked === null ? readFirstPerson(tokens, subject + 1, aux, label, negated) : nothingRead;
  if (who === "you" || who === "u" || who === "your" || who === "yourself")
    return readSecondPerson(tokens, subject, aux, label, asked);
  if (who === "there") return readExistence(tokens, subject + 1);
  if (who === "it") return readImpersonal(tokens, subject + 1, aux, label);
  const mention = nounPhraseAt(tokens, subject);
  if (mention === null) {
    if (doing.has(aux)) {
      const verb = tokens.findIndex(
        (token, index) =>
          index > subject && index < subject + 6 && token.pos === "VERB" && token.lower === token.lemma,
      );
      if (verb > 0)
        return {
          phrases: clauses([[label, "something", thirdPersonOf(baseOf(tokens, verb))]]),
          taken: [verb],
          inquiryAt: null,
        };
    }
    const tail = readTail(tokens, subject);
    return tail === null ? nothingRead : { ...nothingRead, phrases: inquiries(tokens, tail.mention) };
  }
  return readThirdPerson(tokens, mention, aux, label, negated);
}

function readFirstPerson(
  tokens: Sentence,
  at: number,
  aux: string,
  label: string,
  negated: boolean,
): Reading {
  let verb = at;
  while (
    tokens[verb]?.pos === "ADV" ||
    ["just", "be", "able", "allowed", "to"].includes(tokens[verb]?.lower ?? "")
  )
    verb++;
  const needs = doing.has(aux) && ["need", "have", "got"].includes(tokens[verb]?.lemma ?? "");
  if (needs && tokens[verb + 1]?.lower === "to")
    return readAction(tokens, verb + 2, "clause", label === "how" ? ["how", "to"] : [label, "to"]);
  if (needs && tokens[verb]?.lemma === "need") {
    const needed = nounPhraseAt(tokens, verb + 1);
    if (needed === null)
      return label === "what" ? { ...nothingRead, phrases: neededFor(tokens, verb + 1) } : nothingRead;
    return {
      phrases: [
        ...inquiries(tokens, needed),
        ...clauses(shorterForms(needed.phrase).map((form) => [label, form, "is needed"])),
      ],
      taken: [verb],
      inquiryAt: null,
    };
  }
  if (label === "how") return readAction(tokens, verb, "how-to");
  if (modal.has(aux)) {
    if (negated || label === "why")
      return readAction(tokens, verb, "clause", [label, "someone", negated ? "cannot" : "can"]);
    if (label === "whether")
      return readAction(
        tokens,
        verb,
        aux === "should" ? "clause" : "permission",
        aux === "should" ? ["whether", "to"] : [],
      );
    return readAction(tokens, verb, "clause", [label, "to"]);
  }
  const object = nounPhraseAt(tokens, verb + 1);
  const passive = be.has(aux) && tokens[verb]?.pos === "VERB" && label === "why";
  const phrases = object === null ? [] : [...inquiries(tokens, object)];
  if (passive) phrases.push(createPhrase("clause", label, "someone", "was", tokens[verb]?.lower ?? ""));
  return { phrases, taken: tokens[verb]?.pos === "VERB" ? [verb] : [], inquiryAt: null };
}

function neededFor(tokens: Sentence, at: number): readonly Phrase[] {
  const marker = tokens[at]?.lower ?? "";
  if (marker === "to") return readAction(tokens, at + 1, "clause", ["what", "is needed", "to"]).phrases;
  const tail = readTail(tokens, at);
  return tail === null
    ? []
    : clauses(shorterForms(tail.mention.phrase).map((form) => ["what", "is needed", tail.preposition, form]));
}

function readSecondPerson(
  tokens: Sentence,
  subject: number,
  aux: string,
  label: string,
  asked: Mention | null,
): Reading {
  if (tokens[subject]?.lower === "your") {
    const own = nounPhraseAt(tokens, subject);
    if (own === null) return nothingRead;
    return {
      ...nothingRead,
      phrases: shorterForms(own.phrase).map((form) => createPhrase("assistant", "about its", form)),
    };
  }
  let verb = subject + 1;
  while (tokens[verb]?.pos === "ADV" && tokens[verb + 1] !== undefined) verb++;
  const base = baseOf(tokens, verb);
  const about = tokens.findIndex(
    (token, index) => index > verb && index < verb + 4 && (token.lower === "about" || token.lower === "of"),
  );
  if (["tell", "know", "think", "say"].includes(base) && about > 0) {
    const topic = nounPhraseAt(tokens, about + 1);
    return topic === null
      ? { ...nothingRead, taken: [verb] }
      : { phrases: inquiries(tokens, topic), taken: [verb], inquiryAt: null };
  }
  if (["recommend", "suggest"].includes(base)) return readAction(tokens, verb, "action");
  if (label === "how" && !inward.has(base) && !be.has(aux)) return readAction(tokens, verb, "how-to");
  const what: readonly Part[] =
    asked === null ? [label] : [label === "how many" || label === "how much" ? label : "what", asked.phrase];
  if (be.has(aux)) {
    if (prepositions.has(tokens[verb]?.lower ?? "") && verb + 1 >= tokens.length)
      return {
        ...nothingRead,
        phrases: [createPhrase("assistant", ...what, "it", "is", tokens[verb]?.lower ?? "")],
      };
    const predicate = nounPhraseAt(tokens, verb);
    const tense = aux === "were" || aux === "was" ? "was" : "is";
    const word = tokens[verb]?.lower ?? "";
    const phrases: Phrase[] = [];
    const described =
      word !== "" && /^\p{L}+$/u.test(word) && ["ADJ", "VERB"].includes(tokens[verb]?.pos ?? "");
    if (described && (predicate === null || label !== "whether"))
      phrases.push(createPhrase("assistant", ...what, "it", tense, word));
    else if (label !== "whether" && verb >= tokens.length)
      phrases.push(createPhrase("assistant", ...what, "it", tense));
    if (predicate !== null && label === "whether")
      phrases.push(
        ...shorterForms(predicate.phrase).map((form) =>
          createPhrase("assistant", "whether", "it", "is", { ...form }),
        ),
      );
    return { phrases, taken: [], inquiryAt: null };
  }
  if (base === "" || ["know"].includes(base)) return { ...nothingRead, taken: [verb] };
  const helped = modal.has(aux) && aux !== "would" ? `can ${base}` : thirdPersonOf(base);
  const object = nounPhraseAt(tokens, verb + 1);
  const tail = readTail(tokens, verb + 1);
  const bare = createPhrase("assistant", ...what, "it", helped);
  const stranded =
    prepositions.has(tokens[verb + 1]?.lower ?? "") && verb + 2 >= tokens.length
      ? [createPhrase("assistant", ...what, "it", helped, tokens[verb + 1]?.lower ?? "")]
      : [];
  const more =
    object !== null
      ? shorterForms(object.phrase).map((form) => createPhrase("assistant", ...what, "it", helped, form))
      : [];
  const further =
    tail !== null
      ? shorterForms(tail.mention.phrase).map((form) =>
          createPhrase("assistant", ...what, "it", helped, tail.preposition, form),
        )
      : [];
  const complete =
    more.length === 0 &&
    further.length === 0 &&
    stranded.length === 0 &&
    label !== "whether" &&
    (verb + 1 >= tokens.length || label === "where");
  return {
    phrases: [...(complete ? [bare] : []), ...stranded, ...more, ...further],
    taken: [verb],
    inquiryAt: null,
  };
}

function readExistence(tokens: Sentence, at: number): Reading {
  const mention = nounPhraseAt(tokens, at);
  return mention === null ? nothingRead : { ...nothingRead, phrases: inquiries(tokens, mention) };
}

/** "is it safe to ...", "how long does it take to ...". */
function readImpersonal(tokens: Sentence, at: number, aux: string, label: string): Reading {
  const word = tokens[at]?.lower ?? "";
  const marker = tokens.findIndex((token, index) => index >= at && index < at + 6 && token.lower === "to");
  const lead: Part[] = be.has(aux)
    ? [label, "it is", word === "to" ? "" : word]
    : [label, "it", thirdPersonOf(baseOf(tokens, at))];
  if (word === "" || !/^\p{L}+$/u.test(word))
    return label === "whether"
      ? nothingRead
      : { ...nothingRead, phrases: [createPhrase("clause", label, "it is")] };
  if (marker > 0 && tokens[marker + 1] !== undefined)
    return readAction(tokens, marker + 1, "clause", [...lead, "to"]);
  const tail = readTail(tokens, at) ?? readTail(tokens, at + 1);
  return { ...nothingRead, phrases: tail === null ? [] : inquiries(tokens, tail.mention) };
}

/** Declarative order: "my bill is due", "you are a robot", "i can cook rice". */
function readClause(tokens: Sentence, at: number, label: string): Reading {
  const who = tokens[at]?.lower ?? "";
  const aux = tokens[at + 1]?.lower ?? "";
  if (first.has(who))
    return isAuxiliary(aux)
      ? readFirstPerson(tokens, at + 2, aux, label, false)
      : readFirstPerson(tokens, at + 1, "do", label, false);
  if (who === "you" || who === "u")
    return isAuxiliary(aux)
      ? readSecondPerson(
          [
            ...tokens.slice(0, at),
            ...tokens.slice(at + 1, at + 2),
            ...tokens.slice(at, at + 1),
            ...tokens.slice(at + 2),
          ],
          at + 1,
          aux,
          label,
          null,
        )
      : readSecondPerson(tokens, at, "do", label, null);
  const subject = nounPhraseAt(tokens, at);
  if (subject === null) return nothingRead;
  const verb = tokens[subject.end]?.lower ?? "";
  if (isAuxiliary(verb))
    return readThirdPerson(
      tokens.filter((_, index) => index !== subject.end),
      subject,
      verb,
      label,
      false,
    );
  return { ...nothingRead, phrases: inquiries(tokens, subject) };
}
