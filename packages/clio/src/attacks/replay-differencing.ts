import { findFinishedStage } from "@observatory/store";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { runClio } from "../pipeline.ts";
import type { ClioRunOptions } from "../clio-run-options.ts";
import { findHierarchy } from "../stages/find-hierarchy.ts";
import { loadAnalysis } from "../stages/analysis-stage.ts";
import { loadHierarchy } from "../stages/hierarchy-file.ts";
import { nameColumns } from "../stages/release-history.ts";
import {
  differenceNames,
  differenceNumbers,
  differenceReleases,
  type Differencing,
  type ToldNumber,
} from "./differencing.ts";

export interface ReplayOptions extends Omit<ClioRunOptions, "out" | "project"> {
  /** The input of the first release. */
  readonly before: readonly string[];
  /** Inputs of a second one: with the account that the attacker looks for, and with whatever he has added himself. */
  readonly after: readonly (readonly string[])[];
  /** An empty directory for the runs. */
  readonly directory: string;
}

export interface ReplayedDifferencing {
  /** What two releases of one project tell together. */
  readonly on: Differencing;
  /** The same of two runs that know nothing of each other: thresholds and rounding, but no ledger. */
  readonly withoutLedger: Differencing;
  /** The same of the exact numbers and first names behind them: no defence at all. */
  readonly off: Differencing;
}

/** Makes the first release, and of each second input one with and one without what protects them from each other. Throws what `runClio` throws. */
export async function replayDifferencing({
  before,
  after,
  directory,
  ...options
}: ReplayOptions): Promise<ReplayedDifferencing[]> {
  const run = async (inputs: readonly string[], name: string, project?: string) => {
    const out = join(directory, name);
    const { release } = await runClio(inputs, { ...options, out, ...(project ? { project } : {}) });
    return { out, release };
  };
  const firstProject = join(directory, "project");
  const first = await run(before, "before", firstProject);
  const signal = options.signal ?? new AbortController().signal;
  const exactBefore = await readExact(first.out, signal);
  const replayed: ReplayedDifferencing[] = [];
  for (const [at, inputs] of after.entries()) {
    // Each second release is the second of its project.
    const project = join(directory, `project-${at}`);
    await cp(firstProject, project, { recursive: true });
    const second = await run(inputs, `after-${at}`, project);
    const alone = await run(inputs, `alone-${at}`);
    const exactAfter = await readExact(alone.out, signal);
    replayed.push({
      on: differenceReleases(first.release, second.release),
      withoutLedger: differenceReleases(first.release, alone.release),
      off: {
        ...differenceNumbers(exactBefore.numbers, exactAfter.numbers),
        ...differenceNames(exactBefore.names, exactAfter.names),
        isSame: false,
      },
    });
  }
  return replayed;
}

/** What a run's private stages hold: every count exactly, and the first name that was proposed for each cluster. */
async function readExact(run: string, signal: AbortSignal) {
  const { nodes } = await loadHierarchy(await findHierarchy(run));
  const { layout, counts } = await loadAnalysis(await findFinishedStage(run, "analysis"), signal);
  const rows = ["all", ...nodes.map(({ id }) => id)];
  const numbers: ToldNumber[] = [];
  nameColumns(layout).forEach((column, at) => {
    rows.forEach((row, index) => {
      const cell = index * counts.columns + at;
      const what = `${row}, ${column.replaceAll("\n", " ")}`;
      numbers.push({
        what: `conversations of ${what}`,
        value: (counts.conversations[cell] ?? 0) / 1000,
        slack: 0,
      });
      numbers.push({ what: `accounts of ${what}`, value: counts.accounts[cell] ?? 0, slack: 0 });
    });
  });
  return { numbers, names: new Map(nodes.map(({ id, proposals }) => [id, proposals[0]?.name ?? ""])) };
}
