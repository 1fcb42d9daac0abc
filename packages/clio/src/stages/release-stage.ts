import { PrivacyError, sha256 } from "@observatory/core";
import { writeFileAtomic, type RunDirectory } from "@observatory/store";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { supportKey } from "../privacy/words/glossary.ts";
import { version } from "../version.ts";
import { buildRelease, type BuiltRelease } from "./build-release.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import type { ReleaseInputs } from "./release-inputs.ts";
import type { StageContext } from "./stage-context.ts";

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

/** Stages 7 and 12: private clusters and proposals -> through the door -> `release/`. */
export async function releaseStage(run: RunDirectory, sources: ReleaseInputs, context: StageContext) {
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
    support: supportKey(glossary),
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
      const { contents, release, counts } = await buildRelease(sources, context, report);
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
      return { ...counts };
    },
    { signal },
  );
  // The stage's directory is the original: what stands in release/ is made good again even if somebody changed it.
  for (const file of [...dataFiles, ...(renderReport ? [reportFile] : [])]) {
    await writeFileAtomic(join(run.releasePath, file), await readFile(join(result.directory, file)));
  }
  if (!renderReport) await rm(join(run.releasePath, reportFile), { force: true });
  return result;
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
