import { toSupportTerms } from "../privacy/support-terms.ts";
import { keyOfName } from "./distinct-names.ts";
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
  const clauses = children
    .filter((name) => !name.includes("«"))
    .map((name) => parseName(lowerFirst(name)).filter(({ opening }) => !dialogue.has(opening)));
  const all = clauses
    .flat()
    .flatMap(({ opening, objects }) =>
      objects.map((object) => ({ opening, object, count: coverage(object) })),
    );
  const ranked = mergeObjects(all.toSorted((a, b) => b.count - a.count || (a.object < b.object ? -1 : 1)));
  const names: string[] = [];
  const shared = mostShared(clauses.map((child) => child.map(({ opening }) => opening)));
  if (shared !== null && clauses.length > 1 && shared.children >= 0.6 * clauses.length) {
    const objects = dedupe(
      all
        .filter(({ opening }) => opening === shared.value)
        .toSorted((a, b) => b.count - a.count || (a.object < b.object ? -1 : 1)),
    );
    for (const count of [4, 3, 2])
      if (objects.length >= count)
        names.push(`${shared.value} ${joinWords(objects.slice(0, count).map(({ object }) => object))}`);
  }
  const sideBySide = [3, 2]
    .filter((count) => ranked.length >= count)
    .map((count) => joinClauses(ranked.slice(0, count)));
  const simple = dedupe(ranked.filter(({ opening }) => !unspeaking.test(opening)));
  const broad = [4, 3, 2]
    .filter((count) => simple.length >= count)
    .map((count) => `get help with ${joinWords(simple.slice(0, count).map(({ object }) => object))}`);
  // Three phrases stand for few children, not for many.
  names.push(
    ...(ranked.length > 4 ? [...broad, ...sideBySide] : [...sideBySide, ...broad]),
    ...ranked.slice(0, 1).map((clause) => joinClauses([clause])),
  );
  return [...new Set(names)].filter((name) => name !== "" && name.split(" ").length <= longestName);
}

/** Openings of moves that are no subject of their own beside others. */
const dialogue: ReadonlySet<string> = new Set(["answer", "thank", "greet", "say"]);
/** Openings whose objects are no noun phrases, or not the user's. */
const unspeaking =
  /^(?:find out|ask|ask the assistant|ask the assistant about its|learn how to|report that)$/u;

/** Joins what is done with one object: "check" and "pay" of bills -> "check and pay". Only the first of longer openings stays. */
function mergeObjects(ranked: readonly Counted[]): readonly Counted[] {
  const merged = new Map<string, Counted[]>();
  for (const clause of ranked)
    merged.set(keyOfName(clause.object), [...(merged.get(keyOfName(clause.object)) ?? []), clause]);
  return [...merged.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const verbs = [
      ...new Set(
        same.flatMap(({ opening }) =>
          opening.includes(" ") && !opening.includes(" or ") ? [] : opening.split(" or "),
        ),
      ),
    ].slice(0, 3);
    return [
      verbs.length > 1
        ? { ...first, opening: joinWords(verbs) }
        : verbs.length === 1
          ? { ...first, opening: verbs[0] ?? "" }
          : first,
    ];
  });
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

function joinClauses(clauses: readonly Counted[]): string {
  const groups = new Map<string, string[]>();
  for (const { opening, object } of clauses) groups.set(opening, [...(groups.get(opening) ?? []), object]);
  return joinWords([...groups].map(([opening, objects]) => `${opening} ${joinWords(objects)}`.trim()));
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
