import type { Analyst, ClusterToName } from "../analyst.ts";
import { countPhrases } from "../naming/phrases/count-phrases.ts";
import { createCoverage } from "../naming/phrases/covers-text.ts";
import { mergePhrases } from "../naming/phrases/merge-phrases.ts";
import type { PhraseList } from "../naming/phrases/phrase-list.ts";
import { selectPhrases } from "../naming/phrases/select-phrases.ts";
import { hasSmallHalf } from "../privacy/account-half.ts";
import type { SupportCounter } from "../privacy/support-counter.ts";
import type { GroupToName } from "./name-groups.ts";

/** A cluster with who supports which word. */
interface SupportedGroup extends GroupToName {
  readonly support: SupportCounter;
}

/**
 * What is told of each cluster: at the base what was counted there, above it what is told of the base clusters below. The support
 * rule asks more of some words than a phrase has by itself, such as those that no dictionary knows.
 */
export function toPhraseLists(
  groups: readonly SupportedGroup[],
  counted: ReadonlyMap<number, PhraseList> | null,
  ofBases: readonly PhraseList[],
): readonly PhraseList[] {
  return groups.map(({ group, bases, support }) => {
    const list =
      counted === null
        ? mergePhrases(
            bases.flatMap((base) => ofBases[base] ?? []),
            support.accounts,
          )
        : (counted.get(group) ?? { accounts: 0, phrases: [] });
    return { ...list, phrases: list.phrases.filter(({ text }) => support.unsupported(text).length === 0) };
  });
}

/** Clusters of which phrases are told and nothing else: what supports a text is the list, and not the accounts behind it. */
export function toClusterOfPhrases(
  groups: readonly SupportedGroup[],
  told: readonly PhraseList[],
): readonly ClusterToName[] {
  const materials = selectPhrases(told);
  return groups.map(({ children }, position): ClusterToName => {
    const phrases = materials[position] ?? { accounts: 0, own: [], outside: [], told: [] };
    const unsupported = createCoverage(phrases.told);
    return {
      members: [],
      halves: [],
      outsiders: [],
      children,
      phrases,
      unsupported,
      supports: (text) => unsupported(text).length === 0,
    };
  });
}

/**
 * Clusters with a sample of their members. Where a half of the accounts is too small to be a sample of its own, a model is to go by
 * phrases: one call that saw everybody would be no half.
 */
export function toClusterOfSummaries(
  groups: readonly SupportedGroup[],
  sources: {
    readonly members: readonly (readonly { readonly text: string; readonly half: 0 | 1 }[])[];
    readonly outsiders: readonly (readonly string[])[];
    readonly naming: Analyst["naming"];
  },
): readonly ClusterToName[] {
  return groups.map(({ children, support }, position): ClusterToName => {
    const sample = sources.members[position] ?? [];
    const members = sample.map(({ text }) => text);
    const halves = sample.map(({ half }) => half);
    const unsupported = (text: string): readonly string[] => support.unsupported(text);
    const supports = (text: string): boolean => unsupported(text).length === 0;
    const small = sources.naming === "summaries" && hasSmallHalf(halves);
    return {
      members,
      halves,
      outsiders: sources.outsiders[position] ?? [],
      children,
      phrases: small ? toMaterial(members, supports) : null,
      unsupported,
      supports,
    };
  });
}

function toMaterial(texts: readonly string[], supports: (text: string) => boolean) {
  const list = countPhrases(texts, { accounts: texts.length });
  const phrases = list.phrases.filter(({ text }) => supports(text));
  const [material] = selectPhrases([{ ...list, phrases }]);
  return material ?? null;
}
