import { ignoreEvents, InputError } from "@observatory/core";
import type { Gate } from "../evaluate/analyses.ts";
import { evaluateScorer, type EvaluateOptions } from "../evaluate/evaluate-scorer.ts";
import type { EvaluatedRows } from "../evaluate/load-evaluated-rows.ts";
import type { Scorer } from "../evaluate/scorer.ts";
import { toAtomsDirectory } from "./prepare-atoms.ts";
import { recogniseAtoms } from "./recognise-atoms.ts";

/**
 * Scores the probes of atoms with one scorer, into `atoms/results/`, and tells which atoms it recognises. Undefined, with a
 * warning, where it could score none of them: a file of scores that does not hold them.
 */
export async function evaluateAtoms(
  scorer: Scorer,
  atoms: EvaluatedRows,
  options: Omit<EvaluateOptions, "limit" | "fullSet" | "recognition">,
): Promise<Pick<Gate, "probesHash" | "atoms"> | undefined> {
  const { onEvent = ignoreEvents } = options;
  try {
    const { results } = await evaluateScorer(scorer, atoms, {
      ...options,
      out: toAtomsDirectory(options.out),
    });
    return { probesHash: atoms.benchmark.contentHash, atoms: recogniseAtoms(atoms.rows, results) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    onEvent({ type: "warning", code: "no-gate", message: `no gate for ${scorer.info.id}: ${error.message}` });
    return undefined;
  }
}
