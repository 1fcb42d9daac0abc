import { toInflectionKey } from "../words/inflection-key.ts";
import { keyOfName } from "./distinct-names.ts";
import { joinWords, pluralOf } from "./inflect.ts";
import { joinGroups } from "./join-names.ts";
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
  /** Whether it stood after the colon of a heading. */
  readonly detail: boolean;
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
      .flatMap(({ opening, objects, kind }) =>
        objects
          .filter(
            (object) => !/^(?:some(?:thing|one)|to|with|for|of|in|on|from)(?: |$)|^the time$/u.test(object),
          )
          .map((object): Counted => ({
            opening,
            object,
            child,
            count: coverage([object]),
            detail: kind === "detail",
          })),
      ),
  );
  const plain = all.filter(({ detail }) => !detail);
  const ranked = mergeObjects(plain.toSorted((a, b) => b.count - a.count || (a.object < b.object ? -1 : 1)));
  const nouns = inTurns(dedupe(ranked.filter(({ opening }) => speaksOfThings(opening))));
  const parts = inTurns(dedupe(all.flatMap(thingOf)));
  const doing = nameSharedVerb(clauses, plain);
  const names = [
    ...nameActs(clauses),
    ...nameTalkOfAssistant(clauses),
    ...nameSharedHead(plain, children.length),
    ...(/^(?:ask|check|get help)/u.test(doing[0] ?? "ask") ? [] : doing),
    ...(children.length > 3 ? [] : nameSideBySide(ranked, children.length).slice(0, 1)),
    ...hubs.slice(0, 3).flatMap((hub) => nameHub(hub, parts, all, coverage)),
    ...(children.length > 4 ? [] : nameSideBySide(ranked, children.length)).filter(
      (name) =>
        children.length < 3 ||
        !/^(?:ask|get help)/u.test(name) ||
        parseName(name).flatMap(({ objects }) => objects).length > 2,
    ),
    ...[4, 3].flatMap((count) => nameThings(nouns, count)),
    ...doing,
    ...nameSideBySide(ranked, children.length),
    ...nameThings(nouns, 2),
    ...ranked.slice(0, 1).map((clause) => joinClauses([clause])),
  ];
  return [...new Set(names)].filter((name) => name !== "" && name.split(" ").length <= longestName);
}

function nameThings(nouns: readonly Counted[], count: number): readonly string[] {
  if (nouns.length < count) return [];
  return [`${frameOf(nouns)} ${joinWords(nouns.slice(0, count).map(({ object }) => object))}`];
}

/** What is done with most of the things: they are asked about, or more. */
function frameOf(nouns: readonly Counted[]): string {
  const asking = nouns.filter(({ opening }) => opening === "ask about" || opening === "check").length;
  return asking >= 0.6 * nouns.length ? "ask about" : "get help with";
}

/** The first of each child, then the second of each: large children must not crowd out the others. */
function inTurns(all: readonly Counted[]): readonly Counted[] {
  const turns = new Map<number, number>();
  return all
    .map((clause) => {
      const turn = turns.get(clause.child) ?? 0;
      turns.set(clause.child, turn + 1);
      return { clause, turn };
    })
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ clause }) => clause);
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

/** "read shopping lists", "ask about to-do lists" -> "get help with shopping and to-do lists". */
function nameSharedHead(all: readonly Counted[], children: number): readonly string[] {
  const heads = new Map<string, Counted[]>();
  for (const clause of all.filter(({ opening }) => speaksOfThings(opening))) {
    const words = clause.object.split(" ");
    const head = words.at(-1) ?? "";
    if (words.length === 2 && words[0] !== "the" && !/^an?$/u.test(words[0] ?? ""))
      heads.set(head, [...(heads.get(head) ?? []), clause]);
  }
  return [...heads].flatMap(([head, clauses]) => {
    const sorts = dedupeTexts(clauses.map(({ object }) => object.split(" ")[0] ?? ""));
    const holding = new Set(clauses.map(({ child }) => child)).size;
    if (sorts.length < 2 || holding < 2 || holding < 0.6 * children) return [];
    const openings = new Set(clauses.map(({ opening }) => opening));
    const frame = openings.size === 1 ? (clauses[0]?.opening ?? "") : frameOf(clauses);
    return [`${frame} ${joinWords(sorts.slice(0, 3))} ${head}`];
  });
}

/** "get help with cars: tires, oil and fuel": what most members speak of, then what the children add. */
function nameHub(
  { text, share }: Hub,
  nouns: readonly Counted[],
  all: readonly Counted[],
  coverage: Coverage,
): readonly string[] {
  const done = all.some(
    ({ opening, object }) => object === text && !/^(?:ask about|check|get)/u.test(opening),
  );
  if (share < hubShare || done) return [];
  // A hub is spoken of with most of what the children are named after.
  const held = new Set(
    all
      .filter(({ object, count }) => coverage([object, text]) >= 0.25 * Math.max(1, count))
      .map(({ child }) => child),
  );
  const children = new Set(all.map(({ child }) => child));
  if (held.size < 2 || held.size < 0.6 * children.size) return [];
  const hub = keyOfName(text);
  const parts = dedupeTexts(
    nouns
      .filter(
        ({ object, child }) =>
          held.has(child) && keyOfName(object) !== hub && keyOfName(object.split(" ").at(-1) ?? "") !== hub,
      )
      .map(({ object }) => withoutStart(object, hub))
      .filter((object) => object.split(" ").length <= 3 && !/(?:^an? )| of | in |^\S+ing \S/u.test(object)),
  );
  return [3, 2]
    .filter((count) => parts.length >= count)
    .map((count) => `${frameOf(nouns)} ${text}: ${joinWords(parts.slice(0, count))}`);
}

