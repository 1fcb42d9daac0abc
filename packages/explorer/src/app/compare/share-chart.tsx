import { toTicks } from "../../shared/chart-scales.ts";
import { toShareInterval } from "../../shared/clio/share-interval.ts";
import type { CompareRow } from "../../shared/compare/compare-rows.ts";
import { formatShare, shorten } from "../../shared/format.ts";
import type { TableColumn } from "../../shared/table.ts";
import { ChartFrame } from "../ui/chart-frame.tsx";
import { useElementSize } from "../ui/use-element-size.ts";
import type { ComparedRun } from "./compare-page.tsx";
import { kindTexts } from "./kind-mark.tsx";
import styles from "./compare.module.css";

type Interval = readonly [number, number] | null;

interface ChartRow extends CompareRow {
  readonly intervalBefore: Interval;
  readonly intervalAfter: Interval;
}

const columns: readonly TableColumn<ChartRow>[] = [
  { key: "name", title: "Name", value: ({ name }) => name },
  { key: "before", title: "Share before", value: ({ shareBefore }) => shareBefore },
  { key: "before_low", title: "Low end before", value: ({ intervalBefore }) => intervalBefore?.[0] ?? null },
  {
    key: "before_high",
    title: "High end before",
    value: ({ intervalBefore }) => intervalBefore?.[1] ?? null,
  },
  { key: "after", title: "Share after", value: ({ shareAfter }) => shareAfter },
  { key: "after_low", title: "Low end after", value: ({ intervalAfter }) => intervalAfter?.[0] ?? null },
  { key: "after_high", title: "High end after", value: ({ intervalAfter }) => intervalAfter?.[1] ?? null },
];

const most = 16;
const rowHeight = 40;
const axisHeight = 26;
const side = 12;

/** The shares before and after of what changed most: two points on a line each, with their intervals. */
export function ShareChart({
  rows,
  before,
  after,
}: {
  readonly rows: readonly CompareRow[];
  readonly before: ComparedRun;
  readonly after: ComparedRun;
}) {
  const [frame, size] = useElementSize<HTMLDivElement>();
  const shown = rows
    .filter(({ difference }) => difference !== 0)
    .slice(0, most)
    .map((row) => ({
      ...row,
      intervalBefore: toInterval(row.shareBefore, row.before.length, before),
      intervalAfter: toInterval(row.shareAfter, row.after.length, after),
    }));
  if (shown.length === 0) return null;
  const width = size?.width ?? 0;
  const ends = shown.flatMap((row) => [
    row.intervalBefore?.[1],
    row.intervalAfter?.[1],
    row.shareBefore,
    row.shareAfter,
  ]);
  const ticks = toTicks(
    ends.reduce<number>((top, end) => Math.max(top, end ?? 0), 0),
    width < 500 ? 3 : 6,
  );
  const top = ticks.at(-1) ?? 1;
  const x = (share: number) => side + (share / top) * Math.max(1, width - 2 * side - 14);
  const height = shown.length * rowHeight + axisHeight;
  return (
    <section className={styles["card"]}>
      <ChartFrame
        title={<h2>What changed most</h2>}
        fileName="What changed most"
        data={{ columns, rows: shown }}
        note="Shares of all conversations with 95% intervals of each, accounts as the unit. An open circle is before, a full one after. Grey where the table's test, which also allows for borders that moved, finds no change."
      >
        <div ref={frame} className={styles["chart"]}>
          {width === 0 ? (
            <div style={{ height }} />
          ) : (
            <svg
              className={styles["svg"]}
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              role="img"
              aria-label={`Shares before and after of the ${shown.length} clusters that changed most. The table below has the numbers.`}
            >
              {ticks.map((tick) => (
                <g key={tick}>
                  <line
                    className={styles["grid"]}
                    x1={x(tick)}
                    x2={x(tick)}
                    y1="0"
                    y2={height - axisHeight}
                  />
                  <text
                    className={styles["tick"]}
                    data-first={tick === 0 || undefined}
                    x={x(tick)}
                    y={height - 8}
                  >
                    {formatShare(tick)}
                  </text>
                </g>
              ))}
              {shown.map((row, index) => (
                <Dumbbell
                  key={row.key}
                  row={row}
                  y={index * rowHeight}
                  x={x}
                  characters={Math.floor(width / 7.5) - 14}
                />
              ))}
            </svg>
          )}
        </div>
      </ChartFrame>
    </section>
  );
}

function Dumbbell({
  row,
  y,
  x,
  characters,
}: {
  readonly row: ChartRow;
  readonly y: number;
  readonly x: (share: number) => number;
  readonly characters: number;
}) {
  const line = y + 29;
  const { shareBefore, shareAfter, intervalBefore, intervalAfter, kind, difference } = row;
  const tone = kind === "steady" ? "none" : difference > 0 ? "up" : "down";
  return (
    <g data-tone={tone} className={styles["dumbbell"]}>
      <title>
        {shorten(row.name, 300)}: {shareBefore === null ? "not there" : formatShare(shareBefore)} to{" "}
        {shareAfter === null ? "not there" : formatShare(shareAfter)}
      </title>
      <text className={styles["rowName"]} x={side} y={y + 15}>
        {shorten(row.name.replaceAll(/\s+/gu, " "), Math.min(90, characters))}
        <tspan className={styles["rowKind"]}> · {kindTexts[kind].title.toLowerCase()}</tspan>
      </text>
      {intervalBefore === null ? null : (
        <line
          className={styles["range"]}
          x1={x(intervalBefore[0])}
          x2={x(intervalBefore[1])}
          y1={line - 3}
          y2={line - 3}
        />
      )}
      {intervalAfter === null ? null : (
        <line
          className={styles["range"]}
          x1={x(intervalAfter[0])}
          x2={x(intervalAfter[1])}
          y1={line + 3}
          y2={line + 3}
        />
      )}
      {shareBefore === null || shareAfter === null ? null : (
        <line className={styles["change"]} x1={x(shareBefore)} x2={x(shareAfter)} y1={line} y2={line} />
      )}
      {shareBefore === null ? null : (
        <circle className={styles["before"]} cx={x(shareBefore)} cy={line} r="5" />
      )}
      {shareAfter === null ? null : <circle className={styles["after"]} cx={x(shareAfter)} cy={line} r="5" />}
    </g>
  );
}

function toInterval(share: number | null, clusters: number, { data }: ComparedRun): Interval {
  return share === null || clusters === 0 ? null : toShareInterval(share, data.release.totals.accounts);
}
