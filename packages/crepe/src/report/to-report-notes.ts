import type { CrepeReport, ReportNote } from "./crepe-report.ts";

/** What a reader has to know before comparing the scorers of a report. */
export function toReportNotes({
  benchmark,
  scorers,
}: Pick<CrepeReport, "benchmark" | "scorers">): ReportNote[] {
  const fresh = scorers.filter(({ stale }) => !stale);
  const stale = scorers.filter((one) => one.stale).map(({ results }) => results.scorer.id);
  const partial = fresh.filter(({ rows }) => rows < benchmark.rows);
  const policies = new Set(fresh.map(({ results }) => results.ties.policy));
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
  if (policies.size > 1) {
    const named = [...policies].map((policy) => {
      const ids = fresh.filter(({ results }) => results.ties.policy === policy);
      return `${policy} (${ids.map(({ results }) => results.scorer.id).join(", ")})`;
    });
    notes.push({
      code: "ties-differ",
      text: `Equal scores are counted in different ways, so these scorers cannot be compared: ${named.join("; ")}.`,
    });
  }
  if (stale.length > 0)
    notes.push({
      code: "stale",
      text: `For other items than the present ones, and left out: ${stale.join(", ")}. Evaluate again.`,
    });
  return notes;
}
