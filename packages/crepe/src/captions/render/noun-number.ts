/**
 * Whether a noun or noun compound is plural in form: "two cats", "men", "pants".
 *
 * Decided by the last word, from the regular ending with lists of exceptions; no dictionary is needed.
 */
export function isPluralNoun(name: string): boolean {
  const word = lastWordOf(name);
  if (singularOf.has(word) || alwaysPlural.has(word)) return true;
  if (singularWithS.has(word) || !word.endsWith("s") || word.length < 4) return false;
  return !/(?:ss|us|is)$/u.test(word);
}

/** Whether a noun takes no article in the singular: "water", "grass". */
export function isMassNoun(name: string): boolean {
  return massNouns.has(lastWordOf(name));
}

/** Whether a noun names the one thing of its kind and so takes "the": "sky", "ground". */
export function isUniqueNoun(name: string): boolean {
  return uniqueNouns.has(name);
}

/** The plural of a singular noun or noun compound; a plural or mass noun comes back unchanged. */
export function toPlural(name: string): string {
  if (isPluralNoun(name) || isMassNoun(name)) return name;
  return replaceLastWord(name, (word) => {
    const irregular = pluralOf.get(word);
    if (irregular !== undefined) return irregular;
    if (/(?:s|x|z|ch|sh)$/u.test(word)) return `${word}es`;
    if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
    return `${word}s`;
  });
}

/** The singular of a plural noun or noun compound; a singular, mass or plural-only noun comes back unchanged. */
export function toSingular(name: string): string {
  if (!isPluralNoun(name)) return name;
  return replaceLastWord(name, (word) => {
    const irregular = singularOf.get(word);
    if (irregular !== undefined) return irregular;
    if (alwaysPlural.has(word)) return word;
    if (/[^aeiou]ies$/u.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
    if (/(?:ss|sh|ch|x|zz|us)es$/u.test(word)) return word.slice(0, -2);
    return word.slice(0, -1);
  });
}

function lastWordOf(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

function replaceLastWord(name: string, change: (word: string) => string): string {
  const word = lastWordOf(name);
  return name.slice(0, name.length - word.length) + change(word);
}

const irregulars: readonly (readonly [singular: string, plural: string])[] = [
  ["man", "men"], ["woman", "women"], ["child", "children"], ["person", "people"], ["foot", "feet"], ["tooth", "teeth"],
  ["goose", "geese"], ["mouse", "mice"], ["ox", "oxen"], ["leaf", "leaves"], ["knife", "knives"], ["wife", "wives"],
  ["loaf", "loaves"], ["shelf", "shelves"], ["wolf", "wolves"], ["calf", "calves"], ["half", "halves"], ["scarf", "scarves"],
  ["hoof", "hooves"], ["life", "lives"], ["thief", "thieves"], ["cactus", "cacti"], ["potato", "potatoes"],
  ["tomato", "tomatoes"], ["hero", "heroes"], ["fireman", "firemen"], ["policeman", "policemen"], ["snowman", "snowmen"],
  ["shoe", "shoes"], ["horse", "horses"], ["vase", "vases"], ["house", "houses"], ["nose", "noses"], ["bus", "buses"],
  ["lens", "lenses"], ["gas", "gases"], ["canvas", "canvases"], ["axe", "axes"], ["cookie", "cookies"], ["pie", "pies"],
  ["tie", "ties"], ["movie", "movies"], ["selfie", "selfies"], ["hoodie", "hoodies"], ["brownie", "brownies"],
  ["bookshelf", "bookshelves"], ["veggie", "veggies"], ["cheese", "cheeses"], ["moose", "moose"],
  ["toothbrush", "toothbrushes"], ["cache", "caches"], ["headache", "headaches"], ["zombie", "zombies"],
]; // prettier-ignore
const pluralOf = new Map(irregulars);
const singularOf = new Map(
  irregulars.filter(([one, many]) => one !== many).map(([one, many]) => [many, one] as const),
);

const alwaysPlural = new Set(
  "pants jeans shorts trousers glasses sunglasses eyeglasses goggles scissors tights leggings pajamas stairs clothes binoculars overalls headphones tongs pliers groceries cattle police outskirts".split(
    " ",
  ),
);
const singularWithS = new Set(
  "bus gas lens glass dress grass canvas cactus tennis atlas christmas series chess moss brass cross compass mattress iris asparagus octopus hippopotamus walrus platypus surplus circus campus virus bias chaos texas swiss this is was has its news debris hibiscus citrus papyrus molasses rhinoceros pancreas".split(
    " ",
  ),
);
const massNouns = new Set(
  "water grass snow sand hair food dirt air smoke ice rain fog mud gravel wood metal plastic paper bread rice pasta cheese butter meat beef chicken pork bacon broccoli lettuce spinach fruit milk coffee tea juice wine beer soda sauce ketchup mustard mayonnaise sugar salt pepper flour chocolate cream frosting icing dough furniture luggage baggage equipment clothing jewelry foliage vegetation greenery shrubbery moss ivy hay straw dust sunlight light lighting traffic money fur wool cotton leather fabric cloth concrete cement asphalt pavement brick graffiti writing lettering text garlic seaweed wheat corn salad soup cereal makeup glitter debris rubble trash garbage litter underbrush brush soil turf steam foam lava sushi spaghetti whiteware silverware glassware cutlery mist shade ground wire".split(
    " ",
  ),
);
for (const countable of [
  "paper",
  "light",
  "pepper",
  "brick",
  "cream",
  "chicken",
  "wire",
  "ground",
  "brush",
  "salad",
  "wine",
  "beer",
  "fruit",
  "cloth",
])
  massNouns.delete(countable);
const uniqueNouns = new Set("sky ground air ocean sea horizon background foreground".split(" "));
