import { ignoreEvents, UsageError, type EventSink, type ProgressEvent } from "@observatory/core";
import { readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createDirectory } from "../files/create-directory.ts";
import { ensurePrivateDirectory } from "../files/ensure-private-directory.ts";
import { fileErrorCode, withFileErrors } from "../files/file-errors.ts";
import { removeTemporaryFiles } from "../files/temporary-files.ts";
import { openEventLog } from "./event-log.ts";
import { createRecordKeeper } from "./record-keeper.ts";
import { acquireLock } from "./run-lock.ts";
import { createRunRecord, findRunRecord, type RunRecord, type RunRecordPatch } from "./run-record.ts";
import { runStage, type StageOptions, type StageResult, type StageWork } from "./run-stage.ts";
import { isStageDirectoryName, stageDirectoryName } from "./stage-directory.ts";

export interface RunDirectory extends AsyncDisposable {
  readonly path: string;
  /** `private/`, mode 0700. */
  readonly privatePath: string;
  /** `release/`: what may be shown. */
  readonly releasePath: string;
  /** What `run.json` says now. */
  readonly record: RunRecord;
  /** Changes fields of `run.json`, atomically. */
  updateRecord(patch: RunRecordPatch): Promise<void>;
  /** Writes an event to `events.jsonl` (progress at most once a second a stage) and passes it on. */
  appendEvent(event: ProgressEvent): void;
  /**
   * Runs a stage, or finds it done.
   *
   * A stage is known by the content hash of its name and inputs and owns a directory in `private/`. Finished under
   * the same key, its counts are returned and `work` is not called; begun but not finished, `work` runs again in the
   * same directory and goes on from what it finds. Feed the returned `key` into the inputs of dependent stages.
   *
   * @example
   * const imported = await run.stage("import", { files, version: 1 }, ({ directory }) => importInto(directory));
   * const facets = await run.stage("facets", { conversations: imported.key, analyst: analyst.id }, work);
   */
  stage(name: string, inputs: unknown, work: StageWork, options?: StageOptions): Promise<StageResult>;
  /** Forgets stages with other keys than these and deletes their directories; returns the names. For the end of a run. */
  removeStale(currentKeys: Iterable<string>): Promise<readonly string[]>;
  /** Writes how the run ended. A run that is disposed of without this counts as interrupted. */
  finish(status: "done" | "failed" | "interrupted"): Promise<void>;
}

export interface OpenRunOptions {
  /** Makes the directory where there is none; otherwise that is a UsageError. */
  readonly create?: boolean;
  readonly onEvent?: EventSink;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/**
 * Opens a run directory for its one writer, and cleans up after a killed one.
 *
 * Throws UsageError for a path that is not a run directory (never touched unless it is empty), StateError for one
 * that another process uses, that is damaged, or that a newer version wrote.
 *
 * @example
 * await using run = await openRunDirectory("out/run", { create: true });
 */
export async function openRunDirectory(path: string, options: OpenRunOptions = {}): Promise<RunDirectory> {
  const { clock = Date.now, onEvent = ignoreEvents } = options;
  const runPath = resolve(path);
  await assertUsable(runPath, options.create ?? false);
  await createDirectory(runPath);

  const lock = await acquireLock(join(runPath, "lock"));
  try {
    return await openLocked(runPath, lock, { clock, onEvent });
  } catch (error) {
    await lock[Symbol.asyncDispose]();
    throw error;
  }
}

async function openLocked(
  runPath: string,
  lock: AsyncDisposable,
  { clock, onEvent }: Required<Pick<OpenRunOptions, "clock" | "onEvent">>,
): Promise<RunDirectory> {
  const now = (): string => new Date(clock()).toISOString();
  const keeper = createRecordKeeper(runPath, (await findRunRecord(runPath)) ?? createRunRecord(now()), now);
  await keeper.change((record) => ({ ...record, status: "running" }));

  const privatePath = join(runPath, "private");
  const releasePath = join(runPath, "release");
  await ensurePrivateDirectory(privatePath);
  await createDirectory(releasePath);
  await removeTemporaryFiles(runPath);
  await removeTemporaryFiles(privatePath);
  await removeTemporaryFiles(releasePath, { deep: true });

  const log = openEventLog(join(runPath, "events.jsonl"), clock);
  const emit = (event: ProgressEvent): void => {
    log.append(event);
    onEvent(event);
  };
  emit({ type: "run-start", run: runPath });

  const finish: RunDirectory["finish"] = async (status) => {
    await keeper.change((record) => ({ ...record, status }));
    emit({ type: "run-end", status });
  };
  return {
    path: runPath,
    privatePath,
    releasePath,
    get record() {
      return keeper.record;
    },
    updateRecord: (patch) => keeper.change((record) => ({ ...record, ...patch })),
    appendEvent: emit,
    stage: (name, inputs, work, stageOptions) =>
      runStage({ privatePath, keeper, emit, clock }, name, inputs, work, stageOptions),
    removeStale: async (currentKeys) => {
      const current = new Set(currentKeys);
      const removed = await removeStale(privatePath, current);
      await keeper.change((record) => ({ ...record, stages: pickStages(record.stages, current) }));
      return removed;
    },
    finish,
    [Symbol.asyncDispose]: async () => {
      // An error of this last note must not hide the error that ended the run.
      if (keeper.record.status === "running") await finish("interrupted").catch(() => {});
      await keeper.close();
      log[Symbol.dispose]();
      await lock[Symbol.asyncDispose]();
    },
  };
}

async function assertUsable(path: string, create: boolean): Promise<void> {
  const names = await withFileErrors("read", path, () => listOrNull(path));
  if (names === null) {
    if (create) return;
    throw new UsageError(`there is no run directory at ${path}`, { hint: "Check the path." });
  }
  if (names.includes("run.json")) {
    await findRunRecord(path);
    return;
  }
  // A run killed in its first moments has left a lock and nothing else.
  if (create && names.every((name) => /^\.?(lock|run\.json)(\.|$)/u.test(name))) return;
  throw new UsageError(`${path} is not a run directory: it has no run.json`, {
    hint: create ? "Choose a new or an empty directory." : "Give the directory that a run wrote with --out.",
  });
}

async function listOrNull(path: string): Promise<string[] | null> {
  try {
    return await readdir(path);
  } catch (error) {
    if (fileErrorCode(error) === "ENOENT") return null;
    if (fileErrorCode(error) === "ENOTDIR") {
      throw new UsageError(`${path} is a file, not a directory`, {
        hint: "Choose another path.",
        cause: error,
      });
    }
    throw error;
  }
}

function pickStages(stages: RunRecord["stages"], currentKeys: ReadonlySet<string>): RunRecord["stages"] {
  return Object.fromEntries(Object.entries(stages).filter(([, { key }]) => currentKeys.has(key)));
}

async function removeStale(
  privatePath: string,
  currentKeys: ReadonlySet<string>,
): Promise<readonly string[]> {
  const current = new Set([...currentKeys].map((key) => stageDirectoryName("", key)));
  return await withFileErrors("clean", privatePath, async () => {
    const names = (await readdir(privatePath)).filter(
      (name) => isStageDirectoryName(name) && !current.has(name.slice(name.lastIndexOf("-"))),
    );
    for (const name of names) await rm(join(privatePath, name), { recursive: true, force: true });
    return names.toSorted();
  });
}
