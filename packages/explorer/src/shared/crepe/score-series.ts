import {
  isSighted,
  toCellName,
  toCellOrder,
  type AuditReport,
  type CellKey,
  type CrepeReport,
  type ResultCell,
} from "@observatory/crepe/release";
import type { CrepeOverview, CrepeScorer } from "./crepe-overview.ts";

/** A point with what is needed to believe it. */
export interface ScorePoint {
  /** On the axis. */
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly rows: number;
  /** Images, pairs and families as one: what an interval rests on. */
  readonly images: number;
}

/** What the best blind probe reaches. */
export interface BlindPoint extends ScorePoint {
  readonly probe: string;
}

export interface ScoreSeries {
  readonly scorer: string;
  /** One place for each label of the chart; null where the scorer has no such cell. */
  readonly points: readonly (ScorePoint | null)[];
}

/** One small chart: R@1 of several scorers over the steps of one axis. */
export interface ScoreChart {
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly ScoreSeries[];
  /** Chance at each label. */
  readonly chance: readonly (number | null)[];
  /** The blind probe that is best at each label, and what it reaches there; null where none is above chance. */
  readonly blind: readonly (BlindPoint | null)[];
}

/** What a chart's axis is. */
export type Axis =
  | { readonly by: "complexity" }
  | { readonly by: "split"; readonly trainingSet: string }
  | { readonly by: "seen"; readonly trainingSet: string };

interface Scored {
  readonly report: Pick<CrepeReport, "scorers" | "bars" | "ties">;
  readonly audit: CrepeOverview["audit"];
}

/** One chart for each type of negatives, over the axis. Types without a cell there have none. */
export function toScoreCharts(
  { report, audit }: Scored,
  axis: Axis,
  shown: readonly string[],
): readonly ScoreChart[] {
  const fresh = report.scorers.filter(({ stale, results }) => !stale && results.ties.policy === report.ties);
  const cells = fresh.flatMap(({ results }) => results.cells.filter((cell) => isOnAxis(cell.key, axis)));
  const types = [...new Set(cells.map(({ type }) => type))];
  return types.map((type) => {
    const own = cells.filter((cell) => cell.type === type);
    const labels = [...new Map(own.map(({ key }) => [labelOf(key), toCellOrder(key)]))]
      .toSorted(([, a], [, b]) => a - b)
      .map(([label]) => label);
    const at = (scorer: CrepeScorer, label: string) =>
      scorer.results.cells.find(
        (cell) => cell.type === type && isOnAxis(cell.key, axis) && labelOf(cell.key) === label,
      );
    const hasBars = report.bars.some((bar) => bar.type === type);
    const audited = audit?.cells.find(({ cell }) => cell === type)?.best ?? null;
    const blind = labels.map((label) =>
      hasBars
        ? toBarPoint(
            label,
            own.find(({ key }) => labelOf(key) === label),
            report,
            fresh,
          )
        : toAudited(audit, audited, type, axis, label),
    );
    return {
      title: type,
      labels,
      series: shown.flatMap((id) => {
        const scorer = fresh.find(({ results }) => results.scorer.id === id);
        if (scorer === undefined) return [];
        return [{ scorer: id, points: labels.map((label) => toPoint(label, at(scorer, label))) }];
      }),
      chance: labels.map((label) => own.find(({ key }) => labelOf(key) === label)?.chance ?? null),
      blind,
    };
  });
}

/** Training sets that have cells of this kind, in order. */
export function toTrainingSets({ report }: Pick<Scored, "report">, by: "split" | "seen"): readonly string[] {
  const found = report.scorers
    .filter(({ stale }) => !stale)
    .flatMap(({ results }) => results.cells)
    .flatMap(({ key }) => (key.by === by ? [key.trainingSet] : []));
  return [...new Set(found)].toSorted();
}

/** The scorers that charts show unless told: those that see, best first; where there is none, the best blind one. */
export function toShownScorers(scorers: readonly CrepeScorer[], most = 5): readonly string[] {
  const fresh = scorers.filter(({ stale }) => !stale).toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const sighted = fresh.filter(({ results }) => isSighted(results.scorer));
  const blind = fresh.filter(({ results }) => results.scorer.kind === "blind");
  return (sighted.length > 0 ? sighted.slice(0, most) : blind.slice(0, 1)).map(
    ({ results }) => results.scorer.id,
  );
}

/** R@1 over all rows, -1 for none. */
export function scoreOf({ results }: CrepeScorer): number {
  return results.averages.micro?.rAt1 ?? -1;
}

function isOnAxis(key: CellKey, axis: Axis): boolean {
  if (key.by !== axis.by) return false;
  return (
    key.by === "complexity" ||
    ("trainingSet" in axis && "trainingSet" in key && key.trainingSet === axis.trainingSet)
  );
}

function labelOf(key: CellKey): string {
  switch (key.by) {
    case "type":
      return "all";
    case "complexity":
      return String(key.n);
    case "split":
      return key.split;
    case "seen":
      return key.to === null
        ? `${key.from}+`
        : key.to === key.from
          ? String(key.from)
          : `${key.from}–${key.to}`;
    default:
      return key satisfies never;
  }
}

function toPoint(label: string, cell: ResultCell | undefined): ScorePoint | null {
  if (cell === undefined) return null;
  const [low, high] = cell.interval;
  return { label, value: cell.rAt1, low, high, rows: cell.rows, images: cell.images };
}

function toBarPoint(
  label: string,
  cell: Pick<ResultCell, "type" | "key"> | undefined,
  { bars }: Scored["report"],
  scorers: readonly CrepeScorer[],
): BlindPoint | null {
  if (cell === undefined) return null;
  const name = toCellName(cell.type, cell.key);
  const probe = bars.find((bar) => toCellName(bar.type, bar.key) === name)?.over;
  const found = scorers
    .find(({ results }) => results.scorer.id === probe)
    ?.results.cells.find((one) => toCellName(one.type, one.key) === name);
  const point = toPoint(label, found);
  return point === null || probe === undefined || probe === "chance" ? null : { ...point, probe };
}

/** What the audit says of a probe, where no results of blind probes were written. */
function toAudited(
  audit: AuditReport | null,
  best: string | null,
  type: string,
  axis: Axis,
  label: string,
): BlindPoint | null {
  const name =
    axis.by === "complexity"
      ? `${type} n=${label}`
      : axis.by === "split"
        ? `${type} ${label} ${axis.trainingSet}`
        : null;
  const cell = audit?.cells.find((one) => one.cell === name);
  const found = cell?.probes.find(({ probe }) => probe === best);
  if (cell === undefined || found === undefined) return null;
  const [low, high] = found.interval;
  return {
    label,
    value: found.rAt1,
    low,
    high,
    rows: cell.rows,
    images: cell.images,
    probe: `blind/${found.probe}`,
  };
}
