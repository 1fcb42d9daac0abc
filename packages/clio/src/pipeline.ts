import {
  contentHash,
  ignoreEvents,
  InputError,
  once,
  type EventSink,
  type Json,
  type TextEmbedder,
} from "@observatory/core";
import { createMatrixEngine, type MatrixEngine } from "@observatory/numerics";
import { openRunDirectory, type ModelUsage, type RunDirectory, type StageResult } from "@observatory/store";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Analyst } from "./analyst.ts";
import { findClusteredFacet } from "./facets/own/find-clustered-facet.ts";
import { nameOfFacet, type ClusteredFacet } from "./facets/own/own-facet.ts";
import type { FormatName } from "./names.ts";
import { fingerprintInputs } from "./import/fingerprint-inputs.ts";
import type { LossReport } from "./import/loss-report.ts";
import type { PresetName } from "./names.ts";
import {
  createPrivacySettings,
  describePrivacySettings,
  type PrivacyRequest,
} from "./privacy/differential/privacy-settings.ts";
import { createCellThresholds, createThresholds } from "./privacy/thresholds.ts";
import { emptyGlossary, supportKey, type Glossary } from "./privacy/words/glossary.ts";
import { noKnownPrompts, type KnownPrompts } from "./privacy/near-duplicates/known-prompts.ts";
import { loadRelease } from "./release/load-release.ts";
import type { Release } from "./release/release.ts";
import { clusterStage, planClusters } from "./stages/cluster-stage.ts";
import { loadConversationIndex, type ConversationIndex } from "./stages/conversation-index.ts";
import { concentrationStage } from "./stages/concentration-stage.ts";
import { duplicatesStage } from "./stages/duplicates-stage.ts";
import { embedStage } from "./stages/embed-stage.ts";
import { facetsStage } from "./stages/facets-stage.ts";
import { identifyStage } from "./stages/identify-stage.ts";
import { writeProjectPlace } from "./stages/project-place.ts";
import { openProject } from "./stages/project.ts";
import type { SensitiveFacet } from "./stages/sensitive-values.ts";
import { importStage, loadLosses } from "./stages/import-stage.ts";
import { nameStage } from "./stages/name-stage.ts";
import { fingerprintAccounts } from "./stages/fingerprint-accounts.ts";
import { hierarchyStage } from "./stages/hierarchy-stage.ts";
import { analysisStage } from "./stages/analysis-stage.ts";
import { auditStage } from "./stages/audit-stage.ts";
import { createOutsiderFinder } from "./stages/outsiders.ts";
import { assertScreenable, screenStage, type Screen } from "./stages/screen-stage.ts";
import { refuseTooFew, releaseStage, republishRelease } from "./stages/release-stage.ts";
import { privateStages } from "./stages/private-stages.ts";
import { createRunWordClasses } from "./stages/run-word-classes.ts";
import type { StageContext } from "./stages/stage-context.ts";
import { vectorsStage } from "./stages/vectors-stage.ts";
import { version } from "./version.ts";

export interface ClioRunOptions {
  /** The run directory; made where there is none, gone on with where there is one. */
  readonly out: string;
  readonly analyst: Analyst;
  readonly embedder: TextEmbedder;
  /** Format of the inputs; detected file by file where it is not given. */
  readonly format?: FormatName | undefined;
  /** Which conversations are looked at; all where it is not given. */
  readonly screen?: Screen | undefined;
  /** The summary that is clustered: `request` unless told, `task`, or one of the analyst's own facets. */
  readonly facet?: string;
  readonly preset?: PresetName;
  readonly minConversations?: number | undefined;
  readonly minAccounts?: number | undefined;
  /** Days between the first and the last conversation of an account that counts toward thresholds and support. */
  readonly minAccountDays?: number | undefined;
  /** Distinct conversations of an account that counts. */
  readonly minAccountConversations?: number | undefined;
  /** Keys of the conversations' labels that clusters are counted by in `overlays.json`; none unless told. */
  readonly overlays?: readonly string[] | undefined;
  /** Number of base clusters; by rule where it is not given. */
  readonly clusters?: number | undefined;
  /** Facets of the user's own and joined columns, or one value of one, that must not be told of nearly everybody in a cluster. */
  readonly sensitive?: readonly SensitiveFacet[] | undefined;
  /**
   * A private directory that releases about the same people share: a later one keeps ids, names and numbers that have hardly
   * moved, so that two of them tell no more than they should. The run's own private directory where it is not given.
   */
  readonly project?: string | undefined;
  /** Asks for a release under differential privacy; the other rules hold where it is not given. */
  readonly privacy?: PrivacyRequest | undefined;
  readonly levels?: number | undefined;
  readonly seed?: number;
  /** Reviewed words and terms that names may use though no dictionary has them, as `parseGlossary` reads them. */
  readonly glossary?: Glossary | undefined;
  /** Texts that the product suggests to its users, as `parseKnownPrompts` reads them: many who send one are no copies. */
  readonly prompts?: KnownPrompts | undefined;
  readonly threads?: number;
  /** More for `run.json` to keep, such as the prices that were used. */
  readonly notes?: Readonly<Record<string, Json>>;
  /** Makes the page `release/report.html` of a release whose `files` do not list the page yet. */
  readonly renderReport?: (release: Release) => string;
  /** Names what `renderReport` would make of the same release: another version writes the page anew. */
  readonly reportId?: string;
  readonly onEvent?: EventSink;
  readonly signal?: AbortSignal;
}

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
    return await runHere(toContext(inputs, options, engine), options.out);
  } finally {
    await engine.close();
  }
}

