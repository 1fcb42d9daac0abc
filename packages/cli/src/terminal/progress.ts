import type { EventSink, ProgressEvent } from "@observatory/core";
import { formatCount, formatDuration, formatShare } from "./format.ts";
import { toTerminalText, type Paint } from "./paint.ts";
import { cutToWidth } from "./text-width.ts";

export interface ProgressOptions {
  readonly write: (text: string) => void;
  /** Redraw one line; otherwise plain lines, at most one a stage every ten seconds. */
  readonly live: boolean;
  readonly columns: number;
  readonly paint: Paint;
  readonly now?: () => number;
}

/** Counts of answers that did not fit, in words for a person; none is no news. */
const misfits: ReadonlyMap<string, string> = new Map([
  ["retried", "asked again"],
  ["byRule", "by rule"],
]);

const redrawMs = 80;
const plainLineMs = 10_000;

/** Draws the events of a run for a person: a live line on a terminal, plain lines in a pipe or a log. */
export function createProgress(options: ProgressOptions): EventSink {
  const { write, paint, now = Date.now } = options;
  let stageStarted = now();
  let lastDrawn = 0;
  let lineOpen = false;

  const clearLine = (): void => {
    if (lineOpen) write("\r\u001B[K");
    lineOpen = false;
  };
  const line = (text: string): void => {
    clearLine();
    write(`${text}\n`);
  };

  return (event) => {
    switch (event.type) {
      case "run-start":
        return line(`${paint("dim", "run")} ${toTerminalText(event.run)}`);
      case "stage-start":
        stageStarted = now();
        lastDrawn = options.live ? 0 : stageStarted;
        return undefined;
      case "stage-progress": {
        if (now() - lastDrawn < (options.live ? redrawMs : plainLineMs)) return undefined;
        lastDrawn = now();
        const text = describeStage(event, now() - stageStarted);
        if (!options.live) return line(`  ${text}`);
        clearLine();
        write(cutToWidth(`  ${text}`, options.columns - 1));
        lineOpen = true;
        return undefined;
      }
      case "stage-end":
        return line(describeEnd(event, paint));
      case "warning":
        line(`${paint("yellow", "!")} ${toTerminalText(event.message)}`);
        return event.hint === undefined ? undefined : line(`  ${paint("dim", toTerminalText(event.hint))}`);
      case "run-end":
        return clearLine();
      default:
        return event satisfies never;
    }
  };
}

function describeStage(event: ProgressEvent & { type: "stage-progress" }, elapsedMs: number): string {
  const { stage, done, total } = event;
  if (total === null || total === 0) return `${stage}  ${formatCount(done)}`;
  const share = Math.min(1, done / total);
  const left = share > 0.02 ? `  about ${formatDuration((elapsedMs / share) * (1 - share))} left` : "";
  return `${stage}  ${formatCount(done)} of ${formatCount(total)}  ${formatShare(share)}${left}`;
}

function describeEnd(event: ProgressEvent & { type: "stage-end" }, paint: Paint): string {
  const counts = Object.entries(event.counts)
    .filter(([name, count]) => count > 0 || !misfits.has(name))
    .map(([name, count]) => `${formatCount(count)} ${misfits.get(name) ?? name}`)
    .join(", ");
  const time = event.status === "reused" ? "already done" : formatDuration(event.durationMs);
  return `${paint("green", "✓")} ${event.stage.padEnd(14)} ${counts}  ${paint("dim", time)}`;
}
