import { UsageError } from "@observatory/core";
import type { RunDirectory, StageResult } from "@observatory/store";
import { largestUsualEpsilon } from "../privacy/differential/budget-plan.ts";
import type { PrivacySettings } from "../privacy/differential/privacy-settings.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { embedStage } from "./embed-stage.ts";
import { noiseStage } from "./noise-stage.ts";
import { privateAssignmentStages } from "./private-assignment-stages.ts";
import { privateReleaseStage, removeRelease } from "./private-release-stage.ts";
import { publicBasisStage } from "./public-basis-stage.ts";
import type { StageContext } from "./stage-context.ts";

interface PrivateSources {
  readonly facets: StageResult;
  /** Decides which texts are embedded once; what noise is added to does not go by it. */
  readonly duplicates: StageResult;
  readonly index: ConversationIndex;
  readonly privacy: PrivacySettings;
}

/**
 * From facets to a release under differential privacy. What an account changes goes through `noiseStage` and nowhere else:
 * everything before looks at one conversation at a time, everything after at noisy numbers alone.
 *
 * Throws UsageError for settings that it cannot follow, PrivacyError where the budget is spent.
 */
export async function privateStages(
  run: RunDirectory,
  { facets, duplicates, index, privacy }: PrivateSources,
  context: StageContext,
): Promise<readonly StageResult[]> {
  if (context.overlays.length > 0) {
    throw new UsageError(
      "columns cannot be counted under differential privacy: no budget is set aside for them",
      {
        hint: "Leave --overlay out, or --epsilon.",
      },
    );
  }
  if (Object.values(context.history).some((rule) => rule !== null)) {
    throw new UsageError("a history of accounts cannot be asked for under differential privacy", {
      hint: "Leave --min-account-days and --min-account-conversations out: what one account adds is bounded anyway.",
    });
  }
  if (privacy.plan.epsilon > largestUsualEpsilon) {
    run.appendEvent({
      type: "warning",
      code: "large-epsilon",
      message: `epsilon ${privacy.plan.epsilon} promises hardly anything: what is published may be e^${privacy.plan.epsilon} times likelier with somebody than without`,
      hint: "Choose one below 10, better 1 to 4.",
    });
  }
  // A release that promises something else must not stand where this one is refused or cut short.
  await removeRelease(run);
  const embedded = await embedStage(run, facets, duplicates, index, context);
  const basis = await publicBasisStage(run, context);
  const sources = { facets, embedded, basis, index };
  const noise = await noiseStage(run, sources, privacy, context);
  const assigned = await privateAssignmentStages(run, noise, sources, context);
  const released = await privateReleaseStage(run, noise, privacy, context);
  return [embedded, basis, noise, ...assigned, released];
}
