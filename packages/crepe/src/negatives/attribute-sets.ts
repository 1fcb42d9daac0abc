/**
 * A closed set of attributes of which a thing has one. Each member is a group of near synonyms ("gray", "grey",
 * "silver"): members of different groups exclude each other unless the pair is listed as near.
 */
export interface AttributeSet {
  readonly name: string;
  /** What orders adjectives in front of a noun: small numbers stand first. */
  readonly rank: number;
  readonly groups: readonly (readonly string[])[];
  /** Pairs of first members of groups that can be true of one thing together, or are hard to tell apart. */
  readonly near: readonly (readonly [string, string])[];
}

/** The closed sets, in no order. */
export const attributeSets: readonly AttributeSet[] = [
  set("colour", 5, ["black", "white|off white|ivory", "gray|grey|silver", "red|maroon|crimson|scarlet|dark red|bright red", "orange", "yellow|golden|gold|blonde|blond|bright yellow", "green|dark green|light green|bright green|lime", "blue|navy|navy blue|light blue|dark blue|bright blue|turquoise|teal", "purple|violet|lavender", "pink|hot pink", "brown|dark brown|light brown", "tan|beige|khaki|cream|cream colored"],
    ["white tan", "white gray", "black gray", "tan brown", "tan yellow", "tan gray", "orange red", "orange yellow", "orange brown", "pink red", "pink purple", "purple blue", "brown red", "green blue", "orange tan", "pink tan", "orange pink", "red purple", "yellow brown", "yellow green"]),
  set("size", 2, ["small|little|tiny|miniature", "large|big|huge|giant|enormous"]),
  set("height", 2, ["tall|high", "short|low"]),
  set("length", 2, ["long", "short"]),
  set("thickness", 2, ["thick", "thin"]),
  set("width", 2, ["wide", "narrow"]),
  set("material", 6, ["wooden|wood", "metal|metallic|steel|iron|aluminum|chrome", "plastic", "glass", "stone|rock|marble|granite", "brick", "concrete|cement", "leather", "paper|cardboard", "rubber", "ceramic|porcelain|clay", "wicker", "cloth|fabric|cotton|wool"],
    ["stone concrete", "stone brick", "brick concrete", "stone ceramic", "brick ceramic", "rubber plastic", "leather cloth", "wicker wooden"]),
  set("pattern", 4, ["striped", "checkered|checked|plaid", "spotted|dotted|polka dot", "floral|flowered", "plain|solid"]),
  set("shape", 4, ["round|circular|oval", "square|rectangular", "triangular"]),
  set("fill", 3, ["filled|solid", "outlined|hollow|empty"]),
  set("opening", 3, ["open|opened", "closed|shut"]),
  set("wetness", 3, ["wet", "dry"]),
  set("fullness", 3, ["full", "empty"]),
  set("cleanness", 3, ["clean", "dirty|muddy|dusty"]),
  set("age", 3, ["young", "old|elderly|adult|aged", "new|brand new"], ["young new"]),
  set("light", 3, ["dark", "bright|light"]),
  set("surface", 3, ["smooth", "rough|bumpy"]),
  set("bend", 3, ["straight", "curved|bent|crooked|curly|wavy"]),
  set("depth", 3, ["deep", "shallow"]),
  set("cooking", 3, ["raw|uncooked", "cooked|fried|baked|grilled|roasted"]),
  set("life", 3, ["dead|wilted", "live|living|alive"]),
  set("weather", 3, ["cloudy|overcast", "clear|cloudless"]),
  set("temperature", 3, ["hot|warm", "cold|cool|frozen"]),
  set("lamp", 3, ["lit|lit up|illuminated", "unlit"]),
  set("sharpness", 3, ["sharp", "blunt|dull"]),
  set("softness", 3, ["soft|fluffy", "hard"]),
  set("mood", 3, ["happy|smiling", "sad|frowning|crying"]),
  set("sex", 3, ["male", "female"]),
  set("posture", 3, ["standing|walking|running|jumping", "sitting|seated", "lying|laying|laying down|lying down"]),
  set("wakefulness", 3, ["asleep|sleeping", "awake|walking|running|jumping|playing|eating"]),
  set("density", 3, ["busy|crowded", "deserted|empty"]),
  set("transparency", 3, ["transparent|see through", "opaque"]),
  set("place", 3, ["indoor|indoors", "outdoor|outdoors"]),
]; // prettier-ignore

/** The sets that hold an attribute; a word such as "short" or "empty" is in several. */
export function findAttributeSets(attribute: string): readonly AttributeSet[] {
  return setsOf.get(attribute) ?? [];
}

/**
 * How two attributes of one thing stand: the same in meaning, excluding each other, or neither. Neighbours such as red and
 * orange exclude each other only where attributes are `exact`, as in a drawn scene.
 */
export function compareAttributes(
  a: string,
  b: string,
  { exact = false }: { readonly exact?: boolean } = {},
): "same" | "exclusive" | "compatible" {
  if (a === b) return "same";
  let exclusive = false;
  for (const set of findAttributeSets(a)) {
    const groupA = groupOf(set, a);
    const groupB = groupOf(set, b);
    if (groupA === null || groupB === null) continue;
    if (groupA === groupB) return "same";
    if (!exact && isNear(set, groupA[0], groupB[0])) return "compatible";
    exclusive = true;
  }
  return exclusive ? "exclusive" : "compatible";
}

function isNear({ near }: AttributeSet, a: string | undefined, b: string | undefined): boolean {
  return near.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
}

function groupOf(set: AttributeSet, attribute: string): readonly string[] | null {
  return set.groups.find((group) => group.includes(attribute)) ?? null;
}

function set(
  name: string,
  rank: number,
  groups: readonly string[],
  near: readonly string[] = [],
): AttributeSet {
  return {
    name,
    rank,
    groups: groups.map((group) => group.split("|")),
    near: near.map((pair) => {
      const [a = "", b = ""] = pair.split(" ");
      return [a, b] as const;
    }),
  };
}

const setsOf = new Map<string, AttributeSet[]>();
for (const one of attributeSets)
  for (const word of one.groups.flat()) setsOf.set(word, [...(setsOf.get(word) ?? []), one]);
