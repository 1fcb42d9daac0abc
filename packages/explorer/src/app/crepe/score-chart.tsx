import { fewestImages } from "@observatory/crepe/release";
import { useState } from "react";
import type { ScoreChart as Chart, ScorePoint } from "../../shared/crepe/score-series.ts";
import { pickLabels, toTicks } from "../../shared/chart-scales.ts";
import { formatCountOf, formatShare } from "../../shared/format.ts";
import chartStyles from "../ui/chart.module.css";
import { useElementSize } from "../ui/use-element-size.ts";
import styles from "./score-chart.module.css";

export interface ScoreChartProps {
  readonly chart: Chart;
  readonly mark: "line" | "bar";
  /** Place of each scorer among all that are shown, so that it has one colour in all charts. */
  readonly colourOf: (scorer: string) => number;
  readonly axis: string;
  readonly top: number;
}

const margin = { top: 12, right: 10, bottom: 40, left: 40 };
const height = 230;

/** R@1 with intervals over the steps of an axis, chance as a dashed line, the best blind probe's interval as a band. */
export function ScoreChart({ chart, mark, colourOf, axis, top }: ScoreChartProps) {
  const [frame, size] = useElementSize<HTMLDivElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const width = size?.width ?? 0;
  const { labels, series, chance, blind } = chart;
  // Some 6.5 pixels a letter.
  const widest = 8 + 6.5 * Math.max(...labels.map((label) => label.length));
  const ticks = toTicks(top, 4).filter((tick) => tick <= 1);
  const highest = ticks.at(-1) ?? 1;
  const step = Math.max(1, width - margin.left - margin.right) / Math.max(1, labels.length);
  const x = (index: number) => margin.left + (index + 0.5) * step;
  const y = (value: number) =>
    height - margin.bottom - (Math.min(value, highest) / highest) * (height - margin.top - margin.bottom);
  const spread =
    mark === "bar" ? Math.min(0.8 * step, 34 * series.length) : Math.min(0.3 * step, 5 * series.length);
  const shift = (place: number) =>
    series.length < 2 && mark === "line" ? 0 : ((place + 0.5) / series.length - 0.5) * spread;
  return (
    <div ref={frame} className={chartStyles["chart"]}>
      {width === 0 ? (
        <div style={{ height }} />
      ) : (
        <svg
          className={chartStyles["svg"]}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={describeChart(chart, axis)}
          onPointerMove={(event) => {
            const from = event.currentTarget.getBoundingClientRect().left + margin.left;
            const index = Math.floor((event.clientX - from) / step);
            setPointed(index >= 0 && index < labels.length ? index : null);
          }}
          onPointerLeave={() => setPointed(null)}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                className={chartStyles["grid"]}
                x1={margin.left}
                x2={width - margin.right}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text className={chartStyles["tickY"]} x={margin.left - 6} y={y(tick)}>
                {Math.round(100 * tick)}
                {tick === highest ? "%" : ""}
              </text>
            </g>
          ))}
          {pickLabels(labels.length, width - margin.left - margin.right, widest).map((index) => (
            <text
              key={labels[index]}
              className={chartStyles["tickX"]}
              x={x(index)}
              y={height - margin.bottom + 16}
            >
              {labels[index]}
            </text>
          ))}
          <text className={chartStyles["tickX"]} x={(margin.left + width - margin.right) / 2} y={height - 6}>
            {axis}
          </text>
          {blind.map((point, index) =>
            point === null ? null : (
              <rect
                key={labels[index]}
                className={styles["band"]}
                x={margin.left + index * step}
                width={step}
                y={y(point.high) - 1}
                height={Math.max(2, y(point.low) - y(point.high) + 2)}
              />
            ),
          )}
          {chance.map((value, index) =>
            value === null ? null : (
              <line
                key={labels[index]}
                className={styles["chance"]}
                x1={margin.left + index * step}
                x2={margin.left + (index + 1) * step}
                y1={y(value)}
                y2={y(value)}
              />
            ),
          )}
          {series.map(({ scorer, points }, place) => (
            <g key={scorer} className={styles["series"]} data-colour={colourOf(scorer)}>
              {mark === "line" ? (
                <polyline
                  className={styles["line"]}
                  points={points
                    .flatMap((point, index) =>
                      point === null ? [] : [`${x(index) + shift(place)},${y(point.value)}`],
                    )
                    .join(" ")}
                />
              ) : null}
              {points.map((point, index) => (
                <Mark
                  key={labels[index]}
                  point={point}
                  mark={mark}
                  x={x(index) + shift(place)}
                  y={y}
                  width={(0.72 * spread) / series.length}
                  shape={colourOf(scorer)}
                />
              ))}
            </g>
          ))}
        </svg>
      )}
      {pointed === null ? null : (
        <Tip
          chart={chart}
          place={pointed}
          left={Math.min(Math.max(x(pointed), 110), Math.max(110, width - 110))}
        />
      )}
    </div>
  );
}

