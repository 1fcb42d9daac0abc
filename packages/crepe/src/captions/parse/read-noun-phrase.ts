import { numberValues } from "./closed-class.ts";
import type { DraftGraph, DraftNode } from "./draft-graph.ts";
import { toSingular } from "./lemmas.ts";
import { loadLexicon } from "./lexicon.ts";
import {
  bodyParts,
  clothes,
  colours,
  emptyAmounts,
  groupNouns,
  modifierNouns,
  modifierSpellings,
  partHeads,
  people,
  pieceNouns,
  places,
  shades,
} from "./noun-classes.ts";
import type { CaptionToken } from "./tag-caption.ts";

/** A noun phrase: its head, and where reading goes on. */
export interface NounPhrase {
  readonly head: DraftNode;
  readonly next: number;
  /** The phrase opened with his, her, its or their. */
  readonly possessive: string | null;
}

const silent = new Set(
  "other several some many few various different single same own whole entire main multiple such first one hte rhe".split(
    " ",
  ),
);

/** Reads the noun phrase that starts at `start` into the draft, or returns null where none starts there. */
export function readNounPhrase(
  tokens: readonly CaptionToken[],
  start: number,
  draft: DraftGraph,
): NounPhrase | null {
  const attributes: string[] = [];
  let possessive: string | null = null;
  let index = start;
  let pendingColour: string | null = null;
  for (; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.tag === "determiner" || (token.tag === "adverb" && isBeforeAdjective(tokens, index))) continue;
    if (token.tag === "possessive" && token.text !== "'s" && token.text !== "'") possessive = token.text;
    else if (token.tag === "number") attributes.push(numberValues.get(token.text) ?? token.text);
    else if (token.tag === "adjective") {
      pendingColour = addAdjective(attributes, token.text, pendingColour);
    } else if (
      !((token.tag === "conjunction" || token.tag === "comma") && joinsAdjectives(tokens, index, start))
    )
      break;
  }
  const firstNoun = index;
  while (tokens[index]?.tag === "noun") index += 1;
  const stand = tokens[index];
  if (
    index === firstNoun &&
    stand !== undefined &&
    /^ones?$/u.test(stand.text) &&
    stand.tag === "pronoun" &&
    index > start
  ) {
    const node: DraftNode = {
      name: draft.nodes.at(-1)?.name ?? "object",
      attributes,
      position: index,
      plural: stand.text === "ones",
    };
    draft.nodes.push(node);
    return { head: node, next: index + 1, possessive };
  }
  if (index === firstNoun) return nominalised(tokens, start, index, attributes, draft, possessive);
  let words = tokens.slice(firstNoun, index).map(({ text }) => text);
  if (
    pendingColour !== null &&
    words[0] !== undefined &&
    shades.has(pendingColour) &&
    colours.has(words[0]) &&
    words.length > 1
  ) {
    attributes.splice(attributes.indexOf(pendingColour), 1, `${pendingColour} ${words[0]}`);
    words = words.slice(1);
  }

  const amount = words.length === 1 ? (words[0] ?? "") : "";
  if (tokens[index]?.text === "of" && amount !== "") {
    const inner = foldAmount(amount, attributes, tokens, index, draft);
    if (inner !== null) return { ...inner, possessive };
  }
  const head = addNouns(words, attributes, index - 1, draft);
  splitParts(head, draft);
  return readOwned(tokens, index, head, draft) ?? { head, next: index, possessive };
}

/** "long sleeved shirt": a shirt that has sleeves, which are long. */
function splitParts(head: DraftNode, draft: DraftGraph): void {
  for (const [index, attribute] of head.attributes.entries()) {
    const [, quality, part] = /^(.+) (haired|sleeved|leaved|leafed)$/u.exec(attribute) ?? [];
    if (quality === undefined || part === undefined) continue;
    const name = toSingular({ haired: "hair", sleeved: "sleeve" }[part] ?? "leaf");
    const node: DraftNode = {
      name,
      attributes: [quality],
      position: head.position - 0.5,
      plural: part !== "haired",
    };
    draft.nodes.push(node);
    draft.relations.push({ subject: head, predicate: "have", object: node });
    head.attributes.splice(index, 1);
    return;
  }
}

