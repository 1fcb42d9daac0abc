import type { Edit, Falsity } from "@observatory/crepe/release";

const rules: Readonly<Record<string, string>> = {
  antonym: "an antonym",
  preposition: "another preposition",
  inventory: "another thing that the source shows elsewhere",
  "wordnet-cousin": "a thing of the same kind (WordNet)",
  colour: "another colour",
  size: "another size",
  pattern: "another pattern",
  number: "another number",
  "negate-attribute": "an attribute denied",
  "negate-object": "a thing denied",
  "negate-relation": "a relation denied",
  "negate-existence": "a thing said to be missing",
  "swap-attributes": "two attributes exchanged",
  "swap-objects": "subject and object exchanged",
  "swap-nouns": "two things exchanged",
  "swap-attribute-with-scene": "an attribute of another thing in the scene",
  "swap-noun-with-scene": "another thing of the scene",
  "twin-swap-attributes": "the twin scene: attributes exchanged",
  "twin-swap-relation": "the twin scene: relation turned round",
};

/** A rule in words; of several joined by `+`, all, one after the other. An unknown one keeps its name. */
export function describeRule(rule: string): string {
  return [...new Set(rule.split("+"))]
    .map((part) => rules[part] ?? part.replaceAll("-", " "))
    .join(", then ");
}

/** "red → blue". */
export function describeChange({ from, to }: Pick<Edit, "from" | "to">): string {
  return `${from} → ${to}`;
}

/** How surely negatives of a kind are false. */
export const falsityTexts: Readonly<Record<Falsity, string>> = {
  contradicted: "False: the scene says the opposite, or something that excludes it.",
  absent: "False: nothing in the scene fits it, and the scene is known completely.",
  unknown: "Likely false: nothing in the scene graph fits it, but the graph may leave things out.",
};
