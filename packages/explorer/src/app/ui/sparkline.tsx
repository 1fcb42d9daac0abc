import styles from "./chart.module.css";
import { LineSegments } from "./line-segments.tsx";

/** A line of a word's size, from zero, with gaps where values are not shown. Decoration beside a number. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const top = Math.max(1, ...values.map((value) => value ?? 0));
  const x = (index: number) => (values.length < 2 ? 40 : (80 * index) / (values.length - 1));
  const y = (value: number) => 19 - (17 * value) / top;
  return (
    <svg className={styles["spark"]} viewBox="-2 0 84 20" width="84" height="20" aria-hidden="true">
      <LineSegments values={values} x={x} y={y} radius={1.5} />
    </svg>
  );
}