/** "group of zebras", "slice of pizza": what follows is the thing, the amount at most its attribute. */
function foldAmount(
  amount: string,
  attributes: readonly string[],
  tokens: readonly CaptionToken[],
  of: number,
  draft: DraftGraph,
): NounPhrase | null {
  const single = toSingular(amount);
  const kept = groupNouns.get(amount) ?? (pieceNouns.has(amount) ? single : null);
  if (kept === null && !emptyAmounts.has(amount)) return null;
  const inner = readNounPhrase(tokens, of + 1, draft);
  if (inner === null) return null;
  inner.head.attributes.unshift(
    ...attributes.filter((word) => !/^(?:left|right|other|back|front|top)$/u.test(word)),
  );
  if (kept !== null) inner.head.attributes.push(kept);
  return inner;
}

/** "man 's head": the owner was read, the owned follows. */
function readOwned(
  tokens: readonly CaptionToken[],
  mark: number,
  owner: DraftNode,
  draft: DraftGraph,
): NounPhrase | null {
  const token = tokens[mark];
  if (token === undefined || token.tag !== "possessive" || (token.text !== "'s" && token.text !== "'"))
    return null;
  const owned = readNounPhrase(tokens, mark + 1, draft);
  if (owned === null) return null;
  const wears = people.has(owner.name) && clothes.has(owned.head.name);
  draft.relations.push({ subject: owner, predicate: wears ? "wear" : "have", object: owned.head });
  return { ...owned, possessive: null };
}

/** Splits a run of nouns into attributes, a part's whole, and a compound name. */
function addNouns(
  words: readonly string[],
  attributes: readonly string[],
  position: number,
  draft: DraftGraph,
): DraftNode {
  const { compounds } = loadLexicon();
  const last = words.at(-1) ?? "";
  const found: string[] = [...attributes];
  let names = [...words.slice(0, -1), toSingular(last)];
  while (names.length > 1) {
    const first = names[0] ?? "";
    const pair = `${first} ${names[1] ?? ""}`;
    if (names.length === 2 && compounds.has(pair) && !modifierNouns.has(first)) break;
    if (names.length === 2 && partHeads.has(names[1] ?? "") && /^(?:laptop|computer)$/u.test(first)) break;
    if (pair === "chain link" && names.length > 2) {
      found.push(pair);
      names = names.slice(2);
      continue;
    }
    const spelled =
      modifierSpellings.get(first) ?? (modifierNouns.has(first) || colours.has(first) ? first : null);
    if (spelled === null) break;
    found.push(spelled);
    names = names.slice(1);
  }
  // An adjective that forms a known compound with the noun belongs to the name: "hot dog", "polar bear".
  const adjective = found.at(-1);
  if (
    names.length === 1 &&
    adjective !== undefined &&
    (sides.has(adjective) ||
      ((naming.has(adjective) || (adjective.endsWith("ing") && !moving.has(adjective))) &&
        compounds.has(`${adjective} ${names[0] ?? ""}`)))
  ) {
    found.pop();
    names = [adjective, ...names];
  }
  if (joinedNames.has(names.slice(-2).join(" "))) names = [...names.slice(0, -2), names.slice(-2).join("")];
  const headWord = names.at(-1) ?? "";
  const whole = names.slice(0, -1).join(" ");
  const isPart =
    names.length > 1 &&
    (partHeads.has(headWord) || bodyParts.has(headWord)) &&
    (headWord === "branch" || !compounds.has(names.join(" "))) &&
    !sides.has(names[0] ?? "");
  const isPlaced = names.length === 2 && places.has(whole) && !compounds.has(names.join(" "));
  const name = isPart || isPlaced ? headWord : names.join(" ");
  const node: DraftNode = {
    name: name === "guy" ? (last === "guy" ? "person" : "people") : name,
    attributes: found,
    position,
    plural: toSingular(last) !== last,
  };
  if (isPart || isPlaced) {
    const other: DraftNode = {
      name: toSingular(whole),
      attributes: [],
      position: position - 0.5,
      plural: false,
    };
    draft.nodes.push(other);
    draft.relations.push(
      isPart
        ? { subject: other, predicate: "have", object: node }
        : { subject: node, predicate: "in", object: other },
    );
  }
  draft.nodes.push(node);
  return node;
}

