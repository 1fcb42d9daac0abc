import type {
  ComparedCluster,
  ComparedMatch,
  LevelComparison,
  ReleaseComparison,
} from "@observatory/clio/release";
import { formatCount, formatShare } from "./format.ts";
import { toTerminalText, type Paint, type Style } from "./paint.ts";
import { toTable } from "./table.ts";
import { cutToWidth } from "./text-width.ts";

export interface ComparisonOptions {
  readonly columns: number;
  readonly paint: Paint;
}

interface Row {
  readonly what: string;
  readonly level: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly ratio: string;
  readonly interval: string;
  readonly name: string;
}

const narrowestName = 24;
/** Columns that the numbers before the names take. */
const numbersWidth = 64;

/** A comparison for a person: what hinders it, a table of what changed, the greatest change first, and how sure it is. */
export function toComparisonLines(
  comparison: ReleaseComparison,
  { columns, paint }: ComparisonOptions,
): string[] {
  const { differences, matches, born, gone, levels } = comparison;
  const isSteady = (match: ComparedMatch): boolean => match.change === "steady" && match.shape === "one";
  const byChange = (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => changeOf(b) - changeOf(a));
  // What was tested stands before what was not.
  const rows = [
    ...byChange(matches.filter(({ change }) => change !== "steady").map(toMatchRow)),
    ...byChange([
      ...matches.filter((match) => match.change === "steady" && !isSteady(match)).map(toMatchRow),
      ...born.map((cluster) => toLoneRow(cluster, "born")),
      ...gone.map((cluster) => toLoneRow(cluster, "gone")),
    ]),
  ];
  const width = Math.max(narrowestName, columns - numbersWidth);
  const table = toTable(
    [
      { title: "what" },
      { title: "level", align: "right" },
      { title: "before", align: "right" },
      { title: "after", align: "right" },
      { title: "ratio", align: "right" },
      { title: "95 % interval" },
      { title: "name" },
    ],
    rows.map(({ what, level, before, after, ratio, interval, name }) => [
      what,
      String(level),
      before === null ? "–" : formatShare(before),
      after === null ? "–" : formatShare(after),
      ratio,
      interval,
      cutToWidth(name, width),
    ]),
  );
  return [
    ...differences.flatMap(({ setting, before, after, consequence }) => [
      paint(
        "yellow",
        `! they differ in ${setting}: ${toTerminalText(before)} before, ${toTerminalText(after)} after`,
      ),
      paint("dim", `  ${consequence}`),
    ]),
    ...(differences.length === 0 ? [] : [""]),
    ...(rows.length === 0
      ? ["Nothing changed that can be told from chance."]
      : [...table.slice(0, 2), ...table.slice(2).map((line) => paint(styleOf(line), line))]),
    "",
    `in both and steady: ${formatCount(matches.filter(isSteady).length)}; ${formatCount(matches.filter(({ by }) => by === "id").length)} of ${formatCount(matches.length)} matches by id, the others by their words`,
    ...levels.map((level) => paint("dim", describeLevel(level))),
    paint(
      "dim",
      `level 0 is the base; grew and shrank at a rate of false discoveries of ${formatShare(comparison.falseDiscoveryRate)}; born and gone are not tested: a cluster may also be withheld, named in other words, or divided otherwise`,
    ),
  ];
}

function describeLevel({ level, clusters, unmatchedShare, borderSpread }: LevelComparison): string {
  const parts = [
    `level ${level}: ${formatCount(clusters.before)} clusters before, ${formatCount(clusters.after)} after`,
    `without a partner ${formatShare(unmatchedShare.before)} of conversations before, ${formatShare(unmatchedShare.after)} after`,
    borderSpread === null
      ? "too few matches to see how far borders moved: what grew or shrank may be that alone"
      : borderSpread > 0
        ? `moved borders alone change shares by a factor of up to ${Math.exp(2 * borderSpread).toFixed(2)}`
        : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function toMatchRow(match: ComparedMatch): Row {
  const { level, before, after, ratio, interval } = match;
  const name = namesOf(after);
  const earlier = namesOf(before);
  return {
    what: describeMatch(match),
    level,
    before: shareOf(before),
    after: shareOf(after),
    ratio: ratio === null ? "" : `x ${ratio.toFixed(2)}`,
    interval: interval === null ? "" : interval.map((end) => end.toFixed(2)).join(" to "),
    name: match.shape === "one" ? name : `${earlier} → ${name}`,
  };
}

function describeMatch({ shape, change }: ComparedMatch): string {
  if (shape === "one") return change;
  return change === "steady" ? shape : `${change}, ${shape}`;
}

function toLoneRow(cluster: ComparedCluster, what: "born" | "gone"): Row {
  const { level, share, name } = cluster;
  return {
    what,
    level,
    before: what === "gone" ? share : null,
    after: what === "born" ? share : null,
    ratio: "",
    interval: "",
    name: toTerminalText(name),
  };
}

function changeOf({ before, after }: Row): number {
  return Math.abs((after ?? 0) - (before ?? 0));
}

function namesOf(clusters: readonly ComparedCluster[]): string {
  return clusters.map(({ name }) => toTerminalText(name)).join(" + ");
}

function shareOf(clusters: readonly ComparedCluster[]): number {
  return clusters.reduce((sum, { share }) => sum + share, 0);
}

function styleOf(line: string): Style {
  if (/^(?:born|grew)/u.test(line)) return "green";
  return /^(?:gone|shrank)/u.test(line) ? "red" : "cyan";
}
