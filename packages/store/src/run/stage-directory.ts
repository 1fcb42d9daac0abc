import { readdir, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { StateError } from "@observatory/core";
import { z } from "zod";
import { fileErrorCode, withFileErrors } from "../files/file-errors.ts";
import { readVersionedFile } from "../files/read-json-file.ts";
import { writeFileAtomic } from "../files/write-file-atomic.ts";

const doneSchema = z.strictObject({
  schema: z.literal("observatory/stage@1"),
  name: z.string(),
  key: z.string(),
  counts: z.record(z.string(), z.number()),
  durationMs: z.number().nonnegative(),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number().int().nonnegative() })),
});

/** `done.json` of a finished stage: written last. */
export type StageDone = z.infer<typeof doneSchema>;

/** Name of a stage's directory inside `private/`. */
export function stageDirectoryName(name: string, key: string): string {
  return `${name}-${key.slice(0, 12)}`;
}

/** Whether a name in `private/` is of a stage's directory. */
export function isStageDirectoryName(name: string): boolean {
  return /^[a-z][a-z0-9-]*-[0-9a-f]{12}$/u.test(name);
}

/** What `done.json` says, or null where the stage is not finished. Throws StateError for a damaged one. */
export async function findStageDone(directory: string): Promise<StageDone | null> {
  return await readVersionedFile(join(directory, "done.json"), {
    name: "observatory/stage",
    version: 1,
    schema: doneSchema,
    cure: "Delete this file's directory and run the same command again: the stage is done anew.",
  });
}

export async function writeStageDone(
  directory: string,
  done: Omit<StageDone, "schema" | "files">,
): Promise<void> {
  const files = await listFiles(directory);
  const content: StageDone = { schema: "observatory/stage@1", ...done, files };
  await writeFileAtomic(join(directory, "done.json"), `${JSON.stringify(content, null, 2)}\n`);
}

/** Declares a stage unfinished, so that it runs again. */
export async function removeStageDone(directory: string): Promise<void> {
  await rm(join(directory, "done.json"), { force: true });
}

/** Path of the first listed file that is missing or of another size; null where all are there. */
export async function findDamage(directory: string, done: StageDone): Promise<string | null> {
  for (const { path, bytes } of done.files) {
    const size = await sizeOf(join(directory, path));
    if (size !== bytes) return path;
  }
  return null;
}

/** Throws StateError where the directory belongs to another key with the same first digits. */
export function assertSameKey(directory: string, done: StageDone, key: string): void {
  if (done.key === key) return;
  throw new StateError(`${directory} belongs to another stage`, {
    hint: "Delete this directory and run the same command again.",
  });
}

async function listFiles(directory: string): Promise<StageDone["files"]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter((path) => path !== "done.json")
    .toSorted((a, b) => (a < b ? -1 : 1));
  return await Promise.all(
    paths.map(async (path) => ({ path, bytes: (await sizeOf(join(directory, path))) ?? 0 })),
  );
}

async function sizeOf(path: string): Promise<number | null> {
  return await withFileErrors("read", path, async () => {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (fileErrorCode(error) === "ENOENT") return null;
      throw error;
    }
  });
}
