import { detectors } from "./detectors.ts";
import type { Finding } from "./finding.ts";
import { findKnownNames } from "./find-known-names.ts";

/**
 * Everything in a text that the detectors take for personal data: in order, without overlaps. A name found once is
 * found wherever the text repeats it. Linear in the length of the text; never throws.
 *
 * @param names names known from elsewhere, such as another message of the same conversation.
 */
export function findPersonalData(text: string, names: readonly string[] = []): readonly Finding[] {
  const found = detectors.flatMap((detect, rank) => detect(text).map((finding) => ({ finding, rank })));
  const own = found
    .filter(({ finding }) => finding.kind === "name")
    .map(({ finding }) => text.slice(finding.start, finding.end));
  const repeated = findKnownNames(text, [...names, ...own]);
  const ranked = [...found, ...repeated.map((finding) => ({ finding, rank: detectors.length }))];
  ranked.sort(
    (a, b) => a.rank - b.rank || b.finding.end - b.finding.start - (a.finding.end - a.finding.start),
  );
  return withoutOverlaps(
    ranked.map(({ finding }) => finding),
    text,
  );
}

/** Of overlapping findings the first stands, and of the later ones what it leaves. */
function withoutOverlaps(findings: readonly Finding[], text: string): readonly Finding[] {
  const taken = new Uint8Array(findings.length > 1 ? text.length : 0);
  const kept: Finding[] = [];
  for (const { kind, start, end } of findings) {
    for (let from = start; from < end;) {
      while (from < end && taken[from] === 1) from++;
      let to = from;
      while (to < end && taken[to] !== 1) to++;
      const whole = from === start && to === end;
      if (to > from && (whole || /[\p{L}\p{N}]{2}/u.test(text.slice(from, to))))
        kept.push({ kind, start: from, end: to });
      from = to;
    }
    taken.fill(1, start, end);
  }
  return kept.sort((a, b) => a.start - b.start);
}
