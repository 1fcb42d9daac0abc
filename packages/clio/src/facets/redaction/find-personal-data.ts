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
    text.length,
  );
}

/** Of overlapping findings the first stands. */
function withoutOverlaps(findings: readonly Finding[], length: number): readonly Finding[] {
  const taken = new Uint8Array(findings.length > 1 ? length : 0);
  const kept = findings.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
