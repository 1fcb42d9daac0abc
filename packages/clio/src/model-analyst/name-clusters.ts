import type { CallOptions, LanguageModel } from "@observatory/core";
import type { AnalystCallOptions, ClusterName, ClusterToName } from "../analyst.ts";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import { makeDistinct } from "../naming/distinct-names.ts";
import { createCoverage } from "../naming/phrases/covers-text.ts";
import { nameByPhrases } from "../naming/phrases/name-by-phrases.ts";
import type { PhraseMaterial } from "../naming/phrases/select-phrases.ts";
import { nameClustersLexically } from "../naming/name-clusters-lexically.ts";
import { hasSmallHalf } from "../privacy/account-half.ts";
import { ask } from "./ask.ts";
import { readClusterName, type DraftName } from "./answers/read-name.ts";
import { chooseProposals, describedBy, type ShareDrafts } from "./choose-proposals.ts";
import { mapItems } from "./map-items.ts";
import { namePhrasesAnswer, namePhrasesPrompt } from "./prompts/name-phrases-prompt.ts";
import { mostShown, nameAnswer, namePrompt } from "./prompts/name-prompt.ts";

export interface NameOptions extends AnalystCallOptions {
  readonly facet: ClusteredFacet;
  readonly temperature: number;
}

/** One call: the members that it sees, and those that speak for or against its answer. */
export interface Share {
  readonly cluster: number;
  readonly seen: readonly string[];
  readonly others: readonly string[];
  /** What it sees in the place of members. */
  readonly phrases: PhraseMaterial | null;
}

/**
 * Names the clusters of one level by a model: for each cluster two calls that see account-disjoint halves of the sample, or one that
 * sees key phrases where there are some, a second call where the support rule refuses a word, and the lexical names of the same
 * clusters at the end of the list, so that what is published is no worse than without a model. A cluster with too small a half and
 * without phrases is named by rules.
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
  const lexical = nameByRules(clusters, signal ? { signal } : {});
  return makeDistinct(
    clusters.map((cluster, index) => chooseProposals(cluster, draftsOf[index] ?? [], lexical[index] ?? [])),
  );
}

/** Without members, from what is told of phrases alone. */
function nameByRules(clusters: readonly ClusterToName[], options: CallOptions) {
  if (clusters.some(({ members }) => members.length > 0)) return nameClustersLexically(clusters, options);
  const none = { accounts: 0, own: [], outside: [], told: [] };
  return nameByPhrases(
    clusters.map(({ phrases, children }) => ({ phrases: phrases ?? none, children })),
    options,
  );
}

/** One share for the phrases where they are given, else one for each half of the accounts; none where a half is too small. */
export function toShares(
  { members, halves, phrases }: Pick<ClusterToName, "members" | "halves" | "phrases">,
  cluster: number,
): readonly Share[] {
  if (phrases !== null) {
    const own = phrases.own.map(({ text }) => text);
    return own.length === 0 ? [] : [{ cluster, seen: [], others: own, phrases }];
  }
  if (halves.length === 0 || hasSmallHalf(halves)) return [];
  const first = members.filter((_, member) => halves[member] === 0);
  const second = members.filter((_, member) => halves[member] === 1);
  return [
    { cluster, seen: first, others: second, phrases },
    { cluster, seen: second, others: first, phrases },
  ];
}

async function nameShare(
  model: LanguageModel,
  cluster: ClusterToName,
  share: Share,
  options: NameOptions,
): Promise<readonly DraftName[]> {
  const { unsupported } = inShare(cluster, share);
  const supports = (text: string): boolean => unsupported(text).length === 0;
  const askFor = (avoid: readonly string[]) => askForName(model, cluster, share, { ...options, avoid });
  const first = await askFor([]);
  if (first === null) return [];
  const keep = (draft: DraftName): DraftName => ({ ...draft, sentences: draft.sentences.filter(supports) });
  if (supports(first.name) && describedBy({ supports }, first) !== null) return [keep(first)];
  const refused = new Set(
    unsupported([first.name, ...first.sentences].join(" ")).map((word) => word.toLowerCase()),
  );
  if (refused.size === 0) return [keep(first)];
  const second = await askFor([...refused].slice(0, mostShown.avoid));
  return (second === null ? [first] : [second, first]).filter(({ name }) => supports(name)).map(keep);
}

/** Who was told phrases may say nothing else, whatever the members support besides. */
function inShare(
  { unsupported }: Pick<ClusterToName, "unsupported">,
  { phrases }: Share,
): Pick<ClusterToName, "unsupported"> {
  if (phrases === null) return { unsupported };
  const untold = createCoverage(phrases.told);
  return { unsupported: (text) => [...new Set([...untold(text), ...unsupported(text)])] };
}

async function askForName(
  model: LanguageModel,
  { outsiders, children }: ClusterToName,
  { seen, phrases }: Share,
  { facet, temperature, avoid, ...options }: NameOptions & { readonly avoid: readonly string[] },
): Promise<DraftName | null> {
  const toRequest = (part: number) => {
    const some = <T>(items: readonly T[], most: number): readonly T[] => items.slice(0, most * part);
    const shared = { children: some(children, mostShown.children), avoid };
    if (phrases === null) {
      const members = some(seen, mostShown.members);
      const material = { ...shared, members, outsiders: some(outsiders, mostShown.outsiders) };
      return namePrompt(material, { facet, temperature });
    }
    const { accounts, own, outside } = phrases;
    const material = {
      ...shared,
      accounts,
      own: some(own, own.length),
      outside: some(outside, outside.length),
    };
    return namePhrasesPrompt(material, { facet, temperature });
  };
  const { value } = await ask(
    model,
    {
      request: toRequest(1),
      shorter: () => toRequest(0.5),
      answer: phrases === null ? nameAnswer : namePhrasesAnswer,
      read: readClusterName,
    },
    options,
  );
  return value;
}
