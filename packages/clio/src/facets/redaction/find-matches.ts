import type { Finding, RedactionKind } from "./finding.ts";

/**
 * One finding per match of a global pattern: the span of its group `value` where it has one (the pattern then needs
 * the flag `d`), of the whole match otherwise. `accept` sees the text of that span and may refuse it.
 */
export function findMatches(
  text: string,
  kind: RedactionKind,
  pattern: RegExp,
  accept: (value: string, start: number) => boolean = () => true,
): Finding[] {
  const findings: Finding[] = [];
  // Not `matchAll`: it copies the pattern each time, which costs more than the search itself.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === "") pattern.lastIndex += 1;
    const [start, end] = match.indices?.groups?.["value"] ?? [match.index, match.index + match[0].length];
    if (end > start && accept(text.slice(start, end), start)) findings.push({ kind, start, end });
  }
  return findings;
}
