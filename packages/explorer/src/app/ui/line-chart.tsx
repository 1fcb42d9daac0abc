import { useId, useState } from "react";
import { pickLabels, toGaps, toTicks } from "../../shared/chart-scales.ts";
import { formatShort } from "../../shared/format.ts";
import styles from "./chart.module.css";
import { LineSegments } from "./line-segments.tsx";
import { useElementSize } from "./use-element-size.ts";

export interface LinePoint {
  /** Under the axis. */
  readonly label: string;
  /** When pointed at. */
  readonly title: string;
  /** Null where it is not shown: a gap, never zero. */
  readonly value: number | null;
}

export interface LineChartProps {
  readonly points: readonly LinePoint[];
  /** What the chart says in a sentence, for who cannot see it. */
  readonly label: string;
  readonly format: (value: number) => string;
  readonly height?: number;
}

const margin = { top: 10, right: 12, bottom: 24, left: 40 };

/** A line over time from zero; where a value may not be shown the line breaks and the ground is hatched. */
export function LineChart({ points, label, format, height = 190 }: LineChartProps) {
  const [frame, size] = useElementSize<HTMLDivElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const hatch = useId();
  const width = size?.width ?? 0;
  const values = points.map(({ value }) => value);
  const ticks = toTicks(Math.max(0, ...values.map((value) => value ?? 0)), 3);
  const top = ticks.at(-1) ?? 1;
  const room = Math.max(1, width - margin.left - margin.right);
  const step = room / points.length;
  const x = (index: number) => margin.left + (index + 0.5) * step;
  const y = (value: number) => height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
  const at = pointed === null ? undefined : points[pointed];
  return (
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
          aria-label={label}
          onPointerMove={(event) => {
            const from = event.currentTarget.getBoundingClientRect().left + margin.left;
            const index = Math.floor((event.clientX - from) / step);
            setPointed(index >= 0 && index < points.length ? index : null);
          }}
          onPointerLeave={() => setPointed(null)}
        >
          <defs>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line className={styles["hatch"]} x1="0" x2="0" y1="0" y2="6" />
            </pattern>
          </defs>
          {toGaps(values).map(([first, last]) => (
            <rect
              key={first}
              fill={`url(#${hatch})`}
              x={margin.left + first * step}
              y={margin.top}
              width={(last - first + 1) * step}
              height={height - margin.top - margin.bottom}
            />
          ))}
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                className={styles["grid"]}
                x1={margin.left}
                x2={width - margin.right}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text className={styles["tickY"]} x={margin.left - 7} y={y(tick)}>
                {formatShort(tick)}
              </text>
            </g>
          ))}
          {pickLabels(points.length, room, 74).map((index) => (
            <text
              key={index}
              className={styles["tickX"]}
              x={Math.max(margin.left + 12, Math.min(width - margin.right - 20, x(index)))}
              y={height - 7}
            >
              {points[index]?.label}
            </text>
          ))}
          <LineSegments values={values} x={x} y={y} radius={3} />
          {pointed === null || at === undefined ? null : (
            <g data-not-in-file="">
              <line
                className={styles["guide"]}
                x1={x(pointed)}
                x2={x(pointed)}
                y1={margin.top}
                y2={height - margin.bottom}
              />
              {at.value === null ? null : (
                <circle className={styles["dot"]} cx={x(pointed)} cy={y(at.value)} r="4" />
              )}
            </g>
          )}
        </svg>
      )}
      {pointed === null || at === undefined ? null : (
        <div
          className={styles["tip"]}
          style={{ left: Math.min(Math.max(x(pointed), 80), Math.max(80, width - 80)), top: 0 }}
        >
          {at.title}: <strong>{at.value === null ? "not shown" : format(at.value)}</strong>
        </div>
      )}
    </div>
  );
}
