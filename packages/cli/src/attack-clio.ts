import {
  checkRun,
  runAttackSuite,
  type AttackReport,
  type AttackSuiteOptions,
  type RunCheck,
} from "@observatory/clio";
import type { CommandContext } from "./context.ts";
import { createReportWriter } from "./create-report-writer.ts";
import { toAttackLines, toRunCheckLines } from "./terminal/attacks.ts";
import { createProgress } from "./terminal/progress.ts";
import { toReleaseLines } from "./terminal/release.ts";

/** A report, what a person is shown of it, and why the command fails if it does. */
export interface Attacked<Report> {
  readonly report: Report;
  readonly lines: readonly string[];
  readonly failure: { readonly message: string; readonly hint: string } | null;
}

/** Runs the suite with progress drawn for a person; the page and the terminal's lines of each release are searched too. */
export async function attackSuiteHere(
  request: Pick<AttackSuiteOptions, "size" | "attacks" | "preset" | "seed" | "out" | "threads">,
  context: CommandContext,
): Promise<Attacked<AttackReport>> {
  const { environment, paint, signal, writeError } = context;
  const { live, columns } = environment;
  const { renderReport } = await createReportWriter();
  const report = await runAttackSuite({
    ...request,
    threads: request.threads ?? environment.threads,
    ...(renderReport ? { renderReport } : {}),
    print: (release) => toReleaseLines(release, { depth: 9, columns: 200, paint: (_, text) => text }),
    onEvent: createProgress({ write: writeError, live, columns, paint }),
    signal,
  });
  const { fails, void: voids } = report.verdicts;
  return {
    report,
    lines: toAttackLines(report, paint),
    failure:
      fails + voids === 0
        ? null
        : {
            message: `${fails} attacks get more than their bound, ${voids} tests are void`,
            hint: "Do not publish what the failed rows are about; see what remains possible in the report.",
          },
  };
}

/** Checks a run against its private side. */
export async function attackRunHere(
  run: string,
  { against }: { readonly against?: readonly string[] | undefined },
  context: CommandContext,
): Promise<Attacked<RunCheck>> {
  const report = await checkRun(run, { ...(against ? { against } : {}), signal: context.signal });
  const faults = report.findings.filter(({ severity }) => severity === "fault").length;
  return {
    report,
    lines: toRunCheckLines(report, context.paint),
    failure:
      faults === 0
        ? null
        : {
            message: `${faults} things in the release tell of fewer people than they may`,
            hint: "Do not show this release; follow what stands beside each finding and run again.",
          },
  };
}
