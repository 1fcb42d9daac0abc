import { toSupportTerms } from "../privacy/support-terms.ts";
import { keyOfName } from "./distinct-names.ts";
import { joinWords } from "./inflect.ts";
import { longestName } from "./longest-name.ts";
import { parseName, type Clause } from "./parse-name.ts";

/** What is spoken of all over a parent, in the plural, and by what share of its members. */
export interface Hub {
  readonly text: string;
  readonly share: number;
}

/** A clause with one object, and how many members of the parent speak of it. */
interface Counted {
  readonly opening: string;
  readonly object: string;
  readonly child: number;
  readonly count: number;
}

/** Share of the members from which on a topic holds all children together. */
const hubShare = 0.3;

/**
 * Broader names from the names of the children, best first, in lower case: a heading where they have something in
 * common ("set alarms, timers and reminders", "pay and check bills", "get help with cars: tires, oil and fuel",
 * "make small talk: greetings and thanks"), else the most spoken of side by side.
 *
 * @param members texts of the parent's members: what more of them speak of comes first.
 * @param hubs topics of the parent, best first.
 */
export function composeParentNames(
  children: readonly string[],
  members: readonly string[],
  hubs: readonly Hub[] = [],
): readonly string[] {
  const coverage = createCoverage(members);
  const clauses = children.map((name) => parseName(name));
  const all = clauses.flatMap((own, child) =>
    own
      .filter(({ kind }) => kind !== "act" && kind !== "mixed")
      .flatMap(({ opening, objects }) =>
        objects.map((object): Counted => ({ opening, object, child, count: coverage(object) })),
      ),
  );
  const ranked = mergeObjects(all.toSorted((a, b) => b.count - a.count || (a.object < b.object ? -1 : 1)));
  const nouns = dedupe(ranked.filter(({ opening }) => speaksOfThings(opening)));
  const asking = nouns.filter(({ opening }) => opening === "ask about" || opening === "check").length;
  const names = [
    ...nameActs(clauses),
    ...nameTalkOfAssistant(clauses),
    ...hubs.slice(0, 2).flatMap((hub) => nameHub(hub, nouns, all)),
    ...nameSharedVerb(clauses, all),
    ...nameSideBySide(ranked, children.length),
    ...[4, 3, 2].flatMap((count) =>
      nouns.length >= count
        ? [
            `${asking >= 0.6 * nouns.length ? "ask about" : "get help with"} ${joinWords(nouns.slice(0, count).map(({ object }) => object))}`,
          ]
        : [],
    ),
    ...ranked.slice(0, 1).map((clause) => joinClauses([clause])),
  ];
  return [...new Set(names)].filter((name) => name !== "" && name.split(" ").length <= longestName);
}

/** What the moves of a dialogue are called in a heading, by how the name of a cluster of them begins. */
const moves: readonly (readonly [string, string])[] = [
  ["greet", "greetings"],
  ["thank", "thanks"],
  ["say goodbye", "goodbyes"],
  ["answer", "short answers"],
  ["cancel a request", "cancelled requests"],
  ["ask for a repetition", "repetition"],
  ["insult", "insults"],
];

function nameActs(clauses: readonly (readonly Clause[])[]): readonly string[] {
  const acting = clauses.filter((own) => own[0]?.kind === "act");
  if (acting.length < 2 || acting.length < 0.5 * clauses.length) return [];
  const said = acting.flat().map(({ opening, objects }) => `${opening} ${objects.join(" ")}`);
  const kinds = moves
    .filter(([start]) => said.some((name) => name.startsWith(start)))
    .map(([, called]) => called);
  return [4, 3, 2]
    .filter((count) => kinds.length >= count)
    .map((count) => `make small talk: ${joinWords(kinds.slice(0, count))}`);
}

function nameTalkOfAssistant(clauses: readonly (readonly Clause[])[]): readonly string[] {
  const asking = clauses.filter((own) => own.some(({ kind }) => kind === "assistant"));
  if (asking.length < 2 || asking.length < 0.6 * clauses.length) return [];
  const own = dedupeTexts(
    asking
      .flat()
      .filter(({ opening }) => opening === "ask the assistant about its")
      .flatMap(({ objects }) => objects),
  );
  return [
    ...[3, 2]
      .filter((count) => own.length >= count)
      .map((count) => `ask the assistant about itself: ${joinWords(own.slice(0, count))}`),
    "ask the assistant about itself",
  ];
}

