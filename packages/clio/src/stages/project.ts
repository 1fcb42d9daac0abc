import { PrivacyError, sha256 } from "@observatory/core";
import { ensurePrivateDirectory, readTextIfThere } from "@observatory/store";
import { cp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { openLedger, type Ledger } from "../privacy/ledger/open-ledger.ts";
import type { ReleaseEntry } from "../privacy/ledger/ledger-entry.ts";
import { parseLedger } from "../privacy/ledger/parse-ledger.ts";
import { loadRelease } from "../release/load-release.ts";
import type { Release } from "../release/release.ts";
import { loadSnapshot, releaseDirectory, type LoadedSnapshot } from "./release-snapshot.ts";

/** The releases about one set of people, of which this run makes one. */
export interface Project extends AsyncDisposable {
  readonly ledger: Ledger;
  /** The release before this run's; null where it makes the first. */
  readonly earlier: EarlierRelease | null;
  /** What the ledger already says of this run's release, where the run was cut short or is repeated. */
  readonly own: ReleaseEntry | null;
  /** Writes into the ledger what is about to be published; told again, it changes nothing. */
  record(release: RecordedRelease): Promise<void>;
}

/** The last release and what is kept of it. */
export interface EarlierRelease extends LoadedSnapshot {
  readonly number: number;
  readonly hash: string;
  /** The release's files. */
  readonly files: string;
  readonly release: Release;
}

export interface RecordedRelease {
  /** SHA-256 of the input's accounts. */
  readonly accounts: string;
  /** SHA-256 of `release.json`. */
  readonly release: string;
  /** SHA-256 of the snapshot. */
  readonly snapshot: string;
  /** Where the snapshot lies now; it is copied into the project. */
  readonly directory: string;
}

/**
 * Opens a project for its one writer.
 *
 * @param run what the run's release is made of and how; equal for the same command on the same input
 * Throws PrivacyError where the ledger or what is kept of the last release is damaged; StateError where it is in use.
 */
export async function openProject(directory: string, run: string, signal: AbortSignal): Promise<Project> {
  const ledger = await openLedger(directory);
  try {
    const releases = ledger.entries.filter((entry) => entry.kind === "release");
    const last = releases.at(-1) ?? null;
    const own = last?.run === run ? last : null;
    const before = own === null ? last : (releases.at(-2) ?? null);
    return {
      ledger,
      own,
      earlier: before === null ? null : await loadEarlier(directory, before, signal),
      record: (release) => record(ledger, run, own, release),
      [Symbol.asyncDispose]: () => ledger[Symbol.asyncDispose](),
    };
  } catch (error) {
    await ledger[Symbol.asyncDispose]();
    throw error;
  }
}

/** A release of a project as it lies there: only the last two are kept. */
export interface KeptRelease {
  readonly number: number;
  /** SHA-256 of its `release.json`. */
  readonly hash: string;
  /** Its files; null where they are not kept any more. */
  readonly files: string | null;
}

/** All releases that a project's ledger knows, without opening it for writing. Throws PrivacyError where it is damaged. */
export async function listReleases(directory: string): Promise<KeptRelease[]> {
  const path = join(directory, "ledger.jsonl");
  const { entries } = parseLedger((await readTextIfThere(path)) ?? "", path);
  const releases = entries.filter((entry) => entry.kind === "release");
  return Promise.all(
    releases.map(async ({ number, release, snapshot }) => {
      const files = join(snapshotPath(directory, snapshot), releaseDirectory);
      const isKept = (await readTextIfThere(join(files, "release.json"))) !== null;
      return { number, hash: release, files: isKept ? files : null };
    }),
  );
}

async function loadEarlier(
  project: string,
  { number, snapshot, release }: ReleaseEntry,
  signal: AbortSignal,
): Promise<EarlierRelease> {
  const directory = snapshotPath(project, snapshot);
  const loaded = await loadSnapshot(directory, snapshot, signal);
  const files = join(directory, releaseDirectory);
  if (sha256(await readFile(join(files, "release.json"))) !== release) {
    throw new PrivacyError(
      `the copy of the last release in ${directory} is not the one that the ledger names`,
    );
  }
  return { ...loaded, number, hash: snapshot, files, release: await loadRelease(files) };
}

async function record(
  ledger: Ledger,
  run: string,
  own: ReleaseEntry | null,
  { directory, ...entry }: RecordedRelease,
): Promise<void> {
  if (own !== null) {
    if (own.release === entry.release) return;
    throw new PrivacyError("the same input and settings gave another release than the ledger says", {
      hint: "Restore the run's directory from a copy, or start a new project if nobody has seen its releases.",
    });
  }
  const target = snapshotPath(ledger.directory, entry.snapshot);
  if (target !== directory) {
    await ensurePrivateDirectory(join(ledger.directory, "releases"));
    // What a killed process left half is written anew.
    await rm(`${target}.new`, { recursive: true, force: true });
    await rm(target, { recursive: true, force: true });
    await cp(directory, `${target}.new`, { recursive: true });
    await rename(`${target}.new`, target);
  }
  await ledger.addRelease({ run, ...entry });
  await removeOld(ledger);
}

/** The last two are needed: the one before last where the last is made again after a run was cut short. */
async function removeOld(ledger: Ledger): Promise<void> {
  const kept = ledger.entries
    .filter((entry) => entry.kind === "release")
    .slice(-2)
    .map(({ snapshot }) => toName(snapshot));
  const releases = join(ledger.directory, "releases");
  for (const name of await readdir(releases)) {
    if (!kept.includes(name)) await rm(join(releases, name), { recursive: true, force: true });
  }
}

function snapshotPath(project: string, hash: string): string {
  return join(project, "releases", toName(hash));
}

function toName(hash: string): string {
  return hash.slice(0, 16);
}
