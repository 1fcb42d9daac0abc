import { joinWords } from "./inflect.ts";
import type { WrittenPhrase } from "./write-phrase.ts";

/**
 * Joins imperatives into one, saying what they begin with once: "set alarms", "set timers" -> "set alarms and
 * timers"; "ask about fees", "pay bills" -> "ask about fees and pay bills".
 */
export function joinNames(written: readonly Pick<WrittenPhrase, "name" | "opening">[]): string {
  const groups = new Map<string, string[]>();
  for (const { name, opening } of written) {
    const rests = groups.get(opening) ?? [];
    const rest = name.slice(opening.length).trim();
    // "problems and homework", "biology": one list.
    const things = opening === "ask about" ? rest.split(/, | and /u) : [rest];
    for (const thing of things) if (!rests.includes(thing)) rests.push(thing);
    groups.set(opening, rests);
  }
  return joinGroups([...groups].map(([opening, rests]) => `${opening} ${joinWords(rests)}`.trim()));
}

/** Joins imperatives that may be lists themselves: "check rates and fees, and pay bills". */
export function joinGroups(groups: readonly string[]): string {
  const [first = "", second] = groups;
  return groups.length === 2 && / and /u.test(first) ? `${first}, and ${second}` : joinWords(groups);
}
