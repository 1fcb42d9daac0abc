import type { CrepeReport, ReportNote } from "./crepe-report.ts";

/** What a reader has to know before comparing the scorers of a report. */
export function toReportNotes({
  benchmark,
  ties,
  scorers,
}: Pick<CrepeReport, "benchmark" | "ties" | "scorers">): ReportNote[] {
  const current = scorers.filter(({ stale }) => !stale);
  const fresh = current.filter(({ results }) => results.ties.policy === ties);
  const apart = current.filter(({ results }) => results.ties.policy !== ties);
  const stale = scorers.filter((one) => one.stale).map(({ results }) => results.scorer.id);
  const partial = fresh.filter(({ rows }) => rows < benchmark.rows);
  const notes: ReportNote[] = [];
  if (!fresh.some(({ results }) => results.scorer.kind === "blind"))
    notes.push({
      code: "no-blind-probes",
      text: "No blind probe was evaluated, so nobody knows what these scores are worth: there is no gain. Evaluate with --scorer chance blind.",
    });
  if (partial.length > 0) {
    const named = partial.map(({ results, rows }) => `${results.scorer.id} ${rows}`);
    notes.push({
      code: "partial",
      text: `Marked with a star: scorers that have not scored all of the ${benchmark.rows} rows (${named.join(", ")}). Their R@1 is over the rows that they have; gains and differences are over the rows that both sides have.`,
    });
  }
  if (apart.length > 0) {
    const named = apart.map(({ results }) => `${results.scorer.id} (${results.ties.policy})`);
    notes.push({
      code: "ties-differ",
      text: `Not compared, since they count equal scores in another way than the others (${ties}): ${named.join(", ")}. Evaluate them with --ties ${ties} and another --out, or without what is there.`,
    });
  }
  if (stale.length > 0)
    notes.push({
      code: "stale",
      text: `For other items than the present ones, and left out: ${stale.join(", ")}. Evaluate again.`,
    });
  return notes;
}
