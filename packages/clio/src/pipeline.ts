import { contentHash, InputError, once } from "@observatory/core";
import { createMatrixEngine } from "@observatory/numerics";
import {
  openRunDirectory,
  toDirectoryError,
  type ModelUsage,
  type RunDirectory,
  type StageResult,
} from "@observatory/store";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { ClioRunOptions } from "./clio-run-options.ts";
import { nameOfFacet, type ClusteredFacet } from "./facets/own/own-facet.ts";
import { fingerprintInputs } from "./import/fingerprint-inputs.ts";
import type { LossReport } from "./import/loss-report.ts";
import { loadRelease } from "./release/load-release.ts";
import type { Release } from "./release/release.ts";
import { clusterStage, planClusters } from "./stages/cluster-stage.ts";
import { loadConversationIndex, type ConversationIndex } from "./stages/conversation-index.ts";
import { createStageContext } from "./stages/create-stage-context.ts";
import { describeRun } from "./stages/describe-run.ts";
import { concentrationStage } from "./stages/concentration-stage.ts";
import { duplicatesStage } from "./stages/duplicates-stage.ts";
import { embedStage } from "./stages/embed-stage.ts";
import { facetsStage } from "./stages/facets-stage.ts";
import { identifyStage } from "./stages/identify-stage.ts";
import { assertProjectPrivate } from "./stages/assert-project-private.ts";
import { writeProjectPlace } from "./stages/project-place.ts";
import { openProject } from "./stages/project.ts";
import { importStage, loadLosses } from "./stages/import-stage.ts";
import { nameStage } from "./stages/name-stage.ts";
import { fingerprintAccounts } from "./stages/fingerprint-accounts.ts";
import { hierarchyStage } from "./stages/hierarchy-stage.ts";
import { analysisStage } from "./stages/analysis-stage.ts";
import { auditStage } from "./stages/audit-stage.ts";
import { createOutsiderFinder } from "./stages/outsiders.ts";
import { assertScreenable, screenStage } from "./stages/screen-stage.ts";
import { refuseTooFew, releaseStage, republishRelease } from "./stages/release-stage.ts";
import { privateStages } from "./stages/private-stages.ts";
import type { StageContext } from "./stages/stage-context.ts";
import { warnOfChangedInput } from "./stages/warn-of-changed-input.ts";
import { vectorsStage } from "./stages/vectors-stage.ts";

export interface ClioRunReport {
  readonly out: string;
  readonly release: Release;
  readonly losses: LossReport;
  /** What calls to models took, by stage; stages without any are left out. */
  readonly usage: Readonly<Record<string, ModelUsage>>;
}

/**
 * Turns conversations into a release.
 *
 * Every stage is known by a hash of what it depends on: running again with the same inputs goes on where it was,
 * a changed setting redoes what depends on it and nothing else, and equal inputs, settings and seed give equal
 * bytes in `release/`, on any number of threads. Throws InputError, UsageError, StateError, ModelError, PrivacyError.
 *
 * @example
 * const report = await runClio(["chats.jsonl.gz"], { out: "my-run", analyst: createLexicalAnalyst(), embedder });
 */
export async function runClio(inputs: readonly string[], options: ClioRunOptions): Promise<ClioRunReport> {
  const engine = await createMatrixEngine({ threads: options.threads ?? availableParallelism() });
  try {
    return await runHere(createStageContext(inputs, options, engine), options.out);
  } finally {
    await engine.close();
  }
}

async function runHere(context: StageContext, out: string): Promise<ClioRunReport> {
  if (context.project !== undefined) await assertProjectPrivate(context.project, out);
  // What cannot be run at all must leave the record of an earlier run as it is.
  assertScreenable(context.screen, context.analyst);
  const inputHashes = await fingerprintInputs(context.inputs, { signal: context.signal });
  await using run = await openRunDirectory(out, { create: true, onEvent: context.onEvent });
  try {
    return await runStages(run, inputHashes, context);
  } catch (error) {
    // An aborted run is left to its disposal, which records it as interrupted.
    if (!context.signal.aborted) await run.finish("failed").catch(() => {});
    throw toDirectoryError(error, run.path);
  }
}

