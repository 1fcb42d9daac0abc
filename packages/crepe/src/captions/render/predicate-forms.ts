import {
  fromThirdPerson,
  isPastParticiple,
  isPresentParticiple,
  toPresentParticiple,
  toThirdPerson,
} from "./verb-forms.ts";

/** How a predicate of a scene graph is said in English. */
export interface PredicateForms {
  /** `spatial` predicates can open a sentence ("on a mat is a cat"); the others cannot. */
  readonly kind: "spatial" | "other";
  /** After a noun: "on", "wearing", "parked on", "with". */
  readonly afterNoun: string;
  /** After a noun, denied: "not on", "not wearing", "without". */
  readonly deniedAfterNoun: string;
  /** As the verb of a sentence, for a singular and for a plural subject: "is on", "are on"; "has", "have". */
  readonly finite: readonly [singular: string, plural: string];
  /** The same, denied: "is not on", "does not have". */
  readonly deniedFinite: readonly [singular: string, plural: string];
}

/**
 * Reads a predicate as scene graphs write them, in any of the usual forms: "on", "is on", "sit on", "sitting on",
 * "wears", "parked on", "has", "left of", "bigger than".
 */
export function toPredicateForms(predicate: string): PredicateForms {
  const words = predicate.split(" ");
  if (copulas.has(words[0] ?? "") && words.length > 1) words.shift();
  const [head = "", ...rest] = words;
  const lemma = fromThirdPerson(head);
  if (words.length === 1 && (lemma === "have" || head === "having" || head === "with"))
    return verbForms("with", "without", "has", "have", "have");
  if (head === "of" && rest.length === 0)
    return verbForms("of", "not of", "belongs to", "belong to", "belong to");
  if (isPreposition(head)) {
    const phrase = polishPreposition(words.join(" "));
    return copulaForms(phrase, notSpatial.has(head) || phrase.endsWith(" than") ? "other" : "spatial");
  }
  if (isPresentParticiple(head) || isPastParticiple(head) || head === "dressed")
    return copulaForms(words.join(" "), "other");
  const verb = lemma === "lay" && isPreposition(rest[0] ?? "") ? "lie" : lemma;
  const tail = rest.length === 0 ? "" : ` ${polishPreposition(rest.join(" "))}`;
  if (stateVerbs.has(verb)) {
    const participle = toPresentParticiple(verb) + tail;
    return verbForms(participle, `not ${participle}`, toThirdPerson(verb) + tail, verb + tail, verb + tail);
  }
  return copulaForms(toPresentParticiple(verb) + tail, "other");
}

/** Whether a word starts a prepositional predicate: "on", "next" (to), "left" (of), "bigger" (than). */
export function isPreposition(word: string): boolean {
  return prepositionHeads.has(word) || comparatives.has(word);
}

function copulaForms(phrase: string, kind: PredicateForms["kind"]): PredicateForms {
  return {
    kind,
    afterNoun: phrase,
    deniedAfterNoun: `not ${phrase}`,
    finite: [`is ${phrase}`, `are ${phrase}`],
    deniedFinite: [`is not ${phrase}`, `are not ${phrase}`],
  };
}

function verbForms(after: string, denied: string, one: string, many: string, base: string): PredicateForms {
  return {
    kind: "other",
    afterNoun: after,
    deniedAfterNoun: denied,
    finite: [one, many],
    deniedFinite: [`does not ${base}`, `do not ${base}`],
  };
}

/** "left of" -> "to the left of"; "on side of" -> "on the side of". */
function polishPreposition(phrase: string): string {
  const plain = phrase.replace(/^(left|right) of$/u, "to the $1 of");
  return plain.replace(
    /\b(on|in|at|to|from|off|near|along|by) (side|sides|back|middle|edge|face|end|corner|center|centre|bottom|rear|left|right|left side|right side|other side|front|tip|base|surface|wall) of\b/u,
    (match, preposition: string, noun: string) =>
      match === "in front of" || match === "in back of" ? match : `${preposition} the ${noun} of`,
  );
}

const copulas = new Set(["is", "are", "be", "was", "being"]);
const prepositionHeads = new Set(
  "away apart together on in at under behind above below beneath underneath over beside besides near by with without against between around across along inside outside within among amongst off onto into of from to through for beyond past toward towards alongside upon down up out next close left right far adjacent opposite parallel atop aboard amid during as like side part full front".split(
    " ",
  ),
);
const comparatives = new Set(
  "bigger smaller larger taller shorter longer wider narrower higher lower darker lighter brighter".split(
    " ",
  ),
);
const notSpatial = new Set("with without of for as like part full from to during".split(" "));
const stateVerbs = new Set(
  "contain cover support depict show belong line border resemble separate connect include match fill have surround overlook display".split(
    " ",
  ),
);
