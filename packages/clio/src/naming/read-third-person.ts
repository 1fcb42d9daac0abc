import { thirdPersonOf } from "./inflect.ts";
import { emptyVerbs, prepositions } from "./lexicon.ts";
import { isTimePhrase, nounPhraseAt, shorterForms, type Mention } from "./noun-phrase.ts";
import { createPhrase, type Part, type Phrase } from "./phrase.ts";
import { baseOf, readTail, type Reading } from "./read-action.ts";
import type { Sentence } from "./tag-text.ts";

export const be: ReadonlySet<string> = new Set(["is", "are", "was", "were", "'s", "'re", "am", "'m", "be"]);
export const doing: ReadonlySet<string> = new Set(["do", "does", "did"]);
export const modal: ReadonlySet<string> = new Set([
  "can",
  "could",
  "should",
  "will",
  "would",
  "may",
  "might",
  "must",
  "shall",
  "'ll",
  "ca",
  "wo",
  "'d",
]);
const having: ReadonlySet<string> = new Set(["have", "has", "had", "'ve"]);
export const negation: ReadonlySet<string> = new Set(["n't", "not"]);

/** Tells whether a lower-case word is an auxiliary verb. */
export function isAuxiliary(word: string): boolean {
  return be.has(word) || doing.has(word) || modal.has(word) || having.has(word);
}

/** A subject after its auxiliary, and the rest: "is my bill | due", "does | the card | expire". */
export function readThirdPerson(
  tokens: Sentence,
  subject: Mention,
  aux: string,
  label: string,
  negated: boolean,
): Reading {
  const phrases: Phrase[] = [...inquiries(tokens, subject)];
  let at = subject.end;
  const tail = readTail(tokens, at);
  if (tail !== null) at = tail.mention.end;
  while (tokens[at]?.pos === "ADV" || negation.has(tokens[at]?.lower ?? "")) at++;
  phrases.push(
    ...clausesAbout(tokens, subject, at, aux, label, negated || negation.has(tokens[at - 1]?.lower ?? "")),
  );
  const taken = tokens[at]?.pos === "VERB" ? [at] : [];
  return { phrases, taken, inquiryAt: null };
}

function clausesAbout(
  tokens: Sentence,
  subject: Mention,
  at: number,
  aux: string,
  label: string,
  negated: boolean,
): readonly Phrase[] {
  const forms: Part[] = isTimePhrase(subject.phrase) ? [] : [...shorterForms(subject.phrase)];
  const token = tokens[at];
  const word = token?.lower ?? "";
  if (be.has(aux)) {
    const tense = aux === "was" || aux === "were" ? "was" : "is";
    if (
      token !== undefined &&
      ["ADJ", "VERB"].includes(token.pos) &&
      /^\p{L}+$/u.test(word) &&
      label !== "what"
    ) {
      return clauses(
        [...forms, "something"].map((form) => [label, form, negated ? `${tense} not` : tense, word]),
      );
    }
    const complete = at >= tokens.length || prepositions.has(word);
    return complete && !["what", "whether", "which", "whose", "how much", "how many"].includes(label)
      ? clauses(
          [...forms, ...(label.startsWith("how ") ? ["something"] : [])].map((form) => [label, form, tense]),
        )
      : [];
  }
  if (token === undefined || !["VERB", "NOUN", "AUX"].includes(token.pos) || !/^\p{L}+$/u.test(word))
    return [];
  const base = baseOf(tokens, at);
  const participle = tokens[at + 1];
  if (
    (base === "get" || base === "be") &&
    participle?.pos === "VERB" &&
    participle.lemma !== participle.lower
  ) {
    return clauses(
      [...forms, "something"].map((form) => [
        label,
        form,
        negated ? "was not" : aux === "will" ? "will be" : aux === "did" ? "was" : "is",
        participle.lower,
      ]),
    );
  }
  const verb = doing.has(aux)
    ? negated
      ? `does not ${base}`
      : thirdPersonOf(base)
    : modal.has(aux)
      ? `${modalText(aux)} ${base}`
      : `has ${word}`;
  const object = nounPhraseAt(tokens, at + 1);
  const empty = emptyVerbs.has(base) || base === "get";
  const bare = empty ? [] : clauses([...forms, "something"].map((form) => [label, form, verb]));
  if (object === null || isTimePhrase(object.phrase)) return bare;
  return [
    ...bare,
    ...clauses(
      [...forms, "something"].flatMap((form) =>
        shorterForms(object.phrase).map((inner) => [label, form, verb, inner]),
      ),
    ),
  ];
}

function modalText(aux: string): string {
  return aux === "ca" ? "can" : aux === "wo" || aux === "'ll" ? "will" : aux === "'d" ? "would" : aux;
}

/** Phrases of indirect questions. */
export function clauses(all: readonly (readonly Part[])[]): readonly Phrase[] {
  return all.map((parts) => createPhrase("clause", ...parts));
}

/** A thing that is asked about, alone and with what it belongs to. */
export function inquiries(tokens: Sentence, mention: Mention): readonly Phrase[] {
  const forms = shorterForms(mention.phrase);
  const alone = isTimePhrase(mention.phrase) ? [] : forms.map((form) => createPhrase("inquiry", form));
  const tail = readTail(tokens, mention.end);
  if (tail === null) return alone;
  const whole = forms
    .slice(0, 1)
    .concat(forms.length > 1 ? [{ modifiers: [], head: mention.phrase.head }] : []);
  const pairs = whole.flatMap((form) =>
    shorterForms(tail.mention.phrase).map((inner) => createPhrase("inquiry", form, tail.preposition, inner)),
  );
  return [...alone, ...pairs];
}
