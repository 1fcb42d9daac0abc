import { succeeded } from "@observatory/core";
import { appendFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { evaluateScorer } from "./evaluate-scorer.ts";
import { loadEvaluatedRows } from "./load-evaluated-rows.ts";
import type { Scorer } from "./scorer.ts";

/**
 * Evaluates a file with a scorer that writes down every question that it is asked. At the question after `stopAfter` it
 * says so, and then waits to be killed; null goes through.
 */
export async function evaluateNoting(
  items: string,
  {
    out,
    notes,
    stopAfter,
    onStop,
  }: { out: string; notes: string; stopAfter: number | null; onStop: () => void },
): Promise<void> {
  const scorer: Scorer = {
    info: { id: "noting", kind: "reference", details: {} },
    async *score(questions) {
      let scored = 0;
      for (const { row, type, captions } of questions) {
        if (scored++ === stopAfter) {
          onStop();
          await setTimeout(600_000);
        }
        appendFileSync(notes, `${row.id} ${type}\n`);
        yield succeeded(captions.map(({ length }) => length));
      }
    },
    close: async () => {},
  };
  await evaluateScorer(scorer, await loadEvaluatedRows([items]), { out, seed: 1, resamples: 20 });
}
