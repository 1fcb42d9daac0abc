import type { StageResult } from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import type { AnalystCallOptions, ClusterName, ClusterToName } from "../analyst.ts";
import { createMemberSample, type MemberSample } from "../cluster/sample-members.ts";
import { collectGroups } from "./group-statistics.ts";
import type { OutsiderFinder } from "./outsiders.ts";
import type { StageContext } from "./stage-context.ts";

export const proposalSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  /** Who wrote it: a model, or words counted by rules. */
  source: z.enum(["model", "rule"]),
  /** Whether enough accounts of the cluster use every word of it. */
  supported: z.boolean(),
});

/** A name and description that the analyst proposed. Not yet fit to be shown. Private. */
export type Proposal = z.infer<typeof proposalSchema>;

/** A cluster of one level that is to be named. */
export interface GroupToName {
  /** Its number in the table of groups. */
  readonly group: number;
  readonly bases: readonly number[];
  /** Names of its children; empty at the base. */
  readonly children: readonly string[];
}

export interface NameGroupsOptions {
  readonly facets: StageResult;
  /** Which group each row of the facets belongs to. */
  readonly groupsDirectory: string;
  readonly finder: OutsiderFinder;
  readonly context: StageContext;
  readonly calls: AnalystCallOptions;
}

/** Proposals for clusters of one level, best first, in the order of `wanted`; none for a cluster without members. */
export async function nameGroups(
  wanted: readonly GroupToName[],
  options: NameGroupsOptions,
): Promise<readonly (readonly Proposal[])[]> {
  const { facets, groupsDirectory, finder, calls, context } = options;
  const { analyst, facet, seed, signal } = context;
  if (wanted.length === 0) return [];
  const groups = new Set(wanted.map(({ group }) => group));
  const samples = new Map<number, MemberSample>();
  const statistics = await collectGroups({
    facetsDirectory: join(facets.directory, "facets"),
    groupsDirectory,
    facet,
    splitHalves: analyst.splitHalves,
    seed,
    signal,
    wanted: (group) => groups.has(group),
    onAccount: ({ group, account, summaries }) => {
      const sample = samples.get(group) ?? createMemberSample(analyst.membersShown, seed);
      samples.set(group, sample);
      sample.addAccount(account, summaries);
    },
  });
  const present = wanted.filter(({ group }) => statistics.has(group));
  const outsiders = await finder.find(
    present.map(({ bases }) => bases),
    present.map(
      ({ group }) =>
        new Set(
          samples
            .get(group)
            ?.members()
            .map(({ account }) => account),
        ),
    ),
  );
  const clusters = present.map(({ group, children }, position): ClusterToName => {
    const members = samples.get(group)?.members() ?? [];
    const unsupported = (text: string): readonly string[] =>
      statistics.get(group)?.support.unsupported(text) ?? [text];
    return {
      members: members.map(({ text }) => text),
      halves: members.map(({ half }) => half),
      outsiders: outsiders[position] ?? [],
      children,
      supports: (text) => unsupported(text).length === 0,
      unsupported,
    };
  });
  const named = await analyst.nameClusters(clusters, { ...calls, facet, signal });
  const proposals = new Map(
    present.map(({ group }, position) => {
      const cluster = clusters[position];
      return [group, (named[position] ?? []).map((name) => toProposal(name, cluster))];
    }),
  );
  return wanted.map(({ group }) => proposals.get(group) ?? []);
}

function toProposal(
  { name, description, source = "rule" }: ClusterName,
  cluster: ClusterToName | undefined,
): Proposal {
  const supported = cluster?.supports(name) === true && cluster.supports(description);
  return { name, description, source, supported };
}

/** The proposal by which other clusters get to know this one: the first that its members support, else the first. */
export function leadingProposal(proposals: readonly Proposal[]): Proposal | null {
  return proposals.find(({ supported }) => supported) ?? proposals[0] ?? null;
}