/** "car maintenance" under "cars" is "maintenance". */
function withoutStart(text: string, hub: string): string {
  const [first = "", ...rest] = text.split(" ");
  return rest.length > 0 && keyOfName(first) === hub ? rest.join(" ") : text;
}

function nameSharedVerb(clauses: readonly (readonly Clause[])[], all: readonly Counted[]): readonly string[] {
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

/** The most spoken of, from different children: "pay bills, set alarms and ask about insurance". */
function nameSideBySide(ranked: readonly Counted[], children: number): readonly string[] {
  return [3, 2].flatMap((count) => {
    const chosen = chooseClauses(ranked, count > children ? 2 : 1).slice(0, count);
    if (chosen.length < count || new Set(chosen.map(({ child }) => child)).size < 2) return [];
    // "report lost or stolen cards" may lose the adjectives where the whole would be too long.
    const plain = chosen.map((clause) => ({ ...clause, object: clause.object.replace(/^\S+ or \S+ /u, "") }));
    return [joinClauses(chosen), joinClauses(plain)];
  });
}

/** Short clauses, at most so many of one child, none doing the same with the same thing. */
function chooseClauses(ranked: readonly Counted[], mostOfChild: number): readonly Counted[] {
  const told = new Map<number, number>();
  const heads = new Set<string>();
  return ranked.filter(({ opening, object, child }) => {
    const head = `${opening} ${keyOfName(object.split(" ").at(-1) ?? "")}`;
    const before = told.get(child) ?? 0;
    if (`${opening} ${object}`.split(" ").length > 7 || before >= mostOfChild || heads.has(head))
      return false;
    told.set(child, before + 1);
    heads.add(head);
    return true;
  });
}

/** What a clause speaks of: "learn how to change oil" speaks of oil. */
function thingOf(clause: Counted): readonly Counted[] {
  if (speaksOfThings(clause.opening)) return [clause];
  if (clause.opening !== "learn how to") return [];
  const [, ...rest] = clause.object.split(" ");
  const [article = "", ...words] = rest;
  if (
    rest.length === 0 ||
    rest.length > 3 ||
    /\b(?:something|someone|in|on|at|to|from|up)\b/u.test(clause.object)
  )
    return [];
  if (!/^an?$/u.test(article)) return [{ ...clause, object: rest.join(" ") }];
  return [{ ...clause, object: [...words.slice(0, -1), pluralOf(words.at(-1) ?? "")].join(" ") }];
}

/** Whether an opening is followed by what the members speak of, not by a sentence or by something of the assistant's. */
function speaksOfThings(opening: string): boolean {
  return !/^(?:find out|ask|ask the assistant|ask the assistant about its|learn how to|report that|talk about)$/u.test(
    opening,
  );
}

/** How many members use all words of some texts. */
type Coverage = (texts: readonly string[]) => number;

function createCoverage(members: readonly string[]): Coverage {
  const terms = members.map((text) => new Set(toKeys(text)));
  return (texts) => {
    const wanted = texts.flatMap(toKeys).filter((term) => term !== "the");
    return terms.reduce((sum, said) => sum + (wanted.every((term) => said.has(term)) ? 1 : 0), 0);
  };
}

/** Words in one form: to count by, where what is published is checked by the support rule after. */
function toKeys(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(toInflectionKey);
}

/** Joins what is done with one object: "check" and "pay" of bills -> "check and pay". Only one-word openings join. */
function mergeObjects(ranked: readonly Counted[]): readonly Counted[] {
  const merged = new Map<string, Counted[]>();
  for (const clause of ranked)
    merged.set(keyOfName(clause.object), [...(merged.get(keyOfName(clause.object)) ?? []), clause]);
  return [...merged.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const verbs = [
      ...new Set(same.map(({ opening }) => opening).filter((opening) => !opening.includes(" "))),
    ];
    const apart = same.filter(({ opening }) => opening.includes(" ") && !opening.startsWith("ask about"));
    if (verbs.length === 0) return apart.length > 0 ? apart.slice(0, 2) : [first];
    const spoken = same.find(({ opening }) => verbs.includes(opening)) ?? first;
    return [{ ...spoken, opening: joinWords(verbs.slice(0, 3)) }, ...apart.slice(0, 1)];
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

/** Openings that ask stand after those that do. */
function joinClauses(clauses: readonly Counted[]): string {
  const groups = new Map<string, string[]>();
  for (const { opening, object } of clauses) groups.set(opening, [...(groups.get(opening) ?? []), object]);
  const rank = (opening: string): number => (/^(?:ask|find out|learn)/u.test(opening) ? 1 : 0);
  return joinGroups(
    [...groups]
      .toSorted(([a], [b]) => rank(a) - rank(b))
      .map(([opening, objects]) => `${opening} ${joinWords(objects)}`.trim()),
  );
}
