import { fewestImages } from "@observatory/crepe/release";
import { formatPoints } from "../../shared/crepe/format-points.ts";
import type { GainMark } from "../../shared/crepe/gain-charts.ts";
import chartStyles from "../ui/chart.module.css";
import { useElementSize } from "../ui/use-element-size.ts";
import styles from "./gain-chart.module.css";

const line = 34;
const side = 8;

/** Gains of several scorers as marks with intervals, one below the other, on one scale in all charts. */
export function GainChart({
  title,
  over,
  marks,
  low,
  high,
}: {
  readonly title: string;
  readonly over: string;
  readonly marks: readonly GainMark[];
  readonly low: number;
  readonly high: number;
}) {
  const [frame, size] = useElementSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const x = (value: number): number => side + ((value - low) / (high - low)) * (width - 2 * side);
  const told = marks.map(
    (mark) =>
      `${mark.scorer}: ${formatPoints(mark.gain)} (${formatPoints(mark.low)} to ${formatPoints(mark.high)})`,
  );
  return (
    <div ref={frame} className={chartStyles["chart"]}>
      {width === 0 ? null : (
        <svg
          className={chartStyles["svg"]}
          width={width}
          height={marks.length * line + 8}
          role="img"
          aria-label={`Gain on ${title} over ${over}. ${told.join(". ")}.`}
        >
          <line className={styles["zero"]} x1={x(0)} x2={x(0)} y1="0" y2={marks.length * line + 4} />
          {marks.map((mark, place) => (
            <g key={mark.scorer} data-tone={toneOf(mark)} className={styles["mark"]}>
              <text className={styles["name"]} x={side} y={place * line + 12}>
                {cut(mark.scorer, width)}
              </text>
              <text className={styles["value"]} x={width - side} y={place * line + 12}>
                {formatPoints(mark.gain)}
              </text>
              <line
                className={styles["range"]}
                x1={x(mark.low)}
                x2={x(mark.high)}
                y1={place * line + 24}
                y2={place * line + 24}
              />
              <circle className={styles["point"]} cx={x(mark.gain)} cy={place * line + 24} r="4" />
              <title>{told[place]}</title>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

/** Few images say nothing either way. */
function toneOf({ low, high, images }: GainMark): "above" | "below" | "none" {
  if (images < fewestImages) return "none";
  return low > 0 ? "above" : high < 0 ? "below" : "none";
}

/** Names of models begin alike: the middle goes. Some 6.4 pixels a letter. */
function cut(name: string, width: number): string {
  const letters = Math.max(8, Math.floor((width - 70) / 6.4));
  const characters = Array.from(name);
  if (characters.length <= letters) return name;
  const half = Math.floor((letters - 1) / 2);
  return `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}
