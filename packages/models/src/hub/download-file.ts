import { ModelError, StateError } from "@observatory/core";
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Hub, HubFile } from "./hub-client.ts";

export interface DownloadOptions {
  readonly hub: Hub;
  readonly repository: string;
  readonly commit: string;
  /** Told with every chunk: how many of the file's bytes are there. */
  readonly onBytes?: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches a file to `path`. What came is kept in `<path>.<digest>.partial` and goes on from there, also in a later process;
 * the file takes its name when all its bytes are there and its digest is right. For one process at a time.
 *
 * Throws ModelError where the hub fails for good or sends another file than it lists, StateError where it cannot be written.
 */
export async function downloadFile(file: HubFile, path: string, options: DownloadOptions): Promise<void> {
  const { hub, signal } = options;
  const partial = `${path}.${file.digest.hex.slice(0, 16)}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true });
    let most = 0;
    // The second time for what was there before and may be damaged.
    for (let left = 2; left > 0; left--) {
      const digest = await hub.persist(
        (progress) => {
          const onBytes = (bytes: number): void => {
            // The same bytes again are no progress.
            if (bytes > most) progress();
            most = Math.max(most, bytes);
            options.onBytes?.(bytes);
          };
          return fetchRest(file, partial, { ...options, onBytes });
        },
        { signal },
      );
      if (digest === file.digest.hex) {
        await rename(partial, path);
        return await removePartials(path);
      }
      await rm(partial, { force: true });
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause instanceof Error && "syscall" in cause ? toWriteError(cause, path) : cause;
  }
  throw new ModelError(`what came as ${options.repository}/${file.path} is not the file that the hub lists`, {
    kind: "request",
    hint: `Its ${file.digest.kind} is another, twice, and what came was deleted. Something on the way changes it: try another network, or bring the file by --models-dir.`,
  });
}

/** What was begun of a file that the hub has no longer. */
async function removePartials(path: string): Promise<void> {
  const directory = dirname(path);
  const isOld = /^\.[0-9a-f]{16}\.partial$/u;
  const name = basename(path);
  const old = (await readdir(directory)).filter(
    (other) => other.startsWith(name) && isOld.test(other.slice(name.length)),
  );
  await Promise.all(old.map((other) => rm(join(directory, other), { force: true })));
}

/** Whether a file is there with these bytes. */
export async function isDownloaded(
  file: Pick<HubFile, "bytes" | "digest">,
  path: string,
  signal?: AbortSignal,
): Promise<boolean> {
  if ((await stat(path).catch(() => null))?.size !== file.bytes) return false;
  const hash = createFileHash(file);
  await hashInto(hash, path, signal);
  return hash.digest("hex") === file.digest.hex;
}

/** Appends what is missing to the partial file. Gives the digest of the whole. */
async function fetchRest(
  { path, bytes, digest }: HubFile,
  partial: string,
  { hub, repository, commit, onBytes, signal }: DownloadOptions,
): Promise<string> {
  const there = (await stat(partial).catch(() => null))?.size ?? 0;
  const from = there <= bytes ? there : 0;
  const body =
    from === bytes && bytes > 0 ? null : await hub.open(repository, { commit, path, from, signal });
  // A server may begin anew, and must not begin anywhere else.
  const start = body === null || body.from === from ? from : 0;
  if (body !== null && body.from !== start)
    throw new ModelError(`the hub sent another part of ${repository}/${path}`, { kind: "server" });
  const hash = createFileHash({ bytes, digest });
  const output = await open(partial, start === 0 ? "w" : "r+");
  try {
    if (start > 0) await hashInto(hash, partial, signal);
    let at = start;
    for await (const chunk of body?.chunks ?? []) {
      if (at + chunk.byteLength > bytes) throw await tooLong(partial, { repository, path, bytes });
      await output.write(chunk, 0, chunk.byteLength, at);
      hash.update(chunk);
      at += chunk.byteLength;
      onBytes?.(at);
    }
    await output.sync();
    if (at < bytes)
      throw new ModelError(`${repository}/${path} came cut`, {
        kind: "server",
        hint: "What came is kept: run the same command again.",
      });
  } finally {
    await output.close();
  }
  return hash.digest("hex");
}

async function tooLong(
  partial: string,
  { repository, path, bytes }: { readonly repository: string; readonly path: string; readonly bytes: number },
): Promise<ModelError> {
  await rm(partial, { force: true });
  return new ModelError(`${repository}/${path} does not end after the ${bytes} bytes that the hub lists`, {
    kind: "request",
    hint: "Something on the way changes it: try another network, or bring the file by --models-dir.",
  });
}

function createFileHash({ bytes, digest }: Pick<HubFile, "bytes" | "digest">): Hash {
  // How git names a blob.
  return digest.kind === "sha256" ? createHash("sha256") : createHash("sha1").update(`blob ${bytes}\0`);
}

async function hashInto(hash: Hash, path: string, signal: AbortSignal | undefined): Promise<void> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    signal?.throwIfAborted();
    if (chunk instanceof Uint8Array) hash.update(chunk);
  }
}

function toWriteError(cause: Error, path: string): StateError {
  const isFull = "code" in cause && (cause.code === "ENOSPC" || cause.code === "EDQUOT");
  return new StateError(isFull ? `no space is left for ${path}` : `${path} cannot be written`, {
    cause,
    hint: isFull
      ? "Make room and run the same command again: what came is kept."
      : "Check the directory and its permissions, or name another by OBSERVATORY_CACHE.",
  });
}
