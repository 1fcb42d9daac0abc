import type { AuditReport, CellAudit, ProbeResult } from "./audit-rows.ts";

/** The report as text for people: for each cell its verdict, what it means, and a line for each probe. */
export function describeAudit(report: AuditReport): string[] {
  const lost = report.rowsWithoutNegatives;
  return [
    `${report.rows} rows of ${report.images} images, judged without the image by ${report.probes.length} probes (seed ${report.seed}, ${report.resamples} resamples of images).`,
    ...(lost === 0 ? [] : [`${lost} rows have no negative and are not counted.`]),
    ...report.cells.flatMap(describeCell),
    "",
    ...describeOverall(report),
  ];
}

/** All cells together: how many plain intervals leave out chance, and what is off chance by intervals that hold at once. */
export function describeOverall({ overall }: AuditReport): string[] {
  const { intervals, above, below, leaks } = overall;
  const expected = (0.05 * intervals).toFixed(0);
  return [
    `Of ${intervals} intervals of 95 %, one for each probe in each cell, ${above} lie above chance and ${below} below (about ${expected} would by accident).`,
    leaks.length === 0
      ? "By intervals that hold for all of them at once nothing is off chance."
      : `By intervals that hold for all of them at once these are off chance: ${leaks.map(({ cell, probe, gain }) => `${probe} in ${cell} (${gain > 0 ? "+" : ""}${percent(gain)})`).join(", ")}.`,
  ];
}

/** One sentence on what the verdict of a cell means for whoever uses its scores. */
export function describeVerdict(cell: CellAudit): string {
  const best = cell.probes.find(({ probe }) => probe === cell.best);
  const worst = cell.probes.find(({ probe }) => probe === cell.leaks[0]);
  switch (cell.verdict) {
    case "undecided":
      return `too few images to judge: ${cell.images}`;
    case "blind-proof":
      if (cell.counterbalanced)
        return "each caption is the true one as often as any other of its list, so no judgement of captions alone can win";
      return `no probe is off chance by more than chance explains; a gain of more than ${percent(cell.largestPossibleGain)} points is ruled out`;
    case "leaks":
      return worst !== undefined && worst.gain < 0 && best?.probe !== worst.probe
        ? `the true caption can be told by ${worst.clue}, the wrong way round; a model has to beat ${percent(best?.rAt1 ?? 0)} %, not ${percent(cell.chance)} %, before it shows that it sees`
        : `the true caption can be told by ${worst?.clue ?? "its words"}; a model has to beat ${percent(best?.rAt1 ?? 0)} %, not ${percent(cell.chance)} %, before it shows that it sees`;
    default:
      return cell.verdict satisfies never;
  }
}

function describeCell(cell: CellAudit): string[] {
  const verdict = cell.verdict === "leaks" ? `leaks: ${cell.leaks[0] ?? ""}` : cell.verdict;
  return [
    "",
    `${cell.cell}: ${verdict} (${cell.rows} rows, ${cell.images} images, chance ${percent(cell.chance)} %)`,
    `  ${describeVerdict(cell)}.`,
    ...cell.probes.map((result) => `  ${describeProbe(result, cell)}`),
    `  Whoever is shown the list and takes the caption most like the others: ${percent(cell.central.rAt1)} % [${cell.central.interval.map(percent).join(", ")}].`,
  ];
}

function describeProbe(result: ProbeResult, cell: CellAudit): string {
  const [low, high] = result.interval;
  const marks = [
    cell.best === result.probe ? "best" : "",
    cell.leaks.includes(result.probe) ? "off chance" : "",
  ];
  return `${result.probe.padEnd(24)} ${percent(result.rAt1).padStart(6)} % [${percent(low)}, ${percent(high)}] ${marks.filter(Boolean).join(", ")}`.trimEnd();
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}
