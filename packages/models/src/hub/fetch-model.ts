import {
  ignoreEvents,
  InputError,
  parseJson,
  StateError,
  UsageError,
  type EventSink,
} from "@observatory/core";
import { mkdir, readFile, rename, stat, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { downloadFile, isDownloaded } from "./download-file.ts";
import type { Hub, HubFile, HubListing } from "./hub-client.ts";
import { findNearModels, type ModelSource } from "./resolve-model.ts";

export interface FetchModelOptions {
  readonly hub: Hub;
  /** Directory of models, one folder each. */
  readonly cache: string;
  /** Held while something is fetched into a folder. None unless told: then one process at a time may fetch. */
  readonly lock?: (path: string) => Promise<AsyncDisposable>;
  /** Refuses models of more bytes: 16 GB unless told. */
  readonly mostBytes?: number;
  readonly signal?: AbortSignal;
  /** Told of the bytes, as a stage. */
  readonly onEvent?: EventSink;
}

/** `download.json` of a folder: what it was fetched from. Written when all is there. */
export const downloadRecordSchema = z.object({
  schema: z.literal("observatory/model-download@1"),
  repository: z.string(),
  commit: z.string(),
  files: z.array(
    z.object({
      path: z.string(),
      bytes: z.int().min(0),
      digest: z.object({ kind: z.enum(["sha256", "git-sha1"]), hex: z.string() }),
    }),
  ),
});

export type DownloadRecord = z.infer<typeof downloadRecordSchema>;

const defaultMostBytes = 16e9;

/**
 * Gives the folder of a model, from the cache or from the hub: without a word to the hub where all is there. What was
 * begun goes on; each file is checked by its digest. Throws UsageError, with names that come near, where the hub has no
 * such repository, InputError where it is no export of two towers, and ModelError and StateError as {@link downloadFile}.
 */
export async function fetchModel(
  source: ModelSource,
  options: FetchModelOptions,
): Promise<{ readonly directory: string; readonly record: DownloadRecord }> {
  const { cache, lock, signal } = options;
  const directory = join(cache, source.folder);
  const before = await findComplete(directory, source);
  if (before !== null) return { directory, record: before };
  await mkdir(directory, { recursive: true }).catch((cause: unknown) => {
    throw new StateError(`${directory} cannot be made`, {
      cause,
      hint: "Check its permissions, or name another directory by OBSERVATORY_CACHE.",
    });
  });
  const held = await lock?.(join(directory, ".lock"));
  try {
    // Another process may have been there.
    const meanwhile = await findComplete(directory, source);
    if (meanwhile !== null) return { directory, record: meanwhile };
    signal?.throwIfAborted();
    return { directory, record: await fetchInto(directory, source, options) };
  } finally {
    await held?.[Symbol.asyncDispose]();
  }
}

/**
 * Finds out whether a model can be fetched, without a file of it: gives its folder where it is in the cache, else null after
 * the hub was asked for its list of files. Throws as {@link fetchModel} does before it fetches.
 */
export async function checkModel(
  source: ModelSource,
  options: Pick<FetchModelOptions, "hub" | "cache" | "mostBytes" | "signal">,
): Promise<{ readonly directory: string; readonly record: DownloadRecord } | null> {
  const directory = join(options.cache, source.folder);
  const record = await findComplete(directory, source);
  if (record !== null) return { directory, record };
  await listModel(directory, source, options);
  return null;
}

/** What a folder says that it was fetched from; null where it says nothing. */
export async function readDownloadRecord(directory: string): Promise<DownloadRecord | null> {
  const text = await readFile(join(directory, "download.json"), "utf8").catch(() => "");
  const json = parseJson(text);
  const parsed = downloadRecordSchema.safeParse(json.ok ? json.value : null);
  return parsed.success ? parsed.data : null;
}

/** The record of a folder in which every file has its size; null for any other. */
async function findComplete(directory: string, { repository }: ModelSource): Promise<DownloadRecord | null> {
  const record = await readDownloadRecord(directory);
  if (record === null || record.repository !== repository) return null;
  const sizes = await Promise.all(record.files.map(({ path }) => sizeOf(join(directory, path))));
  return record.files.every(({ bytes }, i) => bytes === sizes[i]) ? record : null;
}

async function fetchInto(
  directory: string,
  source: ModelSource,
  options: FetchModelOptions,
): Promise<DownloadRecord> {
  const { hub, signal, onEvent = ignoreEvents } = options;
  const { repository } = source;
  const { commit, files, total } = await listModel(directory, source, options);
  const stage = `bytes of ${source.folder}`;
  const startedMs = performance.now();
  onEvent({ type: "stage-start", stage, total });
  let done = 0;
  let fetched = 0;
  for (const file of files) {
    const path = join(directory, file.path);
    if (!(await isDownloaded(file, path, signal))) {
      await requireRoom(directory, file);
      const before = done;
      const onBytes = (bytes: number): void =>
        onEvent({ type: "stage-progress", stage, done: before + bytes, total });
      await downloadFile(file, path, { hub, repository, commit, onBytes, signal });
      fetched++;
    }
    done += file.bytes;
    onEvent({ type: "stage-progress", stage, done, total });
  }
  const record: DownloadRecord = {
    schema: "observatory/model-download@1",
    repository,
    commit,
    files: [...files],
  };
  await writeRecord(directory, record);
  const durationMs = performance.now() - startedMs;
  onEvent({
    type: "stage-end",
    stage,
    status: "done",
    counts: { bytes: total, "files fetched": fetched },
    durationMs,
  });
  return record;
}

/** The files of a model on the hub. */
async function listModel(
  directory: string,
  source: ModelSource,
  { hub, signal, mostBytes = defaultMostBytes }: Pick<FetchModelOptions, "hub" | "mostBytes" | "signal">,
): Promise<HubListing & { readonly total: number }> {
  const { repository } = source;
  const before = await readDownloadRecord(directory);
  // A folder that lost a file gets that of the commit which the others are of.
  const revision = before?.repository === repository ? before.commit : "main";
  const listing = await hub.list(repository, { revision, signal });
  if (listing === null) throw noRepository(source, hub);
  const files = chooseFiles(listing, source);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= mostBytes) return { commit: listing.commit, files, total };
  throw new InputError(`${repository} has ${total} bytes, which is no model of this kind`, {
    hint: "Check the name.",
  });
}

