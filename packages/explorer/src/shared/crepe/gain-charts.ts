import { isSighted } from "@observatory/crepe/release";
import type { CrepeOverview } from "./crepe-overview.ts";

/** What one scorer reaches above the bar of a type. */
export interface GainMark {
  readonly scorer: string;
  readonly gain: number;
  readonly low: number;
  readonly high: number;
  readonly rows: number;
  readonly images: number;
}

/** The gains of all scorers that see on one type of negatives. */
export interface GainChart {
  readonly title: string;
  /** The best blind probe, or `chance`. */
  readonly over: string;
  /** What that reaches. */
  readonly bar: number;
  /** Best first. */
  readonly marks: readonly GainMark[];
}

/** One chart for each type of negatives over which a scorer has a gain. */
export function toGainCharts({ report }: Pick<CrepeOverview, "report">): readonly GainChart[] {
  const sighted = report.scorers.filter(({ stale, results }) => !stale && isSighted(results.scorer));
  return report.bars
    .filter(({ key }) => key.by === "type")
    .map(({ type, over, rAt1: bar }) => ({
      title: type,
      over,
      bar,
      marks: sighted
        .flatMap(({ results, gains }): GainMark[] => {
          const own = gains.find((gain) => gain.type === type && gain.key.by === "type");
          if (own === undefined) return [];
          const { gain, interval, rows, images } = own;
          return [{ scorer: results.scorer.id, gain, low: interval[0], high: interval[1], rows, images }];
        })
        .toSorted((a, b) => b.gain - a.gain),
    }))
    .filter(({ marks }) => marks.length > 0);
}
