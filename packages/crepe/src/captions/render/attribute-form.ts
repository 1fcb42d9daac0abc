import { findAttributeSets } from "../../negatives/attribute-sets.ts";

/** How an attribute of a scene graph is said in English. */
export interface AttributeForm {
  /**
   * `quantity` takes the place of the article ("two boats"), `partitive` stands before the noun with "of"
   * ("a group of boats"), `before` is an ordinary adjective, `after` follows the noun ("a man taking photo").
   */
  readonly place: "quantity" | "partitive" | "before" | "after";
  readonly words: string;
  /** Order among adjectives: opinion and size first, material and noun modifiers last. */
  readonly rank: number;
  /** Whether "is" can carry it: "a cat that is black", but not "a field that is baseball". */
  readonly predicable: boolean;
}

/** Reads an attribute as scene graphs write them. */
export function toAttributeForm(attribute: string): AttributeForm {
  const number = numerals.get(attribute);
  if (number !== undefined) return { place: "quantity", words: number, rank: 0, predicable: false };
  if (quantities.has(attribute)) return { place: "quantity", words: attribute, rank: 0, predicable: false };
  const partitive = attribute.replace(/ of$/u, "");
  if (attribute !== partitive || partitives.has(partitive))
    return { place: "partitive", words: `${partitive} of`, rank: 0, predicable: false };
  const [set] = findAttributeSets(attribute);
  const words = attribute.split(" ");
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (postposed.has(first) || (words.length > 1 && (particles.has(last) || /.ing$/u.test(first))))
    return { place: "after", words: attribute, rank: 9, predicable: !notPredicable.has(attribute) };
  if (set !== undefined)
    return { place: "before", words: attribute, rank: set.rank, predicable: !notPredicable.has(attribute) };
  const adjective =
    (adjectiveEnding.test(last) && !gerundModifiers.has(last)) || knownAdjectives.has(attribute);
  return { place: "before", words: attribute, rank: adjective ? 3 : 7, predicable: adjective };
}

// prettier-ignore
const numerals = new Map([
  ["2", "two"], ["3", "three"], ["4", "four"], ["5", "five"], ["6", "six"], ["7", "seven"], ["8", "eight"], ["9", "nine"],
  ["10", "ten"], ["11", "eleven"], ["12", "twelve"], ["two", "two"], ["three", "three"], ["four", "four"], ["five", "five"],
  ["six", "six"], ["seven", "seven"], ["eight", "eight"], ["nine", "nine"], ["ten", "ten"],
]);
const quantities = new Set(["many", "several", "few", "some", "both", "multiple", "various"]);
const partitives = new Set(
  "group piece slice part patch pile pair bunch herd flock stack row pieces slices patches piles rows stacks bunches pairs groups line set lot lots plate bowl cup glass".split(
    " ",
  ),
);
for (const adjective of ["glass", "plate", "line"]) partitives.delete(adjective);
const postposed = new Set(
  "in on at with without down up outside inside out off away ready alone asleep awake ahead apart close next behind above below under alive".split(
    " ",
  ),
);
const particles = new Set("down up out off away over together apart on around photo photos ready".split(" "));
const notPredicable = new Set([
  "wood",
  "brick",
  "stone",
  "rock",
  "paper",
  "cloth",
  "fabric",
  "rubber",
  "live",
  "adult",
]);
const adjectiveEnding = /(?:.ed|.ing|.ful|.ous|.ish|.less|.able|.ible|.esque)$/u;
/** "a parking sign" is not parking. */
const gerundModifiers = new Set(
  "parking steering cutting dining living baking frying swimming skating racing landing wedding building railing washing sewing writing shopping fishing hunting riding rolling folding ceiling mixing serving drinking surfing skiing evening training tracking vending hanging traffic bed feed seed red cooling".split(
    " ",
  ),
);
const knownAdjectives = new Set(
  "shiny dusty fluffy puffy pointy curly wispy grassy bushy bumpy wavy sandy leafy icy crispy creamy juicy furry sunny windy foggy stormy messy busy healthy hungry sleepy angry thirsty skinny chubby fuzzy fancy wide flat broken worn torn bare bald fat slim thin heavy light fresh ripe ugly cute pretty nice beautiful clear colorful multicolored strong weak fast slow quiet loud real fake male female metallic spiky shiny rusty hazy snowy sunny icy sandy sandy rocky leafy hairy furry cloudy visible dead dull steep tight loose fallen frozen hidden bent split".split(
    " ",
  ),
);
