import { sha256 } from "@observatory/core";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadRelease } from "../release/load-release.ts";
import type { Release } from "../release/release.ts";
import { listReleases } from "../stages/project.ts";
import { findProject } from "../stages/project-place.ts";
import { differenceReleases } from "./differencing.ts";
import type { RunToCheck } from "./read-run-to-check.ts";
import type { CheckedPart, RunFinding } from "./run-finding.ts";

/**
 * What each other release about the same people tells beside this one: changes that are certain and of fewer than a cell needs. Those of the
 * run's project that the project still keeps are found by its ledger; one that is published again unchanged tells nothing more.
 *
 * @param against others: run directories or copied releases. Throws PrivacyError where the ledger is damaged
 */
export async function checkEarlierReleases(
  run: RunToCheck,
  against: readonly string[],
): Promise<CheckedPart> {
  const own = await listOfProject(run);
  const others = [
    ...own.kept,
    ...against.map((path) => ({
      name: path,
      path,
      hint: "Make both releases with the same --project, so that what has hardly moved is not told anew.",
    })),
  ];
  const checked = await Promise.all(
    others.map(async ({ name, path, hint }) =>
      listSmallChanges(await loadRelease(path), run.release, name).map((message): RunFinding => ({
        severity: "fault",
        message,
        hint,
      })),
    ),
  );
  return { looked: others.length, findings: [...checked.flat(), ...own.notes] };
}

/** The releases of the run's project apart from its own. */
async function listOfProject({ path }: RunToCheck) {
  const releases = await listReleases(await findProject(join(path, "private")));
  const hash = sha256(await readFile(join(path, "release", "release.json")));
  const others = releases.filter((one) => one.hash !== hash);
  const gone = others.filter(({ files }) => files === null);
  const notes: RunFinding[] = [
    ...(gone.length === 0
      ? []
      : [
          {
            severity: "note" as const,
            message: `${gone.length} earlier releases of the project are not kept there any more and were not looked at`,
            hint: "Give copies of them with --against.",
          },
        ]),
    ...(others.length < releases.length
      ? []
      : [
          {
            severity: "note" as const,
            message: "the ledger of the run's project does not know this release",
            hint: "Give releases about the same people with --against.",
          },
        ]),
  ];
  const kept = others.flatMap(({ number, files }) =>
    files === null
      ? []
      : [
          {
            name: `release ${number} of the project`,
            path: files,
            hint: "Do not show this release beside that one, and report it: the ledger should have held these numbers.",
          },
        ],
  );
  return { kept, notes };
}

function listSmallChanges(before: Release, after: Release, name: string): string[] {
  const least = after.overlays?.thresholds.minAccounts ?? after.release.thresholds.minAccounts;
  return differenceReleases(before, after).numbers.flatMap(({ what, before: was, after: is, change }) => {
    if (change === null) return [];
    const certain = change[0] > 0 ? change[0] : change[1] < 0 ? -change[1] : 0;
    const most = Math.max(Math.abs(change[0]), Math.abs(change[1]));
    return certain > 0 && most < least
      ? [`${what}: ${was} in ${name}, ${is} here; fewer than ${least} came or went, and that is certain`]
      : [];
  });
}
