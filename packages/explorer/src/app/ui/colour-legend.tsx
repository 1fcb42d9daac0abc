import { toColour, type ScaleName } from "../../shared/colour-scale.ts";
import { useTheme } from "../shell/use-theme.ts";
import styles from "./chart.module.css";

/** The colours of a scale from low to high with their values, and the colour of what is not shown. */
export function ColourLegend({
  scale,
  ticks,
  label,
}: {
  readonly scale: ScaleName;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly label: string;
}) {
  const theme = useTheme();
  const steps = 24;
  const low = scale === "diverging" ? -1 : 0;
  const toUnit = (at: number) => (at - low) / (1 - low);
  return (
    <div
      className={styles["legend"]}
      role="img"
      aria-label={`${label}: colours from ${ticks[0]?.text} to ${ticks.at(-1)?.text}`}
    >
      <div className={styles["ramp"]}>
        <div className={styles["rampColours"]}>
          {Array.from({ length: steps }, (_, index) => (
            <span
              key={index}
              style={{ background: toColour(scale, low + ((index + 0.5) / steps) * (1 - low), theme) }}
            />
          ))}
        </div>
        <div className={styles["rampTicks"]}>
          {ticks.map(({ at, text }) => (
            <span key={at} style={{ left: `${100 * toUnit(at)}%` }}>
              {text}
            </span>
          ))}
        </div>
      </div>
      <div className={styles["missing"]}>
        <span style={{ background: toColour(scale, null, theme) }} /> not shown
      </div>
    </div>
  );
}
