import type { StageResult } from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import type { AnalystCallOptions, ClusterName, ClusterToName } from "../analyst.ts";
import { createMemberSample, type MemberSample, type SampledMember } from "../cluster/sample-members.ts";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";
import { createPhraseCollector } from "../naming/phrases/phrase-collector.ts";
import type { PhraseList } from "../naming/phrases/phrase-list.ts";
import { isPublishableText } from "../privacy/door.ts";
import { collectGroups } from "./group-statistics.ts";
import type { OutsiderFinder } from "./outsiders.ts";
import type { StageContext } from "./stage-context.ts";
import { toClusterOfPhrases, toClusterOfSummaries, toPhraseLists } from "./to-cluster-to-name.ts";

export const proposalSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  /** Who wrote it: a model, or words counted by rules. */
  source: z.enum(["model", "rule"]),
  /** Whether enough accounts of the cluster use every word of it, and nothing else in it keeps it from being shown. */
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
  readonly openFinder: () => Promise<OutsiderFinder>;
  readonly context: StageContext;
  readonly calls: AnalystCallOptions;
  /** What is told of the base clusters, by their numbers; null at the base, where it is counted. */
  readonly told: readonly PhraseList[] | null;
}

export interface NamedGroups {
  /** Of each cluster, best first, in the order in which they were asked for; none for a cluster without members. */
  readonly proposals: readonly (readonly Proposal[])[];
  /** What is told of each cluster, in the same order; empty where names are not made from phrases. */
  readonly told: readonly PhraseList[];
}

/** Proposals for clusters of one level. Where names are made from phrases no summary is given to the analyst. */
export async function nameGroups(
  wanted: readonly GroupToName[],
  options: NameGroupsOptions,
): Promise<NamedGroups> {
  const { facets, groupsDirectory, calls, context } = options;
  const { analyst, facet, seed, signal } = context;
  if (wanted.length === 0) return { proposals: [], told: [] };
  const isPublic = context.preset === "public";
  const byPhrases = analyst.naming === "phrases";
  const groups = new Set(wanted.map(({ group }) => group));
  const samples = new Map<number, MemberSample>();
  const collector = byPhrases && options.told === null ? createPhraseCollector(seed, isPublic) : null;
  const source = { facetsDirectory: join(facets.directory, "facets"), groupsDirectory, facet, signal };
  const statistics = await collectGroups({
    ...source,
    splitHalves: analyst.splitHalves,
    seed,
    classes: await context.openWordClasses(source),
    wanted: (group) => groups.has(group),
    onAccount: ({ group, account, summaries }) => {
      collector?.addAccount({ group, account, summaries });
      if (byPhrases) return;
      const sample = samples.get(group) ?? createMemberSample(analyst.membersShown, seed);
      samples.set(group, sample);
      sample.addAccount(account, summaries);
    },
  });
  const present = wanted.flatMap((group) => {
    const support = statistics.get(group.group)?.support;
    return support === undefined ? [] : [{ ...group, support }];
  });
  const told = byPhrases ? toPhraseLists(present, collector?.finish() ?? null, options.told ?? []) : [];
  const findOutsiders = async (members: readonly (readonly SampledMember[])[]) => {
    const finder = await options.openFinder();
    return finder.find(
      present.map(({ bases }) => bases),
      members.map((sample) => new Set(sample.map(({ account }) => account))),
    );
  };
  const members = present.map(({ group }) => samples.get(group)?.members() ?? []);
  const clusters: readonly ClusterToName[] = byPhrases
    ? toClusterOfPhrases(present, told)
    : toClusterOfSummaries(present, {
        members,
        outsiders: await findOutsiders(members),
        naming: analyst.naming,
      });
  const named = await analyst.nameClusters(clusters, { ...calls, facet, signal });
  const positions = new Map(present.map(({ group }, position) => [group, position]));
  const none: PhraseList = { accounts: 0, phrases: [] };
  return {
    proposals: wanted.map(({ group }) => {
      const position = positions.get(group) ?? -1;
      return (named[position] ?? []).map((name) => toProposal(name, clusters[position]));
    }),
    told: byPhrases ? wanted.map(({ group }) => told[positions.get(group) ?? -1] ?? none) : [],
  };
}

function toProposal(
  { name, description, source = "rule" }: ClusterName,
  cluster: ClusterToName | undefined,
): Proposal {
  const supported =
    cluster?.supports(name) === true &&
    cluster.supports(description) &&
    isPublishableText({ name, description }, hasPersonalData);
  return { name, description, source, supported };
}

/** The proposal by which other clusters get to know this one: the first that passes the rules for texts, or null. */
export function leadingProposal(proposals: readonly Proposal[]): Proposal | null {
  return proposals.find(({ supported }) => supported) ?? null;
}