function Mark({
  point,
  mark,
  x,
  y,
  width,
  shape,
}: {
  readonly point: ScorePoint | null;
  readonly mark: "line" | "bar";
  readonly x: number;
  readonly y: (value: number) => number;
  readonly width: number;
  readonly shape: number;
}) {
  if (point === null) return null;
  const middle = y(point.value);
  const dot = point.images < fewestImages ? "faintDot" : "dot";
  return (
    <g>
      {mark === "bar" ? (
        <rect
          className={styles["bar"]}
          x={x - width / 2}
          width={width}
          y={middle}
          height={Math.max(1, y(0) - middle)}
        />
      ) : null}
      <line
        className={mark === "bar" ? styles["whiskerOnBar"] : styles["whisker"]}
        x1={x}
        x2={x}
        y1={y(point.low)}
        y2={y(point.high)}
      />
      {mark === "bar" ? null : shape % 2 === 0 ? (
        <circle className={styles[dot]} cx={x} cy={middle} r="3.5" />
      ) : (
        <rect className={styles[dot]} x={x - 3.2} y={middle - 3.2} width="6.4" height="6.4" />
      )}
    </g>
  );
}

function Tip({
  chart,
  place,
  left,
}: {
  readonly chart: Chart;
  readonly place: number;
  readonly left: number;
}) {
  const chance = chart.chance[place] ?? null;
  const blind = chart.blind[place] ?? null;
  const rows = chart.series.map(({ points }) => points[place]?.rows ?? 0);
  const images = chart.series.map(({ points }) => points[place]?.images ?? 0);
  return (
    <div className={chartStyles["tip"]} style={{ left, top: 0 }}>
      <strong>{chart.labels[place]}</strong> · {formatCountOf(Math.max(0, ...rows, blind?.rows ?? 0), "row")}{" "}
      of {formatCountOf(Math.max(0, ...images, blind?.images ?? 0), "image")}
      {chart.series.map(({ scorer, points }) => {
        const point = points[place];
        return point === null || point === undefined ? null : (
          <div key={scorer}>
            {scorer}: <strong>{formatShare(point.value)}</strong> ({formatShare(point.low)} to{" "}
            {formatShare(point.high)})
          </div>
        );
      })}
      {blind === null ? null : (
        <div>
          {blind.probe}: {formatShare(blind.value)}
        </div>
      )}
      {chance === null ? null : <div>chance: {formatShare(chance)}</div>}
    </div>
  );
}

function describeChart({ title, series, labels, chance }: Chart, axis: string): string {
  const told = series.map(({ scorer, points }) => {
    const values = points.flatMap((point, index) =>
      point === null ? [] : [`${labels[index]}: ${formatShare(point.value)}`],
    );
    return `${scorer}: ${values.join(", ")}`;
  });
  const first = chance.find((value) => value !== null) ?? null;
  return `R@1 on ${title} by ${axis}. ${told.join(". ")}${first === null ? "" : `. Chance ${formatShare(first)}`}.`;
}