/** "get help with cars: tires, oil and fuel": what most members speak of, then what the children add. */
function nameHub({ text, share }: Hub, nouns: readonly Counted[], all: readonly Counted[]): readonly string[] {
  if (share < hubShare) return [];
  const known = new Set(toSupportTerms(text));
  const holding = new Set(
    all
      .filter(({ object }) => toSupportTerms(object).some((term) => known.has(term)))
      .map(({ child }) => child),
  );
  const children = new Set(all.map(({ child }) => child));
  if (holding.size < 2 && share < 0.5) return [];
  const parts = dedupeTexts(
    nouns
      .map(({ object }) => withoutWords(object, known))
      .filter((object) => object !== "" && object.split(" ").length <= 3 && !/^(?:an?|new|own)\b/u.test(object)),
  );
  if (parts.length < 2 || children.size < 2) return [];
  const asking = nouns.filter(({ opening }) => opening === "ask about").length;
  const frame = asking >= 0.6 * nouns.length ? "ask about" : "get help with";
  return [3, 2]
    .filter((count) => parts.length >= count)
    .map((count) => `${frame} ${text}: ${joinWords(parts.slice(0, count))}`);
}

function nameSharedVerb(
  clauses: readonly (readonly Clause[])[],
  all: readonly Counted[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const own of clauses)
    for (const opening of new Set(own.filter(({ kind }) => kind !== "act").map((clause) => clause.opening)))
      counts.set(opening, (counts.get(opening) ?? 0) + 1);
  const [best] = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (best === undefined || clauses.length < 2 || best[1] < 0.6 * clauses.length) return [];
  const objects = dedupe(
    all
      .filter(({ opening }) => opening === best[0])
      .toSorted((a, b) => b.count - a.count || (a.object < b.object ? -1 : 1)),
  );
  return [4, 3, 2]
    .filter((count) => objects.length >= count)
    .map((count) => `${best[0]} ${joinWords(objects.slice(0, count).map(({ object }) => object))}`);
}

/** The most spoken of, each from another child: "pay bills, set alarms and ask about insurance". */
function nameSideBySide(ranked: readonly Counted[], children: number): readonly string[] {
  const told = new Set<number>();
  const short = ranked.filter(({ opening, object, child }) => {
    const length = `${opening} ${object}`.split(" ").length;
    if (length > 6 || told.has(child)) return false;
    told.add(child);
    return true;
  });
  const counts = children > 2 ? [3, 2] : [2];
  return counts.flatMap((count) => (short.length >= count ? [joinClauses(short.slice(0, count))] : []));
}

/** Whether an opening is followed by what the members speak of, not by a sentence or by something of the assistant's. */
function speaksOfThings(opening: string): boolean {
  return !/^(?:find out|ask|ask the assistant|ask the assistant about its|learn how to|report that|talk about)$/u.test(
    opening,
  );
}

function createCoverage(members: readonly string[]): (text: string) => number {
  const terms = members.map((text) => new Set(toSupportTerms(text)));
  return (text) => {
    const wanted = toSupportTerms(text);
    return terms.reduce((sum, said) => sum + (wanted.every((term) => said.has(term)) ? 1 : 0), 0);
  };
}

/** Joins what is done with one object: "check" and "pay" of bills -> "check and pay". Only one-word openings join. */
function mergeObjects(ranked: readonly Counted[]): readonly Counted[] {
  const merged = new Map<string, Counted[]>();
  for (const clause of ranked)
    merged.set(keyOfName(clause.object), [...(merged.get(keyOfName(clause.object)) ?? []), clause]);
  return [...merged.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const verbs = [...new Set(same.map(({ opening }) => opening))].filter(
      (opening) => !opening.includes(" ") || same.length === 1,
    );
    return [verbs.length > 1 ? { ...first, opening: joinWords(verbs.slice(0, 3)) } : first];
  });
}

/** The first clause of each object, objects told apart by their last word. */
function dedupe(all: readonly Counted[]): readonly Counted[] {
  const seen = new Set<string>();
  return all.filter(({ object }) => {
    const head = keyOfName(object.split(" ").at(-1) ?? "");
    if (object === "" || seen.has(head)) return false;
    seen.add(head);
    return true;
  });
}

function dedupeTexts(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = keyOfName(text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function withoutWords(text: string, words: ReadonlySet<string>): string {
  const kept = text.split(" ").filter((word) => !toSupportTerms(word).some((term) => words.has(term)));
  // "air in" of "air in tires": what is left must not end in a small word.
  return /(?: |^)(?:of|on|in|for|to|with|a|an|the|and|per)$/u.test(kept.join(" ")) ? "" : kept.join(" ");
}

/** Openings that ask stand after those that do. */
function joinClauses(clauses: readonly Counted[]): string {
  const groups = new Map<string, string[]>();
  for (const { opening, object } of clauses) groups.set(opening, [...(groups.get(opening) ?? []), object]);
  const rank = (opening: string): number => (/^(?:ask|find out|learn)/u.test(opening) ? 1 : 0);
  return joinWords(
    [...groups]
      .toSorted(([a], [b]) => rank(a) - rank(b))
      .map(([opening, objects]) => `${opening} ${joinWords(objects)}`.trim()),
  );
}
