/** What an object of the world can do to another: a support carries a small one, a container surrounds a small one. */
export type WorldRole = "thing" | "support" | "container";

export interface WorldNoun {
  /** A lower-case singular noun. */
  readonly name: string;
  /** `<set>:<icon>` of the iconify packages `@iconify-json/mdi` (Apache-2.0) and `@iconify-json/ph` (MIT). */
  readonly icon: `${"mdi" | "ph"}:${string}`;
  readonly role: WorldRole;
  /** Whether its shape is solid enough to show stripes or dots. */
  readonly patterned: boolean;
}

const things = [
  ["airplane", "ph:airplane-fill", true],
  ["anchor", "mdi:anchor", false],
  ["apple", "mdi:food-apple", true],
  ["balloon", "ph:balloon-fill", true],
  ["bell", "mdi:bell", true],
  ["bicycle", "mdi:bicycle", false],
  ["bird", "mdi:bird", true],
  ["bone", "ph:bone-fill", true],
  ["bus", "mdi:bus", false],
  ["butterfly", "ph:butterfly-fill", true],
  ["cactus", "ph:cactus-fill", true],
  ["camera", "mdi:camera", false],
  ["carrot", "mdi:carrot", false],
  ["cat", "mdi:cat", false],
  ["cloud", "mdi:cloud", true],
  ["crown", "mdi:crown", true],
  ["dog", "mdi:dog", false],
  ["duck", "mdi:duck", true],
  ["elephant", "mdi:elephant", true],
  ["fish", "mdi:fish", true],
  ["flower", "ph:flower-fill", true],
  ["ghost", "mdi:ghost", true],
  ["guitar", "mdi:guitar-acoustic", false],
  ["hamburger", "mdi:hamburger", false],
  ["hat", "mdi:hat-fedora", true],
  ["heart", "mdi:heart", true],
  ["horse", "mdi:horse", true],
  ["key", "mdi:key", false],
  ["leaf", "mdi:leaf", true],
  ["moon", "ph:moon-fill", true],
  ["mushroom", "mdi:mushroom", true],
  ["penguin", "mdi:penguin", false],
  ["pineapple", "mdi:fruit-pineapple", false],
  ["robot", "mdi:robot", false],
  ["rocket", "mdi:rocket", true],
  ["skull", "mdi:skull", false],
  ["snail", "mdi:snail", false],
  ["spider", "mdi:spider", false],
  ["star", "mdi:star", true],
  ["tree", "mdi:pine-tree", true],
  ["trophy", "mdi:trophy", true],
  ["umbrella", "mdi:umbrella", true],
] as const;

const supports = [
  ["table", "mdi:table-furniture"],
  ["dresser", "mdi:dresser"],
  ["stool", "ph:stool-fill"],
] as const;

const containers = [
  ["hoop", "ph:circle-bold"],
  ["frame", "ph:square-bold"],
  ["house", "ph:house-simple-bold"],
] as const;

/** Every noun of the world: 42 things, three supports and three containers, all drawn in one colour. */
export const worldNouns: readonly WorldNoun[] = [
  ...things.map(([name, icon, patterned]) => ({ name, icon, patterned, role: "thing" as const })),
  ...supports.map(([name, icon]) => ({ name, icon, patterned: false, role: "support" as const })),
  ...containers.map(([name, icon]) => ({ name, icon, patterned: false, role: "container" as const })),
];

const nounByName: ReadonlyMap<string, WorldNoun> = new Map(worldNouns.map((noun) => [noun.name, noun]));

/** The noun of the world with this name, or undefined. */
export function findWorldNoun(name: string): WorldNoun | undefined {
  return nounByName.get(name);
}

/** Colours by name, as CSS values: far apart from one another and from the white ground. */
export const worldColours = {
  red: "#d8141c",
  orange: "#ff8a00",
  yellow: "#f2d21b",
  green: "#1c9a3b",
  blue: "#1f5fe0",
  purple: "#7a2bb5",
  pink: "#ff86c8",
  black: "#15151a",
} as const;
export type WorldColour = keyof typeof worldColours;
export const worldColourNames = Object.keys(worldColours) as readonly WorldColour[]; // keys of the literal above

/** Sizes by name: the longer side of the ink in pixels of a 224 pixel image. */
export const worldSizes = { large: 64, small: 32 } as const;
export type WorldSize = keyof typeof worldSizes;
export const worldSizeNames = ["large", "small"] as const satisfies readonly WorldSize[];

/** Patterns of a fill. An object without a pattern is of one plain colour and has no attribute for that. */
export const worldPatterns = ["striped", "dotted"] as const;
export type WorldPattern = (typeof worldPatterns)[number];

/** Relations of the world, in the order in which graphs list them. */
export const worldPredicates = [
  "left of",
  "right of",
  "above",
  "below",
  "inside",
  "on",
  "next to",
  "far from",
  "in front of",
  "behind",
  "bigger than",
  "smaller than",
] as const;
export type WorldPredicate = (typeof worldPredicates)[number];

/** Whether subject and object of a relation may have these roles at all. */
export function canRelate(subject: WorldNoun, predicate: WorldPredicate, object: WorldNoun): boolean {
  if (subject.name === object.name) return false;
  switch (predicate) {
    case "inside":
      return subject.role === "thing" && object.role === "container";
    case "on":
      return subject.role === "thing" && object.role === "support";
    case "in front of":
    case "behind":
      return subject.role === "thing" && object.role === "thing";
    default:
      return true;
  }
}
