import { toSegments } from "../../shared/chart-scales.ts";
import styles from "./chart.module.css";

export interface LineSegmentsProps {
  /** Null where a value is not shown. */
  readonly values: readonly (number | null)[];
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Of the dot that stands for a value between two gaps. */
  readonly radius: number;
}

/** A line that breaks where values are not shown. */
export function LineSegments({ values, x, y, radius }: LineSegmentsProps) {
  return toSegments(values).map((places) =>
    places.length === 1 ? (
      <circle
        key={places[0]}
        className={styles["dot"]}
        cx={x(places[0] ?? 0)}
        cy={y(values[places[0] ?? 0] ?? 0)}
        r={radius}
      />
    ) : (
      <polyline
        key={places[0]}
        className={styles["line"]}
        points={places.map((index) => `${x(index)},${y(values[index] ?? 0)}`).join(" ")}
      />
    ),
  );
}
