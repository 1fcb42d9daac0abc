import { toSupportTerms } from "../privacy/support-terms.ts";
import { joinWords } from "./inflect.ts";
import { imperativeVerbs } from "./lexicon.ts";
import { longestName } from "./longest-name.ts";

/** One thing that a child's name says: "set alarms and timers" says "set" of two objects. */
interface Clause {
  readonly opening: string;
  readonly objects: readonly string[];
}

const openings = [
  "ask the assistant about its",
  "ask the assistant",
  "ask about",
  "learn how to",
  "find out",
  "talk about",
  "report that",
  "get help with",
  "mixed requests about",
  "requests about",
  "check",
];

/**
 * Broader names from the names of the children, best first, in lower case: "set alarms", "set timers" ->
 * "set alarms and timers"; "check bills", "pay bills" -> "check and pay bills"; else the most spoken of, side by
 * side, or, where that is too long, "get help with flights, hotels and cars".
 *
 * @param members texts of the parent's members: what more of them speak of comes first.
 */
export function composeParentNames(
  children: readonly string[],
  members: readonly string[],
): readonly string[] {
  const terms = members.map((text) => new Set(toSupportTerms(text)));
  const coverage = (text: string): number => {
    const wanted = toSupportTerms(text);
    return terms.reduce((sum, said) => sum + (wanted.every((term) => said.has(term)) ? 1 : 0), 0);
  };
  const clauses = children.filter((name) => !name.includes("«")).map((name) => parseName(lowerFirst(name)));
  const all = clauses
    .flat()
    .flatMap(({ opening, objects }) =>
      objects.map((object) => ({ opening, object, count: coverage(object) })),
    );
  const ranked = dedupe(all).toSorted((a, b) => b.count - a.count || (a.object < b.object ? -1 : 1));
  const names: string[] = [];
  const shared = mostShared(clauses.map((child) => child.map(({ opening }) => opening)));
  if (shared !== null && shared.children >= 0.6 * clauses.length && clauses.length > 1) {
    const objects = ranked.filter(({ opening }) => opening === shared.value).map(({ object }) => object);
    names.push(...[4, 3, 2].map((count) => `${shared.value} ${joinWords(objects.slice(0, count))}`));
  }
  const object = mostShared(clauses.map((child) => child.flatMap(({ objects }) => objects)));
  if (object !== null && object.children >= 2 && object.children >= 0.6 * clauses.length) {
    const verbs = [
      ...new Set(ranked.filter((clause) => clause.object === object.value).map(({ opening }) => opening)),
    ];
    if (verbs.every((verb) => !verb.includes(" ")))
      names.push(`${joinWords(verbs.slice(0, 3))} ${object.value}`);
  }
  for (const count of [3, 2]) names.push(joinClauses(ranked.slice(0, count)));
  const simple = ranked.filter(
    ({ opening, object }) =>
      !/^(?:find out|ask|ask the assistant|learn how to|report that)$/u.test(opening) && object !== "",
  );
  for (const count of [4, 3, 2])
    if (simple.length >= count)
      names.push(`get help with ${joinWords(simple.slice(0, count).map(({ object }) => object))}`);
  return [...new Set(names)].filter((name) => name !== "" && name.split(" ").length <= longestName);
}

function parseName(name: string): readonly Clause[] {
  const clauses: { opening: string; objects: string[] }[] = [];
  for (const piece of name.split(/,? and |, /u)) {
    const opening = openings.find((candidate) => piece.startsWith(`${candidate} `)) ?? verbsOf(piece);
    const last = clauses.at(-1);
    if (opening !== null) clauses.push({ opening, objects: [piece.slice(opening.length).trim()] });
    else if (last === undefined) clauses.push({ opening: "", objects: [piece] });
    else last.objects.push(piece);
  }
  // "put in, make or submit requests" comes apart at the comma: verbs without an object belong to the next clause.
  return clauses.filter(({ objects }) => objects.some((object) => object !== ""));
}

/** The verb that a piece begins with, several if joined by "or". */
function verbsOf(piece: string): string | null {
  const match =
    /^(\p{L}+(?: (?:up|in|out|off|on|down|for))?(?: or \p{L}+(?: (?:up|in|out|off|on|down|for))?)*)(?: |$)/u.exec(
      piece,
    );
  const verbs = match?.[1] ?? "";
  return imperativeVerbs.has(verbs.split(" ")[0] ?? "") ? verbs : null;
}

function mostShared(
  lists: readonly (readonly string[])[],
): { readonly value: string; readonly children: number } | null {
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const value of new Set(list)) if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return best === undefined ? null : { value: best[0], children: best[1] };
}

interface Counted {
  readonly opening: string;
  readonly object: string;
  readonly count: number;
}

function dedupe(all: readonly Counted[]): readonly Counted[] {
  return [
    ...new Map(all.toReversed().map((clause) => [`${clause.opening} ${clause.object}`, clause])).values(),
  ].toReversed();
}

function joinClauses(clauses: readonly Counted[]): string {
  const groups = new Map<string, string[]>();
  for (const { opening, object } of clauses) groups.set(opening, [...(groups.get(opening) ?? []), object]);
  return joinWords([...groups].map(([opening, objects]) => `${opening} ${joinWords(objects)}`.trim()));
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
