/** What a word does in a caption. `verb` covers finite verbs and participles outside noun phrases. */
export type Tag =
  | "determiner"
  | "number"
  | "possessive"
  | "adjective"
  | "noun"
  | "verb"
  | "be"
  | "auxiliary"
  | "preposition"
  | "particle"
  | "conjunction"
  | "pronoun"
  | "relative"
  | "adverb"
  | "negation"
  | "there"
  | "comma"
  | "stop";

/** Words whose tag does not depend on their surroundings, or whose doubt the tagger settles later. */
export const closedClass: ReadonlyMap<string, Tag> = new Map(
  Object.entries({
    determiner: `a an the this these those some any every each several many few various numerous multiple all no another
      other both either neither such enough own much more most lots hte rhe teh th`,
    number: "two three four five six seven eight nine ten eleven twelve dozen",
    possessive: "'s ' his her its their my your our it's",
    be: "is are was were be been being am 're",
    auxiliary: "has have had having do does did doing can could will would may might must shall should",
    preposition: `on in at by with of from to into onto over under above below behind beside between near against around
      through across along past inside outside for beneath underneath atop alongside among amongst towards toward upon
      within off about beyond amid throughout during without via like as opposite aboard past after before`,
    particle:
      "up down away together apart forward back backwards forwards upward upwards downward downwards sideways ahead aside",
    conjunction: "and or but & while plus",
    pronoun:
      "he she it they him them one ones someone somebody eachother himself herself itself themselves i you we us me something everyone",
    relative: "that which who whom whose where when",
    adverb: `very really quite too also just only still partially slightly mostly almost nearly brightly
      heavily lightly neatly closely directly currently seemingly partly highly fully halfway so now then here 
      outdoors indoors overhead nearby upside far somewhat`,
    negation: "not n't never",
    there: "there",
  } satisfies Partial<Record<Tag, string>>).flatMap(([tag, words]) =>
    words.split(/\s+/u).map((word): [string, Tag] => [word, tag as Tag]),
  ),
);

/** Values of number words, in digits. */
export const numberValues: ReadonlyMap<string, string> = new Map(
  "two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, index) => [word, String(index + 2)]),
);

/** Prepositions of several words, to the canonical name under which their relation stands; longest first. */
const phrases: readonly (readonly [string, string])[] = [
  ["in the middle of", "on middle of"],
  ["on the middle of", "on middle of"],
  ["in middle of", "on middle of"],
  ["at the middle of", "on middle of"],
  ["in the center of", "in center of"],
  ["at the center of", "in center of"],
  ["in center of", "in center of"],
  ["in the front of", "in front of"],
  ["on the front of", "in front of"],
  ["at the front of", "in front of"],
  ["on front of", "in front of"],
  ["at front of", "in front of"],
  ["in front of", "in front of"],
  ["in front", "in front of"],
  ["full of", "fill with"],
  ["filled of", "fill with"],
  ["in the back of", "in back of"],
  ["in back of", "in back of"],
  ["on the back of", "on back of"],
  ["at the back of", "on back of"],
  ["on back of", "on back of"],
  ["at the rear of", "at rear of"],
  ["on the rear of", "at rear of"],
  ["on the very top of", "on top of"],
  ["on the top of", "on top of"],
  ["at the top of", "on top of"],
  ["at top of", "on top of"],
  ["on top of", "on top of"],
  ["on the tops of", "on top of"],
  ["at the bottom of", "on bottom of"],
  ["on the bottom of", "on bottom of"],
  ["in the bottom of", "on bottom of"],
  ["at bottom of", "on bottom of"],
  ["on bottom of", "on bottom of"],
  ["on the left hand side of", "at the left of"],
  ["on the left side of", "at the left of"],
  ["on left side of", "at the left of"],
  ["to the left side of", "at the left of"],
  ["at the left side of", "at the left of"],
  ["to the left of", "at the left of"],
  ["at the left of", "at the left of"],
  ["on the left of", "at the left of"],
  ["on the right hand side of", "on the right side of"],
  ["on the right side of", "on the right side of"],
  ["on right side of", "on the right side of"],
  ["to the right side of", "on the right side of"],
  ["at the right side of", "on the right side of"],
  ["to the right of", "on the right side of"],
  ["at the right of", "on the right side of"],
  ["on the right of", "on the right side of"],
  ["on both sides of", "on both sides of"],
  ["on either side of", "on either side of"],
  ["on each side of", "on either side of"],
  ["on the other side of", "on other side of"],
  ["on the sides of", "on side of"],
  ["on the side of", "on side of"],
  ["at the side of", "on side of"],
  ["by the side of", "on side of"],
  ["to the side of", "on side of"],
  ["off to the side of", "on side of"],
  ["on side of", "on side of"],
  ["on sides of", "on side of"],
  ["at side of", "on side of"],
  ["along the side of", "alongside"],
  ["along side of", "alongside"],
  ["along side", "alongside"],
  ["side by side with", "side by side with"],
  ["side by side", "side by side with"],
  ["on side", "on side of"],
  ["on left of", "at the left of"],
  ["on right of", "on the right side of"],
  ["up side", "up"],
  ["at the end of", "in end of"],
  ["on the end of", "in end of"],
  ["at end of", "in end of"],
  ["on end of", "in end of"],
  ["at the edge of", "on edge of"],
  ["on the edge of", "on edge of"],
  ["along the edge of", "on edge of"],
  ["at edge of", "on edge of"],
  ["on edge of", "on edge of"],
  ["in the corner of", "in corner of"],
  ["on the corner of", "in corner of"],
  ["in corner of", "in corner of"],
  ["at the corner of", "in corner of"],
  ["on the face of", "on face of"],
  ["on face of", "on face of"],
  ["at the base of", "on bottom of"],
  ["at the foot of", "at foot of"],
  ["in the distance of", "in"],
  ["next to", "next to"],
  ["nest to", "next to"],
  ["close to", "close to"],
  ["near to", "near"],
  ["adjacent to", "next to"],
  ["across from", "across from"],
  ["in between", "between"],
  ["inside of", "inside"],
  ["outside of", "outside"],
  ["in side of", "inside"],
  ["on to", "on"],
  ["off of", "off"],
  ["out of", "out of"],
  ["away from", "away from"],
  ["up to", "up to"],
  ["on board", "aboard"],
  ["because of", "because of"],
  ["along with", "with"],
  ["underneath of", "under"],
  ["from under", "under"],
  ["from underneath", "under"],
  ["from behind", "behind"],
];

/** One word to its canonical relation, for words that mean the same. */
export const canonicalPrepositions: ReadonlyMap<string, string> = new Map([
  ["beneath", "under"],
  ["underneath", "under"],
  ["below", "under"],
  ["atop", "on top of"],
  ["toward", "towards"],
  ["amongst", "among"],
  ["onto", "on"],
  ["upon", "on"],
]);

/** Phrases by their first word, longest first. */
export const prepositionPhrases: ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly name: string }[]
> = (() => {
  const table = new Map<string, { words: readonly string[]; name: string }[]>();
  for (const [phrase, name] of phrases) {
    const words = phrase.split(" ");
    const [first = ""] = words;
    table.set(
      first,
      [...(table.get(first) ?? []), { words, name }].toSorted((a, b) => b.words.length - a.words.length),
    );
  }
  return table;
})();
