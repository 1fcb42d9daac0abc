import { succeeded } from "@observatory/core";
import { appendFileSync } from "node:fs";
import { evaluateScorer } from "./evaluate-scorer.ts";
import { loadEvaluatedRows } from "./load-evaluated-rows.ts";
import type { Scorer } from "./scorer.ts";

/** Evaluates a file with a scorer that writes down the id of every item that it scores; `tell` hears how many are done. */
export async function evaluateNoting(
  items: string,
  { out, notes, tell }: { out: string; notes: string; tell: (done: number) => void },
): Promise<void> {
  const scorer: Scorer = {
    info: { id: "noting", kind: "reference", details: {} },
    async *score(questions) {
      for (const { row, captions } of questions) {
        appendFileSync(notes, `${row.id}\n`);
        yield succeeded(captions.map(({ length }) => length));
      }
    },
    close: async () => {},
  };
  await evaluateScorer(scorer, await loadEvaluatedRows([items]), {
    out,
    seed: 1,
    resamples: 20,
    onEvent: (event) => {
      if (event.type === "stage-progress") tell(event.done);
    },
  });
}