const joining = new Set("shaped haired sleeved sized leaved decker".split(" "));
/** Adjectives that can be half of a name, and those that tell one of two parts from the other. */
const naming = new Set(
  "hot polar living dining remote parking cutting frying baking washing fire hard soft grand ceiling rocking shopping skiing swimming landing sleeping drinking sewing boxing christmas digital".split(
    " ",
  ),
);
const moving = new Set(
  "sliding folding flying hanging moving standing running rolling smiling sitting walking swinging".split(
    " ",
  ),
);
const sides = new Set("left right front back upper lower".split(" "));
/** Names written apart as often as joined; elsewhere the caption's spelling stays. */
const joinedNames = new Set(["cell phone", "surf board", "side walk", "counter top", "air plane", "t shirt"]);

function addAdjective(attributes: string[], text: string, shade: string | null): string | null {
  const spelled = modifierSpellings.get(text) ?? text;
  if (shade !== null && (colours.has(text) || text === "colored")) {
    attributes[attributes.length - 1] = `${shade} ${text}`;
    return null;
  }
  if (text === "colored" && attributes.length > 0 && text !== attributes.at(-1)) {
    if (!colours.has(attributes.at(-1) ?? "") || attributes.at(-1) === "cream")
      attributes[attributes.length - 1] += " colored";
    return null;
  }
  if (joining.has(text) && attributes.length > 0) {
    attributes[attributes.length - 1] += ` ${text}`;
    return null;
  }
  if (!silent.has(text)) attributes.push(spelled);
  return shades.has(text) ? text : null;
}

function isBeforeAdjective(tokens: readonly CaptionToken[], index: number): boolean {
  const next = tokens[index + 1]?.tag;
  return (
    next === "adjective" ||
    (next === "noun" && tokens[index]?.tag === "adverb" && tokens[index - 1]?.tag === "determiner")
  );
}

/** "red , white and blue flag": the comma or the conjunction stands between adjectives before a noun. */
function joinsAdjectives(tokens: readonly CaptionToken[], index: number, start: number): boolean {
  if (index === start || tokens[index - 1]?.tag !== "adjective") return false;
  for (let at = index + 1; at < tokens.length; at += 1) {
    const tag = tokens[at]?.tag;
    if (tag === "noun") return tokens[at - 1]?.tag === "adjective";
    if (tag !== "adjective" && tag !== "comma" && tag !== "conjunction") return false;
  }
  return false;
}

/** A phrase without a noun: "the black and white one" is a pronoun's business, "the young" is dropped. */
function nominalised(
  tokens: readonly CaptionToken[],
  start: number,
  end: number,
  attributes: readonly string[],
  draft: DraftGraph,
  possessive: string | null,
): NounPhrase | null {
  const opened = tokens[start]?.tag === "determiner" || tokens[start]?.tag === "possessive";
  const word = tokens[end - 1];
  if (!opened || end <= start || word === undefined || word.tag !== "adjective") return null;
  const node: DraftNode = {
    name: toSingular(word.text),
    attributes: attributes.filter((text) => text !== word.text),
    position: end - 1,
    plural: false,
  };
  draft.nodes.push(node);
  return { head: node, next: end, possessive };
}
