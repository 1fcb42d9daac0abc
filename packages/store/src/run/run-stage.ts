import { contentHash, type EventSink } from "@observatory/core";
import { join } from "node:path";
import { ensurePrivateDirectory } from "../files/ensure-private-directory.ts";
import { removeTemporaryFiles } from "../files/temporary-files.ts";
import type { RecordKeeper } from "./record-keeper.ts";
import { toModelUsage, type ModelUsage, type StageRecord } from "./run-record.ts";
import {
  assertSameKey,
  findDamage,
  findStageDone,
  removeStageDone,
  stageDirectoryName,
  writeStageDone,
} from "./stage-directory.ts";

/** Numbers that a stage tells about its result: rows, losses, clusters. */
export type StageCounts = Readonly<Record<string, number>>;

export interface StageContext {
  /** Where the outputs go; it may hold finished parts of an earlier attempt. */
  readonly directory: string;
  readonly signal: AbortSignal | undefined;
  /** Tells how far the work is; cheap enough to call for every item. */
  readonly report: (done: number, total: number | null) => void;
  /** The key that the stage will be known by. */
  readonly key: string;
  /**
   * Sets what calls to models took for this stage in all attempts together; numbers that are not given are zero.
   * Returns once it is on disk. Without a call the numbers of an earlier attempt stand.
   */
  readonly recordUsage: (usage: Partial<ModelUsage>) => Promise<void>;
}

/** Fills the stage's directory. Must be deterministic in the stage's inputs, and go on from what it finds there. */
export type StageWork = (context: StageContext) => Promise<StageCounts>;

export interface StageOptions {
  readonly signal?: AbortSignal;
}

export interface StageResult {
  /** Content hash of the name and the inputs: an input of the stages that depend on this one. */
  readonly key: string;
  readonly directory: string;
  readonly counts: StageCounts;
}

export interface StageHost {
  readonly privatePath: string;
  readonly keeper: RecordKeeper;
  readonly emit: EventSink;
  readonly clock: () => number;
}

/** One stage of a run; see {@link RunDirectory.stage}. */
export async function runStage(
  host: StageHost,
  name: string,
  inputs: unknown,
  work: StageWork,
  options: StageOptions = {},
): Promise<StageResult> {
  if (!/^[a-z][a-z0-9-]*$/u.test(name)) throw new TypeError(`"${name}" cannot name a stage`);
  options.signal?.throwIfAborted();
  const { emit, clock, keeper } = host;
  const key = contentHash({ name, inputs });
  const directory = join(host.privatePath, stageDirectoryName(name, key));
  const start = clock();
  // A clock may be set back meanwhile.
  const elapsed = (): number => Math.max(0, clock() - start);

  const done = await findStageDone(directory);
  if (done) {
    assertSameKey(directory, done, key);
    const damaged = await findDamage(directory, done);
    if (damaged === null) {
      const earlier = stageOf(keeper, name, key);
      const usage = earlier?.usage ?? toModelUsage({});
      await recordStage(keeper, name, {
        key,
        status: "reused",
        counts: done.counts,
        durationMs: done.durationMs,
        usage,
      });
      emit({ type: "stage-start", stage: name, total: null });
      emit({
        type: "stage-end",
        stage: name,
        status: "reused",
        counts: done.counts,
        durationMs: elapsed(),
      });
      return { key, directory, counts: done.counts };
    }
    await removeStageDone(directory);
    const message = `the file ${damaged} of the stage ${name} is missing or damaged: the stage runs again`;
    emit({ type: "warning", code: "stage-damaged", message });
  }

  await ensurePrivateDirectory(directory);
  await removeTemporaryFiles(directory, { deep: true });
  let stage: StageRecord = {
    key,
    status: "running",
    counts: {},
    durationMs: 0,
    usage: stageOf(keeper, name, key)?.usage ?? toModelUsage({}),
  };
  const save = (patch: Partial<StageRecord>): Promise<void> => {
    stage = { ...stage, ...patch };
    return recordStage(keeper, name, stage);
  };
  await save({});
  emit({ type: "stage-start", stage: name, total: null });
  try {
    const counts = await work({
      directory,
      signal: options.signal,
      report: (done, total) => emit({ type: "stage-progress", stage: name, done, total }),
      key,
      recordUsage: (usage) => save({ usage: toModelUsage(usage) }),
    });
    options.signal?.throwIfAborted();
    const durationMs = elapsed();
    await writeStageDone(directory, { name, key, counts, durationMs });
    await save({ status: "done", counts, durationMs });
    emit({ type: "stage-end", stage: name, status: "done", counts, durationMs });
    return { key, directory, counts };
  } catch (error) {
    const status = options.signal?.aborted ? "interrupted" : "failed";
    // The work's error is the one to tell, also where the disk refuses this last note.
    await save({ status, durationMs: elapsed() }).catch(() => {});
    throw error;
  }
}

/** The record of a stage, unless it is of another key. */
function stageOf(keeper: RecordKeeper, name: string, key: string): StageRecord | null {
  const stage = keeper.record.stages[name];
  return stage?.key === key ? stage : null;
}

async function recordStage(keeper: RecordKeeper, name: string, stage: StageRecord): Promise<void> {
  await keeper.change((record) => ({ ...record, stages: { ...record.stages, [name]: stage } }));
}
