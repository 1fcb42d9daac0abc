import type { ClusterName, ClusterToName } from "../analyst.ts";
import { keyOfName, type Proposals } from "../naming/distinct-names.ts";
import { isPublicWord } from "../privacy/public-vocabulary.ts";
import { toInflectionKey, toInflectionKeys } from "../words/inflection-key.ts";
import { toPlainWords } from "../words/plain-words.ts";
import type { DraftName } from "./answers/read-name.ts";
import { saysSomething } from "./answers/says-something.ts";

/** What came of one call, best first, and the members that it did not see. */
export interface ShareDrafts {
  readonly others: readonly string[];
  readonly drafts: readonly DraftName[];
}

type Support = Pick<ClusterToName, "supports">;
type Parent = Pick<ClusterToName, "supports" | "children">;

/**
 * The proposals for one cluster, best first:
 *
 * 1. names by the model whose every word the support rule passes, those first whose words the members that the model did not
 *    see use more. Each has the sentences of its description that pass; where none does, those of another such name;
 *    else the description of the lexical name, which is made of supported words;
 * 2. the lexical proposals;
 * 3. names as in 1 that say nothing, or are also the name of one of several children.
 *
 * What the rule does not pass is left out: the door would refuse it, and as the first of a list it would go into the prompt of a parent.
 */
export function chooseProposals(
  cluster: Parent,
  shares: readonly ShareDrafts[],
  lexical: readonly ClusterName[],
): Proposals {
  const drafts = shares
    .flatMap(({ drafts, others }) => drafts.map((draft) => ({ draft, worth: usageOf(draft.name, others) })))
    .filter(({ draft }) => cluster.supports(draft.name))
    .toSorted((a, b) => b.worth - a.worth);
  const descriptions = drafts.map(({ draft }) => describedBy(cluster, draft));
  const spare = descriptions.find((text) => text !== null) ?? lexical[0]?.description ?? null;
  const names = drafts.flatMap(({ draft }, index): ClusterName[] => {
    const description = descriptions[index] ?? spare;
    return description === null ? [] : [{ name: draft.name, description, source: "model" }];
  });
  const rules = lexical.map((name): ClusterName => ({ ...name, source: "rule" }));
  const taken = new Set(cluster.children.length > 1 ? cluster.children.map(keyOfName) : []);
  const isOwn = ({ name }: ClusterName): boolean => !taken.has(keyOfName(name)) && saysSomething(name);
  const own = names.filter(isOwn);
  const shared = names.filter((name) => !isOwn(name));
  return {
    names: [...own, ...rules, ...shared],
    distinguished: [],
    worth: own.length === 0 ? 0 : (drafts[0]?.worth ?? 0),
  };
}

/** The sentences of a draft's description that the support rule passes, or null where none does. */
export function describedBy(cluster: Support, { sentences }: DraftName): string | null {
  const passing = sentences.filter((sentence) => cluster.supports(sentence));
  return passing.length === 0 ? null : passing.join(" ");
}

/** Mean share of members that use a content word of a name; 0 where it has none. */
function usageOf(name: string, members: readonly string[]): number {
  const terms = new Set(
    toPlainWords(name)
      .filter((word) => !isPublicWord(word))
      .map(toInflectionKey),
  );
  if (terms.size === 0 || members.length === 0) return 0;
  let uses = 0;
  for (const member of members) {
    const used = new Set(toInflectionKeys(member));
    for (const term of terms) uses += Number(used.has(term));
  }
  return uses / terms.size / members.length;
}
