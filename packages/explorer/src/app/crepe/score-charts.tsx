import { fewestImages } from "@observatory/crepe/release";
import { useMemo } from "react";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { toScoreCharts, type Axis, type ScoreChart as Chart } from "../../shared/crepe/score-series.ts";
import type { TableColumn } from "../../shared/table.ts";
import { ChartFrame } from "../ui/chart-frame.tsx";
import styles from "./crepe.module.css";
import { ScoreChart } from "./score-chart.tsx";
import chartStyles from "./score-chart.module.css";

/** One chart for each type of negatives, all with one scale. Nothing where no scorer has such cells. */
export function ScoreCharts({
  overview,
  axis,
  shown,
  mark = "line",
  title,
  axisTitle,
  note,
}: {
  readonly overview: CrepeOverview;
  readonly axis: Axis;
  readonly shown: readonly string[];
  readonly mark?: "line" | "bar";
  readonly title: string;
  readonly axisTitle: string;
  readonly note: string;
}) {
  const charts = useMemo(() => toScoreCharts(overview, axis, shown), [overview, axis, shown]);
  if (charts.length === 0) return null;
  const top = Math.min(
    1,
    Math.max(
      0.25,
      ...charts.flatMap(({ series, blind }) =>
        [...series.flatMap(({ points }) => points), ...blind].map((point) => point?.high ?? 0),
      ),
    ),
  );
  const isThin = charts.some(({ series }) =>
    series.some(({ points }) => points.some((point) => point !== null && point.images < fewestImages)),
  );
  return (
    <section>
      <h2 dir="auto">{title}</h2>
      <p className={styles["note"]}>
        {note}
        {isThin && mark === "line"
          ? ` Hollow marks rest on fewer than ${fewestImages} images: their intervals say little.`
          : ""}
      </p>
      <div className={chartStyles["charts"]}>
        {charts.map((chart) => (
          <ChartFrame
            key={chart.title}
            title={chart.title}
            fileName={`R@1 ${chart.title} ${title}`}
            data={{ columns, rows: toRows(chart) }}
          >
            <ScoreChart
              chart={chart}
              mark={mark}
              colourOf={(scorer) => shown.indexOf(scorer)}
              axis={axisTitle}
              top={top}
            />
          </ChartFrame>
        ))}
      </div>
    </section>
  );
}

interface Row {
  readonly scorer: string;
  readonly at: string;
  readonly rAt1: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rows: number | null;
}

const columns: readonly TableColumn<Row>[] = [
  { key: "scorer", title: "Scorer", value: ({ scorer }) => scorer },
  { key: "at", title: "At", value: ({ at }) => at },
  { key: "r_at_1", title: "R@1", value: ({ rAt1 }) => rAt1 },
  { key: "low", title: "Low", value: ({ low }) => low },
  { key: "high", title: "High", value: ({ high }) => high },
  { key: "rows", title: "Rows", value: ({ rows }) => rows },
];

function toRows({ labels, series, chance, blind }: Chart): readonly Row[] {
  const probes = blind.map((point) =>
    point === null ? null : { scorer: `best blind probe (${point.probe})`, points: [point] },
  );
  const lines = [...series, ...probes.filter((probe) => probe !== null)];
  return [
    ...lines.flatMap(({ scorer, points }) =>
      points.flatMap((point) =>
        point === null
          ? []
          : [
              {
                scorer,
                at: point.label,
                rAt1: point.value,
                low: point.low,
                high: point.high,
                rows: point.rows,
              },
            ],
      ),
    ),
    ...labels.map((at, i) => ({
      scorer: "chance",
      at,
      rAt1: chance[i] ?? null,
      low: null,
      high: null,
      rows: null,
    })),
  ];
}