async function runStages(
  run: RunDirectory,
  inputHashes: Awaited<ReturnType<typeof fingerprintInputs>>,
  context: StageContext,
): Promise<ClioRunReport> {
  warnOfChangedInput(run, inputHashes);
  const settings = contentHash(await describeRun(run, inputHashes, context));
  const imported = await importStage(run, inputHashes, context);
  if (context.privacy) {
    const read = await readConversations(run, imported, context);
    const stages = await privateStages(run, { ...read, privacy: context.privacy }, context);
    return finish(run, imported, [imported, read.duplicates, read.screened, read.facets, ...stages]);
  }
  const projectDirectory = context.project ?? run.privatePath;
  await writeProjectPlace(run.privatePath, projectDirectory);
  await using project = await openProject(
    projectDirectory,
    contentHash({ settings, inputs: inputHashes.map(({ sha256 }) => sha256) }),
    context.signal,
  );
  const accounts = await fingerprintAccounts(imported, context.signal);
  if (await republishRelease(run, { project, settings, accounts }, context)) {
    return finish(run, imported, null);
  }
  const { duplicates, screened, facets, index } = await readConversations(run, imported, context);
  warnOfMissingAccounts(run, index.accountProtection);
  await refuseTooFew(run, index, context);

  const plan = planClusters(run, index, context);
  const embedded = await embedStage(run, facets, duplicates, index, context);
  const vectors = await vectorsStage(run, facets, embedded, index, context);
  const clustered = await clusterStage(run, vectors, index, plan, context);
  const openFinder = once(() => createOutsiderFinder({ facets, vectors, clustered, index, context }));
  const named = await nameStage(run, facets, clustered, openFinder, context);
  const hierarchy = await hierarchyStage(run, { facets, clustered, named, index, openFinder }, context);
  const audited = await auditStage(run, hierarchy, context);
  const analysed = await analysisStage(run, { imported, facets, clustered, hierarchy }, context);
  const described = { facets, embedded, clustered, hierarchy, analysed, index };
  const identified = await identifyStage(run, described, project.earlier, context);
  const released = await releaseStage(
    run,
    { ...described, audited, identified, project, settings, accounts },
    context,
  );

  const concentration = await concentrationStage(run, { facets, clustered, hierarchy, released }, context);

  const stages = [
    imported,
    duplicates,
    screened,
    facets,
    embedded,
    vectors,
    clustered,
    named,
    hierarchy,
    audited,
    analysed,
    identified,
    released,
    concentration,
  ];
  return finish(run, imported, stages);
}

/** What both kinds of releases begin with: who wrote what, each conversation once. */
async function readConversations(run: RunDirectory, imported: StageResult, context: StageContext) {
  const { screen, facet, history, signal } = context;
  const duplicates = await duplicatesStage(run, imported, context);
  const screened = screen === undefined ? null : await screenStage(run, imported, screen, context);
  const facets = await facetsStage(run, imported, screened, context);
  const index = await loadConversationIndex({
    facetsDirectory: join(facets.directory, "facets"),
    copiesDirectory: join(duplicates.directory, "copies"),
    facet,
    history,
    signal,
  });
  warnOfLeftOut(run, index, facet);
  return { duplicates, screened, facets, index };
}

/** @param stages whose results stay; null: all of them */
async function finish(
  run: RunDirectory,
  imported: StageResult,
  stages: readonly (StageResult | null)[] | null,
): Promise<ClioRunReport> {
  if (stages) await run.removeStale(stages.flatMap((stage) => stage?.key ?? []));
  await run.finish("done");
  return {
    out: run.path,
    release: await loadRelease(run.path),
    losses: await loadLosses(imported.directory),
    usage: Object.fromEntries(
      Object.entries(run.record.stages).flatMap(([stage, { usage }]) =>
        usage.calls + usage.reusedCalls > 0 ? [[stage, usage]] : [],
      ),
    ),
  };
}

/** Throws InputError where no conversation can be clustered. */
function warnOfLeftOut(
  run: RunDirectory,
  { leftOut, conversations }: ConversationIndex,
  facet: ClusteredFacet,
): void {
  if (leftOut === 0) return;
  const name = nameOfFacet(facet);
  const hint = "Ask a question that every conversation answers, or choose a stronger model.";
  if (conversations === 0) throw new InputError(`no conversation has a value of ${name}`, { hint });
  const message = `${leftOut} of ${leftOut + conversations} conversations have no value of ${name} and are left out`;
  run.appendEvent({ type: "warning", code: "without-value", message, hint });
}

function warnOfMissingAccounts(run: RunDirectory, accountProtection: boolean): void {
  if (accountProtection) return;
  run.appendEvent({
    type: "warning",
    code: "no-account-protection",
    message:
      "conversations without an account count as accounts of their own, so there is no account protection",
    hint: 'Give "account" for every conversation, or do not publish: one person may stand behind a whole cluster.',
  });
}
