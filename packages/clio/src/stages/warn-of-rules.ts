import type { RunDirectory } from "@observatory/store";

/** Says how many answers of a model did not fit twice, so that a rule decided. Silent where there are none. */
export function warnOfRules(run: RunDirectory, stage: string, byRule: number, of: number): void {
  if (byRule === 0) return;
  run.appendEvent({
    type: "warning",
    code: "decided-by-rule",
    message: `${stage}: for ${byRule} of ${of} the model gave no answer that fits, so a rule decided`,
    hint: "run.json counts them by stage. Where they are many, choose a stronger model.",
  });
}
