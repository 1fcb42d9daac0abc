import type { AuditReport, CellAudit } from "../blind/audit-rows.ts";
import { describeOverall } from "../blind/describe-audit.ts";
import { describeLeftOut } from "../blind/describe-refinement.ts";
import { toLossTexts } from "./describe-losses.ts";
import type { GeneratedBenchmark } from "./generate-benchmark.ts";

/** What was generated as text for people: numbers, speeds, losses, and what blind probes find. */
export function describeGenerated(generated: GeneratedBenchmark): string[] {
  const { record, made, images, losses, lossPlaces, refinement, audit } = generated;
  const { itemsMs, refineMs, imagesMs } = generated;
  const { counts } = record;
  const told = toLossTexts(losses, lossPlaces);
  const cells = Object.keys(counts).filter((key) => key.includes("/")).length;
  return [
    `${counts["items"] ?? 0} items${refinement === null ? "" : ` (${made} made before refining)`} in ${cells} cells, ${counts["negatives"] ?? 0} negatives: ${falsities(counts)}`,
    `${seconds(itemsMs)} for the items (${rate(made, itemsMs)} items/s)${refinement === null ? "" : `, ${seconds(refineMs)} for refining`}, ${seconds(imagesMs)} for ${images} images (${rate(images, imagesMs)} images/s)`,
    ...(told.length === 0 ? [] : [`Lost on the way: ${told.join(", ")}`]),
    ...(refinement === null ? [] : [`Before refining: ${describeVerdicts(refinement.before)}`]),
    ...(refinement === null
      ? []
      : [`After refining, on held-out folds: ${describeVerdicts(refinement.after)}`]),
    ...describeLeftOut(refinement?.leftOut ?? []),
    `Blind audit of ${audit.rows} rows: ${describeVerdicts(audit)}`,
    ...describeOverall(audit),
    ...audit.cells.filter(isWide).map(describeBest),
  ];
}

/** "27 of 30 cells blind-proof, 2 undecided, 1 leaks (swap n=4)". */
export function describeVerdicts({ cells }: AuditReport): string {
  const of = (verdict: CellAudit["verdict"]) => cells.filter((cell) => cell.verdict === verdict);
  const leaks = of("leaks").map(({ cell }) => cell);
  const named =
    leaks.length === 0 ? "" : ` (${leaks.slice(0, 8).join(", ")}${leaks.length > 8 ? " ..." : ""})`;
  return `${of("blind-proof").length} of ${cells.length} cells blind-proof, ${of("undecided").length} undecided, ${leaks.length} leak${named}`;
}

function isWide({ cell }: CellAudit): boolean {
  return !cell.includes(" ");
}

function describeBest({ cell, rows, chance, best, probes }: CellAudit): string {
  const found = probes.find(({ probe }) => probe === best);
  const share = (value: number) => (100 * value).toFixed(1);
  const interval = found === undefined ? "" : ` [${found.interval.map(share).join(", ")}]`;
  return `  ${cell}: ${rows} rows, chance ${share(chance)} %, best blind probe ${best} ${share(found?.rAt1 ?? 0)} %${interval}`;
}

function falsities(counts: Readonly<Record<string, number>>): string {
  return ["contradicted", "absent", "unknown"].map((name) => `${counts[name] ?? 0} ${name}`).join(", ");
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function rate(count: number, ms: number): string {
  return ms === 0 ? "-" : (count / (ms / 1000)).toFixed(0);
}
