import { writeFileAtomic, type RunDirectory, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import type { ClusterName, ClusterToName } from "../analyst.ts";
import { createMemberSample, type MemberSample } from "../cluster/sample-members.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { loadHierarchy } from "./hierarchy-file.ts";
import { collectLevel } from "./level-statistics.ts";
import { createOutsiderFinder } from "./outsiders.ts";
import { loadPrivateJson } from "./private-json.ts";
import type { StageContext } from "./stage-context.ts";

const proposalsSchema = z.array(z.array(z.strictObject({ name: z.string(), description: z.string() })));

/** `private/name-<key>/proposals.json`: for each node what the analyst proposed, best first. Not yet fit to be shown. */
export async function loadProposals(nameDirectory: string): Promise<readonly (readonly ClusterName[])[]> {
  return loadPrivateJson(join(nameDirectory, "proposals.json"), proposalsSchema);
}

/** Stage 8: clusters -> proposals of names and descriptions, from the base up, so that parents know their children's. */
export async function nameStage(
  run: RunDirectory,
  facets: StageResult,
  vectors: StageResult,
  clustered: StageResult,
  index: ConversationIndex,
  context: StageContext,
) {
  const { analyst, facet, seed, signal } = context;
  const inputs = { cluster: clustered.key, analyst: analyst.keys.names, facet, seed };
  return run.stage(
    "name",
    inputs,
    async ({ directory, report }) => {
      const { nodes, levels } = await loadHierarchy(clustered.directory);
      const finder = await createOutsiderFinder({ facets, vectors, clustered, index, nodes, context });
      const proposals: (readonly ClusterName[])[] = nodes.map(() => []);
      let named = 0;
      for (let level = 0; level < levels; level++) {
        const samples = new Map<number, MemberSample>();
        const statistics = await collectLevel(
          nodes,
          {
            facetsDirectory: join(facets.directory, "facets"),
            assignmentsDirectory: join(clustered.directory, "assignments"),
            levels,
            level,
            facet,
            signal,
          },
          (node, account, summaries) => {
            const sample = samples.get(node) ?? createMemberSample(analyst.membersShown, seed);
            samples.set(node, sample);
            sample.addAccount(account, summaries);
          },
        );
        const present = [...statistics.keys()].toSorted((a, b) => a - b);
        const outsiders = await finder.find(present);
        const clusters = present.map((node, position): ClusterToName => ({
          members: samples.get(node)?.texts() ?? [],
          halves: [],
          outsiders: outsiders[position] ?? [],
          children: nodes.flatMap((child, i) =>
            child.parent === node ? (proposals[i]?.[0]?.name ?? []) : [],
          ),
          supports: (text) => statistics.get(node)?.support.unsupported(text).length === 0,
          unsupported: (text) => statistics.get(node)?.support.unsupported(text) ?? [],
        }));
        const levelNames = await analyst.nameClusters(clusters, { facet, signal });
        present.forEach((node, position) => (proposals[node] = levelNames[position] ?? []));
        named += present.length;
        report(named, nodes.length);
      }
      await writeFileAtomic(join(directory, "proposals.json"), JSON.stringify(proposals));
      return { clusters: named };
    },
    { signal },
  );
}
