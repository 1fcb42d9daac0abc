import { readdir, realpath } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import picomatch from "picomatch";

export interface GlobMatch {
  readonly path: string;
  /** The directory in which the pattern begins and the path below it, so that it does not depend on where that lies. */
  readonly file: string;
  /** Real path of the directory in which the pattern begins, which links must not leave. */
  readonly root: string;
}

/**
 * The files and directories that match a pattern as Bash with `globstar` reads it, depth first and sorted by name. Below a
 * directory that matches nothing is looked for: whoever takes it takes what is in it.
 *
 * Links are not entered, hidden entries match only where the pattern writes the dot, directories that may not be read have
 * no matches. Null where the text is no pattern.
 */
export async function expandGlob(
  pattern: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<readonly GlobMatch[] | null> {
  const posix = sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
  const { isGlob, base, glob } = picomatch.scan(posix);
  if (!isGlob || glob === "") return null;
  const directory = base === "" ? "." : base;
  const root = await realpath(directory).catch(() => null);
  if (root === null) return [];
  const isMatch = picomatch(glob);
  const name = basename(resolve(directory));
  const matches: GlobMatch[] = [];

  const walk = async (below: string): Promise<void> => {
    signal?.throwIfAborted();
    const entries = await readdir(join(directory, below), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = below === "" ? entry.name : `${below}/${entry.name}`;
      if (isMatch(inner)) matches.push({ path: join(directory, inner), file: `${name}/${inner}`, root });
      else if (entry.isDirectory()) await walk(inner);
    }
  };
  await walk("");
  return matches;
}
