import { formatRatioInterval } from "../../shared/format.ts";
import { chooseRatioEnd } from "../../shared/ratio-range.ts";
import type { DataColumn } from "../ui/data-table.tsx";
import { IntervalMark } from "../ui/interval-mark.tsx";

interface IntervalRow {
  readonly ratio: number | null;
  readonly interval: readonly [number, number] | null;
  readonly significant: boolean;
}

/** Columns for the interval of a ratio: drawn on the page on one scale for all rows, as two numbers in downloads. */
export function createIntervalColumns<Row extends IntervalRow>(
  rows: readonly Row[],
): readonly DataColumn<Row>[] {
  const end = chooseRatioEnd(rows);
  return [
    {
      key: "interval",
      title: "95% interval",
      kind: "drawing",
      hint: `Where the true ratio may well lie. The line in the middle is no difference, the right end ${end} times as much, the left end ${end} times less.`,
      isPageOnly: true,
      isExtra: true,
      value: ({ interval }) => interval?.[0] ?? null,
      render: ({ ratio, interval, significant }) =>
        ratio === null ? null : (
          <div title={interval === null ? undefined : formatRatioInterval(interval)}>
            <IntervalMark ratio={ratio} interval={interval} significant={significant} end={end} />
          </div>
        ),
    },
    { key: "low", title: "Low end", value: ({ interval }) => interval?.[0] ?? null, isHidden: true },
    { key: "high", title: "High end", value: ({ interval }) => interval?.[1] ?? null, isHidden: true },
    { key: "significant", title: "Significant", value: ({ significant }) => significant, isHidden: true },
  ];
}
