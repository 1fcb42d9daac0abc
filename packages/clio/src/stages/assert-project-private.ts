import { UsageError } from "@observatory/core";
import { realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

/** Throws UsageError where a project would lie in the run's `release/`, which is given away: its ledger tells exact numbers. */
export async function assertProjectPrivate(project: string, run: string): Promise<void> {
  const release = await toRealPath(join(resolve(run), "release"));
  const inside = relative(release, await toRealPath(resolve(project)));
  if (inside === ".." || inside.startsWith(`..${sep}`) || resolve(release, inside) === inside) return;
  throw new UsageError(`the project ${project} lies in the release of the run, which may be shown`, {
    hint: "Give a directory outside: a project is as private as the conversations.",
  });
}

/** With links followed, as far as the path is there. */
async function toRealPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await toRealPath(parent), basename(path));
  }
}
