import type { SceneGraph, SceneObject } from "../../scene-graph/scene-graph.ts";
import { toAttributeForm } from "./attribute-form.ts";
import { glue, openArticle, type CaptionToken } from "./caption-token.ts";
import type { Claim } from "./claim.ts";
import { isMassNoun, isPluralNoun, isUniqueNoun, toPlural } from "./noun-number.ts";

export interface MentionOptions {
  /** Leave out articles. */
  readonly bare: boolean;
  /** Say attributes as "that is black" where English allows. */
  readonly relative: boolean;
}

/** A noun phrase, and what could not stand in front of the noun ("that is black and"). */
export interface NounPhrase {
  readonly tokens: readonly CaptionToken[];
  /** Predicates for a relative clause: "black", "not black", without the verb. */
  readonly predicates: readonly (readonly CaptionToken[])[];
  readonly plural: boolean;
}

/** Writes mentions of objects in text order; remembers what has been introduced. */
export interface Mentions {
  readonly isKnown: (id: string) => boolean;
  readonly mention: (id: string, options: MentionOptions) => NounPhrase;
}

/** Starts a caption. */
export function createMentions({ graph, denied }: Claim): Mentions {
  const objects = new Map(graph.objects.map((object) => [object.id, object]));
  const order: string[] = [];
  return {
    isKnown: (id) => order.includes(id),
    mention(id, options) {
      const object = objects.get(id);
      if (object === undefined) throw new RangeError(`no object ${id}`);
      const plural = isPluralPhrase(object);
      const noun = nounOf(object);
      if (order.includes(id) && denied?.kind === "object" && denied.object === id) {
        const thing = { person: "that person", things: "those things", thing: "that thing" }[kindOf(object)];
        return {
          tokens: [{ text: thing, atom: { role: "object", object: id }, mention: "again" }],
          predicates: [],
          plural,
        };
      }
      if (order.includes(id)) {
        // A horse and two horses are told apart without counting.
        const isAlike = (other: SceneObject | undefined) => other !== undefined && nounOf(other) === noun;
        const same = order.filter((other) => isAlike(objects.get(other)));
        const place = graph.objects.filter(isAlike).length > 1 ? ordinals[same.indexOf(id)] : undefined;
        // "The second cats" would be read as those that came second.
        const ordinal = plural && place === "second" ? "other" : place;
        const again: CaptionToken = { text: noun, atom: { role: "object", object: id }, mention: "again" };
        return {
          tokens: [glue(options.bare ? "" : "the"), glue(ordinal ?? ""), again],
          predicates: [],
          plural,
        };
      }
      const second = order.some((other) => nameOf(graph, other) === object.name);
      order.push(id);
      return { ...introduce(object, { ...options, second, denied }), plural };
    },
  };
}

interface IntroduceOptions extends MentionOptions {
  readonly second: boolean;
  readonly denied: Claim["denied"];
}

function introduce(object: SceneObject, options: IntroduceOptions): Omit<NounPhrase, "plural"> {
  const { denied } = options;
  const forms = object.attributes.map((attribute) => ({ attribute, form: toAttributeForm(attribute) }));
  const isDenied = (attribute: string) =>
    denied?.kind === "attribute" && denied.object === object.id && denied.attribute === attribute;
  const say = (attribute: string, words: string): CaptionToken => ({
    text: words,
    atom: { role: "attribute", object: object.id, attribute },
    mention: "first",
  });
  const noun: CaptionToken = {
    text: nounOf(object),
    atom: { role: "object", object: object.id },
    mention: "first",
  };
  const quantity = forms.find(({ form }) => form.place === "quantity");
  const partitive = forms.filter(({ form }) => form.place === "partitive");
  const adjectives = forms
    .filter(({ form }) => form.place === "before")
    .toSorted((a, b) => a.form.rank - b.form.rank);
  const after = forms.filter(({ form }) => form.place === "after");

  if (denied?.kind === "object" && denied.object === object.id) {
    const article =
      isPluralNoun(object.name) || isMassNoun(object.name)
        ? ""
        : isUniqueNoun(object.name)
          ? "the"
          : openArticle;
    const said = [...adjectives, ...after].map(({ attribute, form }) => [say(attribute, form.words)]);
    const word = glue(placeholderFor(object));
    const tokens =
      kindOf(object) === "things" ? [...joinWords(said, "and"), word] : [word, ...joinWords(said, "and")];
    return { tokens, predicates: [[glue("not"), glue(article), noun]] };
  }
  const predicative = adjectives.filter(
    ({ attribute, form }) => isDenied(attribute) || (options.relative && form.predicable),
  );
  const front = adjectives.filter((one) => !predicative.includes(one));
  const back = after.filter(({ attribute }) => isDenied(attribute));
  const predicates = [
    ...predicative.filter(({ attribute }) => !isDenied(attribute)),
    ...predicative.filter(({ attribute }) => isDenied(attribute)),
    ...back,
  ].map(({ attribute, form }) =>
    isDenied(attribute) ? [glue("not"), say(attribute, form.words)] : [say(attribute, form.words)],
  );
  const none = denied?.kind === "existence" && denied.object === object.id;
  const tokens = [
    glue(
      determinerOf(object, {
        ...options,
        none,
        counted: quantity !== undefined,
        partitive: partitive[0]?.form.words ?? null,
      }),
    ),
    ...(quantity === undefined ? [] : [say(quantity.attribute, quantity.form.words)]),
    ...partitive.map(({ attribute, form }, at) =>
      say(attribute, quantity !== undefined && at === 0 ? pluralise(form.words) : form.words),
    ),
    glue(
      partitive.at(-1)?.form.words === "part of" && !isPluralNoun(object.name) && !isMassNoun(object.name)
        ? openArticle
        : "",
    ),
    ...front.flatMap(({ attribute, form }, at) => {
      const isSecondColour = form.rank === colourRank && front[at - 1]?.form.rank === colourRank;
      return [glue(isSecondColour ? "and" : ""), say(attribute, form.words)];
    }),
    noun,
    ...joinWords(
      after
        .filter(({ attribute }) => !isDenied(attribute))
        .map(({ attribute, form }) => [say(attribute, form.words)]),
      "and",
    ),
  ];
  return { tokens, predicates };
}

