import type { RunFinding } from "./run-finding.ts";
import { checkCells } from "./check-cells.ts";
import { checkEarlierReleases } from "./check-earlier-releases.ts";
import { checkSecrets } from "./check-secrets.ts";
import { checkTexts } from "./check-texts.ts";
import { readRunToCheck } from "./read-run-to-check.ts";

export const runCheckSchemaName = "observatory/clio-run-check@1";

/** What was looked at in a release, and what of it tells of fewer people than it may. Quotes what is published, and nothing else. */
export interface RunCheck {
  readonly schema: typeof runCheckSchemaName;
  readonly checks: readonly {
    readonly name: string;
    /** How many n-grams, cells, secrets or releases. */
    readonly looked: number;
    readonly faults: number;
    readonly notes: number;
  }[];
  /** Faults first. */
  readonly findings: readonly RunFinding[];
}

export type { RunFinding } from "./run-finding.ts";

/**
 * Checks the release of a finished run with its private side at hand, by code that shares nothing with the rules that made it: words and
 * phrases that fewer accounts wrote than they must, hidden cells that published numbers shut in, planted secrets, and what another
 * release of its project beside this one tells. Throws UsageError, StateError, PrivacyError for a damaged ledger.
 *
 * @param options.against more releases about the same people: run directories or copied releases
 */
export async function checkRun(
  path: string,
  options: { readonly against?: readonly string[]; readonly signal?: AbortSignal } = {},
): Promise<RunCheck> {
  const run = await readRunToCheck(path, options.signal ?? new AbortController().signal);
  const done = [
    { name: "words and phrases", ...(await checkTexts(run)) },
    { name: "hidden cells", ...checkCells(run) },
    { name: "planted secrets", ...(await checkSecrets(run)) },
    { name: "other releases", ...(await checkEarlierReleases(run, options.against ?? [])) },
  ];
  const findings = done.flatMap((check) => check.findings);
  return {
    schema: runCheckSchemaName,
    checks: done.map(({ name, looked, findings: own }) => ({
      name,
      looked,
      faults: own.filter(({ severity }) => severity === "fault").length,
      notes: own.filter(({ severity }) => severity === "note").length,
    })),
    findings: findings.toSorted((a, b) => Number(a.severity === "note") - Number(b.severity === "note")),
  };
}
