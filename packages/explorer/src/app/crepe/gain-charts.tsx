import { useMemo } from "react";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { toGainCharts, type GainMark } from "../../shared/crepe/gain-charts.ts";
import { formatShare } from "../../shared/format.ts";
import type { TableColumn } from "../../shared/table.ts";
import { ChartFrame } from "../ui/chart-frame.tsx";
import styles from "./crepe.module.css";
import { GainChart } from "./gain-chart.tsx";
import chartStyles from "./score-chart.module.css";

/** The score that counts: what each scorer reaches above the best blind probe, one chart a type. Nothing without one. */
export function GainCharts({ overview }: { readonly overview: CrepeOverview }) {
  const charts = useMemo(() => toGainCharts(overview), [overview]);
  if (charts.length === 0) return null;
  const marks = charts.flatMap((chart) => chart.marks);
  const low = Math.min(0, ...marks.map((mark) => mark.low));
  const high = Math.max(0.1, ...marks.map((mark) => mark.high));
  return (
    <section>
      <h2>Gain over the best blind probe</h2>
      <p className={styles["note"]}>
        Points of R@1 above what can be had without eyes, on the same rows, with 95 % intervals. The line at 0
        is the best blind probe of the type, or chance where none is above it.
      </p>
      <div className={chartStyles["charts"]}>
        {charts.map(({ title, over, bar, marks: own }) => (
          <ChartFrame
            key={title}
            title={title}
            note={`0 is ${over}: ${formatShare(bar)}`}
            fileName={`Gain ${title}`}
            data={{ columns, rows: own }}
          >
            <GainChart title={title} over={over} marks={own} low={low} high={high} />
          </ChartFrame>
        ))}
      </div>
    </section>
  );
}

const columns: readonly TableColumn<GainMark>[] = [
  { key: "scorer", title: "Scorer", value: ({ scorer }) => scorer },
  { key: "gain", title: "Gain", value: ({ gain }) => gain },
  { key: "low", title: "Low", value: ({ low }) => low },
  { key: "high", title: "High", value: ({ high }) => high },
  { key: "rows", title: "Rows", value: ({ rows }) => rows },
];