interface DeterminerOptions extends IntroduceOptions {
  readonly none: boolean;
  readonly counted: boolean;
  readonly partitive: string | null;
}

function determinerOf(object: SceneObject, options: DeterminerOptions): string {
  if (options.none) return "no";
  const second = options.second && object.attributes.length === 0;
  if (options.counted) return second ? "other" : "";
  if (options.partitive !== null && !/^\w+(?:s|es) of$/u.test(options.partitive))
    return options.bare ? "" : openArticle;
  if (options.partitive !== null) return "";
  if (isPluralNoun(object.name)) return second ? "other" : "";
  if (second) return isMassNoun(object.name) ? "more" : "another";
  if (isMassNoun(object.name) || options.bare) return "";
  return isUniqueNoun(object.name) ? "the" : openArticle;
}

/** Puts commas and a conjunction between phrases. */
export function joinWords(
  phrases: readonly (readonly CaptionToken[])[],
  conjunction: string,
): CaptionToken[] {
  return phrases.flatMap((phrase, index) => {
    if (index === 0) return [...phrase];
    return index === phrases.length - 1 ? [glue(conjunction), ...phrase] : [glue(","), ...phrase];
  });
}

function nounOf(object: SceneObject): string {
  const forms = object.attributes.map(toAttributeForm);
  const partitive = forms.find(({ place }) => place === "partitive");
  // "Two pieces of paper" are counted by the piece.
  const counted =
    partitive === undefined
      ? forms.some(({ place }) => place === "quantity")
      : collectives.has(partitive.words.replace(/ of$/u, ""));
  return counted ? toPlural(object.name) : object.name;
}

/** "piece of" -> "pieces of". */
function pluralise(partitive: string): string {
  return partitive.replace(/^\w+/u, (word) => toPlural(word));
}

function isPluralPhrase(object: SceneObject): boolean {
  if (object.attributes.some((attribute) => toAttributeForm(attribute).place === "quantity")) return true;
  const partitive = object.attributes.map(toAttributeForm).find(({ place }) => place === "partitive");
  if (partitive !== undefined && isMassNoun(object.name)) return partitive.words.endsWith("s of");
  return isPluralNoun(nounOf(object));
}

/** What stands for a noun that is denied. */
function placeholderFor(object: SceneObject): string {
  return { person: "someone", things: "things", thing: "something" }[kindOf(object)];
}

function kindOf(object: SceneObject): "person" | "things" | "thing" {
  if (isPluralPhrase(object)) return "things";
  const head = object.name.slice(object.name.lastIndexOf(" ") + 1);
  return personNouns.has(head) ? "person" : "thing";
}

function nameOf(graph: SceneGraph, id: string): string | undefined {
  return graph.objects.find((object) => object.id === id)?.name;
}

/** "a group of boats", but "a slice of pizza". */
const collectives = new Set(
  "group groups pair pairs bunch bunches herd flock row rows stack stacks pile piles line set lot lots".split(
    " ",
  ),
);
/** Adjectives of this rank stand side by side with "and": "a black and white cat". */
const colourRank = 5;
const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
];
const personNouns = new Set(
  "man woman boy girl person people men women child children lady guy player baby".split(" "),
);