/** Those of the wanted files that the repository has. No path of its own is ever used. */
function chooseFiles({ files }: HubListing, { repository, files: wanted }: ModelSource): HubFile[] {
  const missing = wanted.filter(
    ({ path, required }) => required && !files.some((file) => file.path === path),
  );
  if (missing.length === 0)
    return wanted.flatMap(({ path }) => files.filter((file) => file.path === path).slice(0, 1));
  throw new InputError(
    `${repository} is no export of two towers: it has no ${missing.map(({ path }) => path).join(", ")}`,
    {
      hint: "Take a model of `observatory crepe models`, or export it yourself and give its folder as onnx:DIR.",
    },
  );
}

function noRepository(source: ModelSource, hub: Hub): UsageError {
  const { host } = new URL(hub.baseUrl);
  const listed = source.known === null ? `; ${source.name} is not in the list of models` : "";
  return new UsageError(`${host} has no ${source.repository}${listed}`, {
    hint: `Near to it: ${findNearModels(source.name, "open_clip").join(", ")}; \`observatory crepe models\` lists all. Where it is private, set HF_TOKEN.`,
  });
}

async function requireRoom(directory: string, { path, bytes }: HubFile): Promise<void> {
  const room = await statfs(directory).catch(() => null);
  if (room === null || room.bavail * room.bsize >= bytes) return;
  throw new StateError(`no space is left for ${join(directory, path)}: it takes ${bytes} bytes`, {
    hint: "Make room, or name another directory by OBSERVATORY_CACHE; then run the same command again.",
  });
}

async function writeRecord(directory: string, record: DownloadRecord): Promise<void> {
  const path = join(directory, "download.json");
  await writeFile(`${path}.partial`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${path}.partial`, path);
}

async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null;
}
