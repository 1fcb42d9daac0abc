import { contentHash, type EventSink, type Outcome, type TextEmbedder } from "@observatory/core";
import { join } from "node:path";
import type { Analyst, Facets } from "../analyst.ts";
import type { AuditCase } from "./audit-case.ts";
import type { Judge } from "./judge.ts";
import { judgeSummaries } from "./judge-summaries.ts";
import { judgeTitles } from "./judge-titles.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { reconstructCategories } from "./reconstruct-categories.ts";
import type { AnalystValidation, Measured } from "./report.ts";
import { runTrial } from "./run-trial.ts";
import { scoreCalibration, type Calibration } from "./score-calibration.ts";
import type { KnownConversation } from "./validation-corpus.ts";

/** An analyst that is to be measured. */
export interface ValidationSubject {
  /** Who it is, for people; another for each subject. */
  readonly label: string;
  readonly analyst: Analyst;
  readonly embedder: TextEmbedder;
  /** Judges summaries and titles; they stay unmeasured without one. */
  readonly judge?: Judge | undefined;
}

/** What all subjects share. */
export interface ValidationWork {
  readonly known: readonly KnownConversation[];
  readonly cases: readonly AuditCase[];
  readonly seed: number;
  /** Directory for the runs that titles are taken from. */
  readonly work: string;
  readonly judged: number;
  readonly threads: number;
  readonly now: () => number;
  readonly onEvent?: EventSink | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Measures one analyst. Its calls have purposes that depend on everything that was given, so that its usage can be told. */
export async function validateAnalyst(
  subject: ValidationSubject,
  shared: ValidationWork,
): Promise<AnalystValidation> {
  const { label, analyst, embedder, judge } = subject;
  const { known, seed, threads } = shared;
  const key = toKey(subject, shared);
  const ledger = createLedger({ ...shared, label, key });
  const facets = await ledger.step("facets", known.length, (calls) =>
    analyst.extractFacets(
      known.map(({ conversation }) => conversation),
      calls,
    ),
  );
  const reconstruction = await ledger.step("assign", known.length, (calls) =>
    reconstructCategories(analyst, known, facets, { embedder, seed, threads, calls }),
  );
  const calibration = await calibrate(analyst, ledger, shared);
  const judgeLedger = createLedger({ ...shared, label: `judge of ${label}`, key });
  const judged = judge
    ? await judgeAnalyst({ ...subject, judge }, facets, { shared, key, ledger, judgeLedger })
    : { summaries: noJudge, titles: noJudge };
  return {
    label,
    analyst: analyst.id,
    embedder: embedder.id,
    judge: judge?.model.id ?? null,
    reconstruction,
    ...judged,
    calibration,
    misfits: ledger.misfits(),
    usage: await ledger.usage(analyst),
    judgeUsage: judge ? await judgeLedger.usage(judge) : null,
    durationMs: ledger.elapsedMs(),
  };
}

async function calibrate(
  analyst: Analyst,
  ledger: Ledger,
  { cases }: ValidationWork,
): Promise<Measured<Calibration>> {
  const audit = analyst.audit?.bind(analyst);
  if (audit === undefined) return unmeasured("this analyst has no auditor");
  const given = await ledger.step("audit", cases.length, (calls) => audit(cases, calls));
  return { value: scoreCalibration(cases, given), reason: null };
}

async function judgeAnalyst(
  { analyst, embedder, judge }: ValidationSubject & { readonly judge: Judge },
  facets: readonly Outcome<Facets>[],
  work: {
    readonly shared: ValidationWork;
    readonly key: string;
    readonly ledger: Ledger;
    readonly judgeLedger: Ledger;
  },
): Promise<Pick<AnalystValidation, "summaries" | "titles">> {
  const { shared, key, ledger, judgeLedger } = work;
  const { known, seed, threads, judged } = shared;
  const summaries = await judgeLedger.step("summaries", null, (calls) =>
    judgeSummaries(judge, known, facets, { judged, seed, calls }),
  );
  const memberships = await ledger.step("name", null, (calls) =>
    runTrial(analyst, known, facets, { embedder, out: join(shared.work, key), seed, threads, calls }),
  );
  const titles = await judgeLedger.step("titles", null, (calls) =>
    judgeTitles(judge, memberships, { judged, seed, calls }),
  );
  return { summaries: { value: summaries, reason: null }, titles: { value: titles, reason: null } };
}

function toKey({ label, analyst, embedder, judge }: ValidationSubject, shared: ValidationWork): string {
  const { known, cases, seed, judged } = shared;
  return contentHash({
    label,
    analyst: { id: analyst.id, keys: { ...analyst.keys } },
    embedder: embedder.id,
    judge: judge?.model.id ?? null,
    conversations: known.map(({ conversation }) => conversation),
    cases: cases.map(({ name, description }) => [name, description]),
    seed,
    judged,
  }).slice(0, 16);
}

function unmeasured(reason: string): { readonly value: null; readonly reason: string } {
  return { value: null, reason };
}

const noJudge = unmeasured("no judge was given");
