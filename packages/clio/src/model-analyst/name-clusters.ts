import type { LanguageModel } from "@observatory/core";
import type { AnalystCallOptions, ClusterName, ClusterToName } from "../analyst.ts";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import { makeDistinct } from "../naming/distinct-names.ts";
import { nameClustersLexically } from "../naming/name-clusters-lexically.ts";
import { ask } from "./ask.ts";
import { readClusterName, type DraftName } from "./answers/read-name.ts";
import { chooseProposals, describedBy, type ShareDrafts } from "./choose-proposals.ts";
import { mapItems } from "./map-items.ts";
import { mostShown, nameAnswer, namePrompt, type NameMaterial } from "./prompts/name-prompt.ts";

export interface NameOptions extends AnalystCallOptions {
  readonly facet: ClusteredFacet;
  readonly temperature: number;
}

/** A half of the accounts with fewer members than this says too little by itself. */
const leastInHalf = 5;

/** One call: the members that it sees, and those that speak for or against its answer. */
export interface Share {
  readonly cluster: number;
  readonly seen: readonly string[];
  readonly others: readonly string[];
}

/**
 * Names the clusters of one level by a model: for each cluster two calls that see account-disjoint halves of the sample (one
 * call where a half is too small), a second call where the support rule refuses a word, and the lexical names of the same
 * clusters at the end of the list, so that what is published is no worse than without a model.
 *
 * A proposal of the model stands in the list only if the support rule passes it: `chooseProposals`. No two clusters have one in
 * common.
 */
export async function nameClustersByModel(
  model: LanguageModel,
  clusters: readonly ClusterToName[],
  { facet, temperature, onProgress, ...options }: NameOptions,
): Promise<readonly (readonly ClusterName[])[]> {
  const shares = clusters.flatMap(toShares);
  const open = clusters.map(() => 0);
  for (const { cluster } of shares) open[cluster] = (open[cluster] ?? 0) + 1;
  let done = open.filter((count) => count === 0).length;
  const name = async (share: Share, call: AnalystCallOptions): Promise<ShareDrafts> => {
    const cluster = clusters[share.cluster];
    const drafts =
      cluster === undefined ? [] : await nameShare(model, cluster, share, { ...call, facet, temperature });
    const left = (open[share.cluster] ?? 0) - 1;
    open[share.cluster] = left;
    if (left === 0) onProgress?.(++done);
    return { others: share.others, drafts };
  };
  const named = await mapItems(shares, name, { ...options, concurrency: model.concurrency });
  const draftsOf = clusters.map((): ShareDrafts[] => []);
  for (const [index, drafts] of named.entries()) draftsOf[shares[index]?.cluster ?? -1]?.push(drafts);
  const { signal } = options;
  const lexical = nameClustersLexically(clusters, signal ? { signal } : {});
  return makeDistinct(
    clusters.map((cluster, index) => chooseProposals(cluster, draftsOf[index] ?? [], lexical[index] ?? [])),
  );
}

/** One share for each half of the accounts, or one for all where a half is too small; none without members. */
export function toShares(
  { members, halves }: Pick<ClusterToName, "members" | "halves">,
  cluster: number,
): readonly Share[] {
  if (members.length === 0) return [];
  const first = members.filter((_, member) => halves[member] === 0);
  const second = members.filter((_, member) => halves[member] === 1);
  if (Math.min(first.length, second.length) < leastInHalf) {
    return [{ cluster, seen: members, others: members }];
  }
  return [
    { cluster, seen: first, others: second },
    { cluster, seen: second, others: first },
  ];
}

async function nameShare(
  model: LanguageModel,
  cluster: ClusterToName,
  { seen }: Share,
  { facet, temperature, ...options }: NameOptions,
): Promise<readonly DraftName[]> {
  const { outsiders, children } = cluster;
  const askFor = async (avoid: readonly string[]): Promise<DraftName | null> => {
    const toRequest = (material: NameMaterial) => namePrompt(material, { facet, temperature });
    const { value } = await ask(
      model,
      {
        request: toRequest({ members: seen, outsiders, children, avoid }),
        shorter: () =>
          toRequest({
            members: seen.slice(0, mostShown.members / 2),
            outsiders: outsiders.slice(0, mostShown.outsiders / 2),
            children: children.slice(0, mostShown.children / 2),
            avoid,
          }),
        answer: nameAnswer,
        read: readClusterName,
      },
      options,
    );
    return value;
  };
  const first = await askFor([]);
  if (first === null) return [];
  if (cluster.supports(first.name) && describedBy(cluster, first) !== null) return [first];
  const refused = new Set(
    cluster.unsupported([first.name, ...first.sentences].join(" ")).map((word) => word.toLowerCase()),
  );
  if (refused.size === 0) return [first];
  const second = await askFor([...refused].slice(0, mostShown.avoid));
  return second === null ? [first] : [second, first];
}
