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
    if (!rests.includes(rest)) rests.push(rest);
    groups.set(opening, rests);
  }
  return joinWords([...groups].map(([opening, rests]) => `${opening} ${joinWords(rests)}`.trim()));
}
