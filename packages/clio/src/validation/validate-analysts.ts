import { UsageError, type EventSink } from "@observatory/core";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promptVersion } from "../model-analyst/prompts/prompt-version.ts";
import type { SynthLanguage } from "../synth/findings.ts";
import type { AuditCase } from "./audit-case.ts";
import { auditCases } from "./audit-cases/index.ts";
import { validationSchemaName, type AnalystValidation, type ValidationReport } from "./report.ts";
import { validateAnalyst, type ValidationSubject } from "./validate-analyst.ts";
import { createValidationCorpus } from "./validation-corpus.ts";

export interface ValidationOptions {
  /** Of the synthetic corpus; 400 unless told. */
  readonly conversations?: number;
  /** Codes of the languages to write in; all unless told. */
  readonly languages?: readonly SynthLanguage[] | undefined;
  readonly seed?: number;
  /** Summaries, and as many titles, that the judge sees at most; 200 unless told. */
  readonly judged?: number;
  /** What the auditor rates; the built-in cases unless told. */
  readonly auditCases?: readonly AuditCase[];
  /** Where the runs are kept that titles are taken from; a temporary directory unless told. */
  readonly out?: string | undefined;
  readonly threads?: number;
  readonly onEvent?: EventSink;
  readonly signal?: AbortSignal;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

/**
 * Measures analysts on what is known: categories of a synthetic corpus found again, summaries and titles before a judge,
 * privacy ratings of labelled names. One analyst after the other, on the same conversations and cases.
 *
 * The same subjects, options and answers give the same report, but for `durationMs`. Throws UsageError for labels that
 * are not distinct and options that make no sense, ModelError and BudgetError of the models, and the reason of an abort.
 *
 * @example
 * const report = await validateAnalysts([{ label: "lexical", analyst: createLexicalAnalyst(), embedder }]);
 */
export async function validateAnalysts(
  subjects: readonly ValidationSubject[],
  options: ValidationOptions = {},
): Promise<ValidationReport> {
  requireDistinctLabels(subjects);
  const {
    conversations = 400,
    languages,
    seed = 0,
    auditCases: cases = auditCases,
    signal,
    onEvent,
  } = options;
  const { judged = 200, threads = availableParallelism(), now = () => performance.now() } = options;
  const known = createValidationCorpus({ conversations, languages, seed });
  const work = options.out ?? (await mkdtemp(join(tmpdir(), "observatory-validate-")));
  const shared = { known, cases, seed, work, judged, threads, now, signal, onEvent };
  try {
    const analysts: AnalystValidation[] = [];
    for (const subject of subjects) analysts.push(await validateAnalyst(subject, shared));
    return {
      schema: validationSchemaName,
      promptVersion,
      conversations,
      languages: languages ?? null,
      seed,
      auditCases: cases.length,
      analysts,
    };
  } finally {
    if (options.out === undefined) await rm(work, { recursive: true, force: true });
  }
}

function requireDistinctLabels(subjects: readonly ValidationSubject[]): void {
  const labels = subjects.map(({ label }) => label);
  const again = labels.find((label, index) => labels.indexOf(label) !== index);
  if (again === undefined) return;
  throw new UsageError(`the analyst "${again}" is given twice`, { hint: "Give each analyst once." });
}
