import { PrivacyError, sha256 } from "@observatory/core";
import { writeFileAtomic, type RunDirectory } from "@observatory/store";
import { cp, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stepOf } from "../privacy/has-moved.ts";
import { supportKey } from "../privacy/words/glossary.ts";
import { version } from "../version.ts";
import { buildRelease, type BuiltRelease } from "./build-release.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { countDifferingAccounts } from "./fingerprint-accounts.ts";
import type { ReleaseInputs } from "./release-inputs.ts";
import { hashSnapshot, releaseDirectory, writeSnapshot } from "./release-snapshot.ts";
import type { StageContext } from "./stage-context.ts";
import { warnOfUnreviewed } from "./warn-of-unreviewed.ts";

/** Every file that `buildRelease` makes, and the one that lists them. */
const dataFiles = [
  "clusters.json",
  "overlays.json",
  "timeline.json",
  "map.json",
  "release.json",
] as const satisfies readonly (keyof BuiltRelease["contents"] | "release.json")[];

/** The page over these files, where the caller makes one. */
const reportFile = "report.html";

const snapshotDirectory = "snapshot";

/** Stages 7 and 12: private clusters and proposals -> through the door -> `release/`. */
export async function releaseStage(run: RunDirectory, sources: ReleaseInputs, context: StageContext) {
  const { project } = sources;
  const { preset, thresholds, cellThresholds, glossary, renderReport, reportId, signal } = context;
  const { hierarchy, audited, analysed } = sources;
  const inputs = {
    hierarchy: hierarchy.key,
    audit: audited?.key ?? null,
    analysis: analysed.key,
    preset,
    thresholds,
    cellThresholds,
    history: context.history,
    support: supportKey(glossary, preset),
    sensitive: context.sensitive,
    identified: sources.identified.key,
    earlier: project.earlier?.hash ?? null,
    files: dataFiles,
    report: renderReport ? (reportId ?? "unnamed") : null,
    version,
  };
  const result = await run.stage(
    "release",
    inputs,
    async ({ directory, report }) => {
      // An earlier release under other settings must not stand where making this one fails.
      await removeRelease(run);
      const { contents, release, counts, unreviewed, kept } = await buildRelease(sources, context, report);
      warnOfUnreviewed(run, unreviewed);
      const files: Record<string, { sha256: string; bytes: number }> = {};
      const write = async (file: string, text: string): Promise<void> => {
        files[file] = { sha256: sha256(text), bytes: Buffer.byteLength(text) };
        await writeFileAtomic(join(directory, file), text);
      };
      for (const [file, content] of Object.entries(contents)) await write(file, toText(file, content));
      if (renderReport) {
        const page = renderReport({
          release: { ...release, files },
          clusters: contents["clusters.json"],
          overlays: contents["overlays.json"],
          timeline: contents["timeline.json"],
          map: contents["map.json"],
        });
        await write(reportFile, page);
      }
      await writeFileAtomic(join(directory, "release.json"), toText("release.json", { ...release, files }));
      const snapshot = join(directory, snapshotDirectory);
      await rm(snapshot, { recursive: true, force: true });
      for (const file of [...Object.keys(files), "release.json"]) {
        await cp(join(directory, file), join(snapshot, releaseDirectory, file));
      }
      await writeSnapshot(snapshot, kept, signal);
      return { ...counts };
    },
    { signal },
  );
  const snapshot = join(result.directory, snapshotDirectory);
  await project.record({
    accounts: hashAccounts(sources.accounts),
    release: sha256(await readFile(join(result.directory, "release.json"))),
    snapshot: await hashSnapshot(snapshot),
    directory: snapshot,
  });
  await publish(run, result.directory);
  return result;
}

/**
 * Publishes the last release once more, byte for byte, where the input differs from its input by fewer accounts than may be told from a
 * change, and nothing else does. False where there is more to tell.
 */
export async function republishRelease(
  run: RunDirectory,
  { project, settings, accounts }: Pick<ReleaseInputs, "project" | "settings" | "accounts">,
  { thresholds }: StageContext,
): Promise<boolean> {
  const { earlier } = project;
  if (earlier === null || earlier.snapshot.settings !== settings) return false;
  const differing = countDifferingAccounts(await earlier.readAccounts(), accounts);
  if (differing >= stepOf(earlier.hash, thresholds.minAccounts)) return false;
  await removeRelease(run);
  await project.record({
    accounts: hashAccounts(accounts),
    release: sha256(await readFile(join(earlier.files, "release.json"))),
    snapshot: earlier.hash,
    directory: dirname(earlier.files),
  });
  await publish(run, earlier.files);
  run.appendEvent({
    type: "warning",
    code: "republished",
    message: `fewer accounts than may be told apart have changed since release ${earlier.release.release.ledger.number} of the project: it is published again, unchanged`,
    hint: `Give more that is new: at least ${thresholds.minAccounts} accounts, and up to twice as many.`,
  });
  return true;
}

/** The directory's files are the original: what stands in release/ is made good again even if somebody changed it. */
async function publish(run: RunDirectory, directory: string): Promise<void> {
  for (const file of [...dataFiles, reportFile]) {
    const content = await readFile(join(directory, file)).catch(() => null);
    if (content !== null) await writeFileAtomic(join(run.releasePath, file), content);
    else await rm(join(run.releasePath, file), { force: true });
  }
}

function hashAccounts(accounts: ReadonlyMap<string, string>): string {
  return sha256([...accounts.keys()].toSorted().join("\n"));
}

/**
 * Refuses an input of which not even one cluster could be shown: known once the facets are, before calls for names are paid for.
 * Throws PrivacyError.
 */
export async function refuseTooFew(
  run: RunDirectory,
  index: ConversationIndex,
  { thresholds, preset }: StageContext,
): Promise<void> {
  const { conversations, accounts, countedAccounts } = index;
  if (conversations >= thresholds.minConversations && countedAccounts >= thresholds.minAccounts) return;
  // An earlier release under other settings must not stand where this one is refused.
  await removeRelease(run);
  throw new PrivacyError(
    `${conversations} distinct conversations of ${accounts} accounts${countedAccounts < accounts ? `, of which ${countedAccounts} count,` : ""} are left to look at, fewer than the ${thresholds.minConversations} of ${thresholds.minAccounts} that even one cluster needs`,
    {
      hint: `Give more conversations, choose more of them where they are screened, or lower --min-conversations and --min-accounts (preset ${preset}).`,
    },
  );
}

async function removeRelease(run: RunDirectory): Promise<void> {
  for (const file of [...dataFiles, reportFile]) await rm(join(run.releasePath, file), { force: true });
}

/** Long tables are not indented: most of their bytes would be spaces. */
function toText(file: string, content: unknown): string {
  const isTable = file === "overlays.json" || file === "timeline.json" || file === "map.json";
  return `${JSON.stringify(content, null, isTable ? undefined : 2)}\n`;
}
