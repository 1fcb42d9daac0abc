import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import { InputError } from "@observatory/core";
import type { LossReason } from "../loss-reasons.ts";
import { expandGlob } from "./expand-glob.ts";
import { toPrintableName } from "./printable-name.ts";

export interface FoundFile {
  /**
   * How reports and generated ids name the file: the input's last part and the path below it, so that it does not
   * depend on where the input lies. Where two files would share a name, both keep the path as it was given.
   */
  readonly file: string;
  readonly path: string;
  /** Size on disk. */
  readonly bytes: number;
}

export interface FindFilesOptions {
  readonly onLoss?: (reason: LossReason, file: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * The files under the inputs: inputs in the given order, directories depth first with their entries sorted by name.
 *
 * An input that does not exist is taken for a pattern (`logs/**\/*.jsonl`), and what matches stands for it, sorted by name.
 * Hidden entries, links that leave their directory, and files met before are left out and told to `onLoss`.
 * Throws InputError for an input that does not exist and matches nothing.
 */
export async function findFiles(
  inputs: readonly string[],
  options: FindFilesOptions = {},
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const seen = new Set<string>();
  for (const input of inputs) {
    for (const { path, file, root } of await resolveInput(input, options))
      await visit({ path, file, root, seen, found, options });
  }
  return withDistinctNames(found);
}

type Place = Pick<Visit, "path" | "file" | "root">;

async function resolveInput(input: string, { signal }: FindFilesOptions): Promise<readonly Place[]> {
  try {
    return [{ path: input, file: basename(resolve(input)), root: await realpath(input) }];
  } catch (cause) {
    const matches = await expandGlob(input, { signal });
    if (matches !== null && matches.length > 0) return matches;
    const name = toPrintableName(input);
    throw matches === null
      ? new InputError(`${name} does not exist or may not be read`, {
          hint: "Check the path and its permissions.",
          cause,
        })
      : new InputError(`${name} matches no file`, {
          hint: "Check the pattern. * stays within one directory, ** reaches into those below, hidden files must be named.",
          cause,
        });
  }
}

interface Visit {
  readonly path: string;
  readonly file: string;
  /** Real path of the input, which links must not leave. */
  readonly root: string;
  readonly seen: Set<string>;
  readonly found: FoundFile[];
  readonly options: FindFilesOptions;
}

async function visit(here: Visit): Promise<void> {
  const { path, seen, found, options } = here;
  const file = toPrintableName(here.file);
  const lose = (reason: LossReason): void => options.onLoss?.(reason, file);
  options.signal?.throwIfAborted();
  try {
    const real = await realpath(path);
    if (seen.has(real)) return lose("file-given-twice");
    seen.add(real);
    const status = await stat(real);
    if (status.isFile()) {
      found.push({ file, path, bytes: status.size });
    } else if (status.isDirectory()) {
      const names = (await readdir(real)).toSorted(byCodeUnits);
      for (const name of names) await visitEntry(here, name);
    } else {
      lose("not-a-file");
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    lose("unreadable-file");
  }
}

async function visitEntry(directory: Visit, name: string): Promise<void> {
  const path = join(directory.path, name);
  const file = `${directory.file}/${name}`;
  const lose = (reason: LossReason): void => directory.options.onLoss?.(reason, toPrintableName(file));
  if (name.startsWith(".")) return lose("hidden-file");
  const status = await lstat(path);
  if (status.isSymbolicLink()) {
    const target = await realpath(path).catch(() => null);
    if (target === null) return lose("broken-link");
    if (!target.startsWith(directory.root + sep)) return lose("link-outside");
  }
  await visit({ ...directory, path, file });
}

function withDistinctNames(found: readonly FoundFile[]): FoundFile[] {
  const uses = new Map<string, number>();
  for (const { file } of found) uses.set(file, (uses.get(file) ?? 0) + 1);
  return found.map((entry) =>
    (uses.get(entry.file) ?? 0) > 1 ? { ...entry, file: toPrintableName(entry.path) } : entry,
  );
}

/** Tells an error of the file system, which loses a file, from any other. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}
