import { formatRatio, formatRatioInterval } from "../../shared/format.ts";
import styles from "./marks.module.css";

/**
 * A ratio with its interval on a log scale from 1/`end` to `end`, and the line of "no difference". Arrows show that an
 * interval goes on. In words in its label.
 */
export function IntervalMark({
  ratio,
  interval,
  significant,
  end = 8,
}: {
  readonly ratio: number;
  readonly interval: readonly [number, number] | null;
  readonly significant: boolean;
  readonly end?: number;
}) {
  const place = (value: number) => {
    if (value <= 0) return 1.5;
    // Whole points also at the ends.
    return Math.min(98.5, Math.max(1.5, 50 + (50 * Math.log(value)) / Math.log(end)));
  };
  const tone = !significant ? "none" : ratio > 1 ? "up" : "down";
  const [low, high] = interval ?? [ratio, ratio];
  const label = `${formatRatio(ratio)}${interval === null ? "" : `, 95% interval ${formatRatioInterval(interval)}`}`;
  return (
    <svg
      className={styles["interval"]}
      viewBox="0 0 100 14"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line className={styles["one"]} x1="50" x2="50" y1="0" y2="14" />
      <line className={styles["range"]} data-tone={tone} x1={place(low)} x2={place(high)} y1="7" y2="7" />
      <line className={styles["point"]} data-tone={tone} x1={place(ratio)} x2={place(ratio)} y1="7" y2="7" />
    </svg>
  );
}
