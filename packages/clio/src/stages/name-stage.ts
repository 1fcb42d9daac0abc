import { writeFileAtomic, type RunDirectory, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import type { PhraseList } from "../naming/phrases/phrase-list.ts";
import { recordAnalystUsage } from "./analyst-usage.ts";
import { supportKey } from "../privacy/words/glossary.ts";
import { nameGroups, proposalSchema, type Proposal } from "./name-groups.ts";
import type { OutsiderFinder } from "./outsiders.ts";
import { loadPrivateJson } from "./private-json.ts";
import type { StageContext } from "./stage-context.ts";
import { warnOfRules } from "./warn-of-rules.ts";

const proposalsSchema = z.array(z.array(proposalSchema));

/** `private/name-<key>/proposals.json`: for each base cluster what the analyst proposed, best first. */
export async function loadProposals(nameDirectory: string): Promise<readonly (readonly Proposal[])[]> {
  return loadPrivateJson(join(nameDirectory, "proposals.json"), proposalsSchema);
}

const toldSchema = z.array(
  z.strictObject({
    accounts: z.number(),
    phrases: z.array(z.strictObject({ text: z.string(), accounts: z.number(), least: z.number() })),
  }),
);

/** `private/name-<key>/phrases.json`: for each base cluster what is told of its phrases; empty where names are not made from them. */
export async function loadPhrases(nameDirectory: string): Promise<readonly PhraseList[]> {
  return loadPrivateJson(join(nameDirectory, "phrases.json"), toldSchema);
}

/** Stage 8: base clusters -> proposals of names and descriptions. */
export async function nameStage(
  run: RunDirectory,
  facets: StageResult,
  clustered: StageResult,
  openFinder: () => Promise<OutsiderFinder>,
  context: StageContext,
) {
  const { analyst, facet, glossary, seed, signal } = context;
  const inputs = {
    cluster: clustered.key,
    analyst: analyst.keys.names,
    facet,
    seed,
    support: supportKey(glossary, context.preset),
    version: 3,
  };
  return run.stage(
    "name",
    inputs,
    async ({ directory, key, report, recordUsage }) => {
      const clusters = clustered.counts["clusters"] ?? 0;
      const misfits = { 1: 0, 2: 0 };
      const { proposals, told } = await recordAnalystUsage(analyst, key, recordUsage, async () =>
        nameGroups(
          Array.from({ length: clusters }, (_, group) => ({ group, bases: [group], children: [] })),
          {
            facets,
            groupsDirectory: join(clustered.directory, "bases"),
            openFinder,
            context,
            told: null,
            calls: {
              purpose: key,
              onProgress: (done) => report(done, clusters),
              onMisfit: ({ attempt }) => misfits[attempt]++,
            },
          },
        ),
      );
      await writeFileAtomic(join(directory, "phrases.json"), JSON.stringify(told));
      await writeFileAtomic(join(directory, "proposals.json"), JSON.stringify(proposals));
      warnOfRules(run, "name", misfits[2], clusters);
      return { clusters, retried: misfits[1], byRule: misfits[2] };
    },
    { signal },
  );
}
