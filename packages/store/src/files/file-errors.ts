import { StateError } from "@observatory/core";

/**
 * Turns what the file system refused into a {@link StateError} that names the path and says what to do.
 * Errors that are already ours, and everything that is no error of the file system, come back unchanged.
 *
 * @param doing what was attempted, as a verb: `write`, `read`, `create`
 */
export function toFileError(error: unknown, doing: string, path: string): unknown {
  const code = fileErrorCode(error);
  if (code === null) return error;
  const [what, hint] = explanations[code] ?? [
    code,
    "Check that the disk is healthy, then run the same command again.",
  ];
  return new StateError(`cannot ${doing} ${path}: ${what}`, { hint, cause: error });
}

/** As {@link toFileError}, for an error that may come from anywhere: it names the path of its own, else the directory worked in. */
export function toDirectoryError(error: unknown, directory: string): unknown {
  const path =
    error instanceof Error && "dest" in error
      ? error.dest
      : error instanceof Error && "path" in error
        ? error.path
        : null;
  return toFileError(error, "use", typeof path === "string" ? path : directory);
}

/** Runs file work and rethrows its failures by {@link toFileError}. */
export async function withFileErrors<T>(doing: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFileError(error, doing, path);
  }
}

/** The code of an error of the file system (`ENOENT`), or null for any other error. */
export function fileErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

const explanations: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOSPC: [
    "no space is left on the disk",
    "Free some space, then run the same command again: it goes on from here.",
  ],
  EDQUOT: [
    "the disk quota is used up",
    "Free some space, then run the same command again: it goes on from here.",
  ],
  EACCES: [
    "permission denied",
    "Make the path readable and writable for this user, or choose another directory.",
  ],
  EPERM: [
    "the operation is not permitted",
    "Make the path readable and writable for this user, or choose another directory.",
  ],
  EROFS: ["the file system is read-only", "Choose a directory on a writable disk."],
  ENOENT: ["no such file or directory", "Check the path."],
  ENOTDIR: ["a part of the path is a file, not a directory", "Choose another path."],
  EEXIST: ["something else has this name", "Choose another path."],
  EISDIR: ["it is a directory, not a file", "Choose another path."],
  ENAMETOOLONG: ["the name is too long", "Choose a shorter path."],
  EMFILE: ["too many files are open", "Raise the limit of open files (ulimit -n)."],
  EIO: ["the disk reported an error", "Check that the disk is healthy, then run the same command again."],
};
