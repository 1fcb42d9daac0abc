import { loadRelease } from "../release/load-release.ts";
import { differenceReleases } from "./differencing.ts";
import type { RunToCheck } from "./read-run-to-check.ts";
import type { CheckedPart } from "./run-finding.ts";

/** What each other release about the same people tells beside this one: changes that are certain and of fewer than a cell needs. */
export async function checkEarlierReleases(
  { release }: RunToCheck,
  against: readonly string[],
): Promise<CheckedPart> {
  const least = release.overlays?.thresholds.minAccounts ?? release.release.thresholds.minAccounts;
  const checked = await Promise.all(
    against.map(async (path) => {
      const { numbers } = differenceReleases(await loadRelease(path), release);
      const small = numbers.filter(({ change }) => {
        if (change === null) return false;
        const certain = change[0] > 0 ? change[0] : change[1] < 0 ? -change[1] : 0;
        const most = Math.max(Math.abs(change[0]), Math.abs(change[1]));
        return certain > 0 && most < least;
      });
      return small.map(({ what, before, after }) => ({
        severity: "fault" as const,
        message: `${what}: ${before} in ${path}, ${after} here; fewer than ${least} came or went, and that is certain`,
        hint: "Make both releases with the same --project, so that what has hardly moved is not told anew.",
      }));
    }),
  );
  return { looked: against.length, findings: checked.flat() };
}
