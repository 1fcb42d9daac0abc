import { join } from "node:path";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";
import { publishName } from "../privacy/door.ts";
import type { NameRefusal } from "../privacy/refusal-reasons.ts";
import { conversationsOfAccount } from "../privacy/thresholds.ts";
import type { ClusterSummary } from "../release/build-clusters.ts";
import type { Ratings } from "./audit-stage.ts";
import { collectGroups } from "./group-statistics.ts";
import type { HierarchyNode } from "./hierarchy-file.ts";
import type { ReleaseInputs } from "./release-inputs.ts";
import type { StageContext } from "./stage-context.ts";

/** Words that no dictionary has, used by enough accounts of a base cluster for one that a dictionary has. */
export interface UnreviewedWords {
  readonly words: number;
  /** Base clusters that use one. */
  readonly clusters: number;
  readonly of: number;
}

/** Each node with its exact numbers and the name that may be shown, if any. */
export async function summarizeNodes(
  nodes: readonly HierarchyNode[],
  levels: number,
  ratings: Ratings | null,
  { facets, clustered, hierarchy }: ReleaseInputs,
  { analyst, facet, preset, openWordClasses, thresholds, seed, signal }: StageContext,
) {
  const summaries = nodes.map(({ id, level, parent, bases }): ClusterSummary => ({
    id,
    level,
    parent,
    bases,
    conversations: 0,
    accounts: 0,
    counted: { conversations: 0, accounts: 0 },
    name: null,
  }));
  const refused = nodes.map(() => new Set<NameRefusal>());
  const unreviewed = { words: new Set<string>(), clusters: 0, of: 0 };
  for (let level = 0; level < levels; level++) {
    const nodeOf = new Map(
      nodes.flatMap((node, at) => (node.level === level ? [[node.group, at] as const] : [])),
    );
    const source = {
      facetsDirectory: join(facets.directory, "facets"),
      groupsDirectory:
        level === 0 ? join(clustered.directory, "bases") : join(hierarchy.directory, `level-${level}`),
      facet,
      signal,
    };
    const statistics = await collectGroups({
      ...source,
      splitHalves: analyst.splitHalves,
      seed,
      classes: await openWordClasses(source),
      wanted: (group) => nodeOf.has(group),
      mostOfAccount: conversationsOfAccount(thresholds),
    });
    for (const [group, { conversations, accounts, countedConversations, support }] of statistics) {
      const position = nodeOf.get(group) ?? -1;
      const summary = summaries[position];
      if (summary === undefined) continue;
      if (level === 0) {
        const candidates = support.glossaryCandidates();
        for (const { word } of candidates) unreviewed.words.add(word);
        unreviewed.of++;
        if (candidates.length > 0) unreviewed.clusters++;
      }
      // What anybody may read must have been rated; a team that looks at its own product has the other rules.
      const unratedPasses = preset !== "public";
      const rules = {
        hasPersonalData,
        unratedPasses,
        onRefused: (reason: NameRefusal) => refused[position]?.add(reason),
        ...(ratings ? { ratings: ratings[position] ?? new Map() } : {}),
      };
      const name = publishName(nodes[position]?.proposals ?? [], support, rules);
      const counted = { conversations: countedConversations, accounts: support.accounts };
      summaries[position] = { ...summary, conversations, accounts, counted, name };
    }
  }
  return { summaries, refused, unreviewed: { ...unreviewed, words: unreviewed.words.size } };
}
