import { PrivacyError, sha256 } from "@observatory/core";
import { writeFileAtomic, type RunDirectory } from "@observatory/store";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../version.ts";
import { buildRelease, type BuiltRelease } from "./build-release.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import type { ReleaseInputs } from "./release-inputs.ts";
import type { StageContext } from "./stage-context.ts";

/** Every file that `buildRelease` makes, and the one that lists them. */
const releaseFiles = ["clusters.json", "release.json"] as const satisfies readonly (
  | keyof BuiltRelease["contents"]
  | "release.json"
)[];

/** Stages 7 and 12: private clusters and proposals -> through the door -> `release/`. */
export async function releaseStage(run: RunDirectory, sources: ReleaseInputs, context: StageContext) {
  const { preset, thresholds, signal } = context;
  const { hierarchy, audited } = sources;
  const inputs = { hierarchy: hierarchy.key, audit: audited?.key ?? null, preset, thresholds, version };
  const result = await run.stage(
    "release",
    inputs,
    async ({ directory }) => {
      // An earlier release under other settings must not stand where making this one fails.
      for (const file of releaseFiles) await rm(join(run.releasePath, file), { force: true });
      const { contents, release, counts } = await buildRelease(sources, context);
      const files: Record<string, { sha256: string; bytes: number }> = {};
      for (const [file, content] of Object.entries(contents)) {
        const text = toText(content);
        files[file] = { sha256: sha256(text), bytes: Buffer.byteLength(text) };
        await writeFileAtomic(join(directory, file), text);
      }
      await writeFileAtomic(join(directory, "release.json"), toText({ ...release, files }));
      return { ...counts };
    },
    { signal },
  );
  // The stage's directory is the original: what stands in release/ is made good again even if somebody changed it.
  for (const file of releaseFiles) {
    await writeFileAtomic(join(run.releasePath, file), await readFile(join(result.directory, file)));
  }
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
  if (index.conversations >= thresholds.minConversations && index.accounts >= thresholds.minAccounts) return;
  // An earlier release under other settings must not stand where this one is refused.
  for (const file of releaseFiles) await rm(join(run.releasePath, file), { force: true });
  throw new PrivacyError(
    `${index.conversations} distinct conversations of ${index.accounts} accounts are left to look at, fewer than the ${thresholds.minConversations} of ${thresholds.minAccounts} that even one cluster needs`,
    {
      hint: `Give more conversations, choose more of them where they are screened, or lower --min-conversations and --min-accounts (preset ${preset}).`,
    },
  );
}

function toText(content: unknown): string {
  return typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`;
}