async function runHere(context: StageContext, out: string): Promise<ClioRunReport> {
  // What cannot be run at all must leave the record of an earlier run as it is.
  assertScreenable(context.screen, context.analyst);
  const inputHashes = await fingerprintInputs(context.inputs, { signal: context.signal });
  await using run = await openRunDirectory(out, { create: true, onEvent: context.onEvent });
  try {
    return await runStages(run, inputHashes, context);
  } catch (error) {
    // An aborted run is left to its disposal, which records it as interrupted.
    if (!context.signal.aborted) await run.finish("failed").catch(() => {});
    throw error;
  }
}

async function runStages(
  run: RunDirectory,
  inputHashes: Awaited<ReturnType<typeof fingerprintInputs>>,
  context: StageContext,
): Promise<ClioRunReport> {
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

function toContext(inputs: readonly string[], options: ClioRunOptions, engine: MatrixEngine): StageContext {
  const preset = options.preset ?? "explore";
  const glossary = options.glossary ?? emptyGlossary;
  return {
    inputs,
    format: options.format,
    analyst: options.analyst,
    embedder: options.embedder,
    screen: options.screen,
    facet: findClusteredFacet(options.facet ?? "request", options.analyst.ownFacets ?? []),
    preset,
    thresholds: createThresholds({ ...options, preset }),
    cellThresholds: createCellThresholds({ ...options, preset }),
    history: {
      minDays: options.minAccountDays ?? null,
      minConversations: options.minAccountConversations ?? null,
    },
    overlays: [...new Set(options.overlays ?? [])].toSorted(),
    sensitive: options.sensitive ?? [],
    project: options.project,
    clusters: options.clusters,
    privacy: options.privacy === undefined ? undefined : createPrivacySettings(options.privacy),
    levels: options.levels,
    seed: options.seed ?? 0,
    glossary,
    prompts: options.prompts ?? noKnownPrompts,
    openWordClasses: createRunWordClasses(glossary, preset),
    notes: options.notes ?? {},
    renderReport: options.renderReport,
    reportId: options.reportId,
    engine,
    signal: options.signal ?? new AbortController().signal,
    onEvent: options.onEvent ?? ignoreEvents,
  };
}

/** Writes what the run is into its record; returns all of it that the release depends on besides the input. */
async function describeRun(
  run: RunDirectory,
  inputHashes: Awaited<ReturnType<typeof fingerprintInputs>>,
  context: StageContext,
): Promise<Json> {
  const {
    facet,
    preset,
    thresholds,
    cellThresholds,
    history,
    overlays,
    glossary,
    clusters,
    levels,
    seed,
    analyst,
    embedder,
    format,
    screen,
  } = context;
  const config = {
    facet: nameOfFacet(facet),
    ...(analyst.ownFacets
      ? { ownFacets: analyst.ownFacets.map(({ name, kind, question }) => ({ name, kind, question })) }
      : {}),
    preset,
    thresholds: { ...thresholds },
    cellThresholds: { ...cellThresholds },
    history: { ...history },
    overlays: [...overlays],
    ...(context.privacy ? { privacy: describePrivacySettings(context.privacy) } : {}),
    terms: glossary.hash,
    prompts: context.prompts.hash,
    clusters: clusters ?? null,
    levels: levels ?? null,
    format: format ?? null,
    screen: screen?.question ?? screen?.pattern?.source ?? null,
    ...(context.sensitive.length === 0 ? {} : { sensitive: context.sensitive.map((one) => ({ ...one })) }),
  };
  await run.updateRecord({
    inputs: inputHashes.map(({ file, sha256, bytes }) => ({ name: file, sha256, bytes })),
    config: { ...config, ...context.notes },
    seed,
    analyst: analyst.id,
    embedder: embedder.id,
    versions: { observatory: version, node: process.versions.node, engine: context.engine.backend },
  });
  const { backend } = context.engine;
  const report = context.renderReport ? (context.reportId ?? "unnamed") : null;
  return {
    config,
    // How clusters are to be called, and the rules that names meet.
    facet: typeof facet === "string" ? facet : { ...facet },
    support: supportKey(glossary, preset),
    seed,
    analyst: [analyst.id, ...Object.values(analyst.keys)],
    embedder: embedder.id,
    version,
    engine: backend,
    report,
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
