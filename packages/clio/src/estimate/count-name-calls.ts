import { countRequestTokens, type LanguageModel } from "@observatory/core";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import type { NamingMode } from "../names.ts";
import { namePhrasesPrompt } from "../model-analyst/prompts/name-phrases-prompt.ts";
import { mostShown, namePrompt } from "../model-analyst/prompts/name-prompt.ts";
import { sumCalls } from "./call-sum.ts";
import type { GuessedCluster } from "./guess-clusters.ts";
import type { CallCount } from "./run-estimate.ts";
import { typicalCounts, typicalTexts } from "./typical-lengths.ts";

/**
 * The calls that name one cluster: one for each share of its members or one that is told phrases, and a second where a word will be
 * refused.
 */
export function countNameCalls(
  model: LanguageModel,
  cluster: GuessedCluster,
  { facet, naming }: { readonly facet: ClusteredFacet; readonly naming: NamingMode },
): CallCount {
  const { shares, refused, outsiders, children } = cluster;
  const text = typicalTexts[facet === "task" ? "task" : "request"];
  const repeat = (value: string, times: number): string[] => Array.from({ length: times }, () => value);
  const { description, name, refusedWord } = typicalTexts;
  const outputTokens = model.countTokens(JSON.stringify({ description, name }));
  const count = (members: number, avoided: number): CallCount => {
    const material = {
      members: repeat(text, Math.min(members, mostShown.members)),
      outsiders: repeat(text, Math.min(outsiders, mostShown.outsiders)),
      children: repeat(name, Math.min(children, mostShown.children)),
      avoid: repeat(refusedWord, avoided),
    };
    const request = namePrompt(material, { facet, temperature: 1 });
    return { calls: 1, inputTokens: countRequestTokens(model, request), outputTokens };
  };
  const countPhrases = (avoided: number): CallCount => {
    const phrase = { text: typicalTexts.phrase, accounts: 20 };
    const material = {
      accounts: 100,
      own: Array.from({ length: typicalCounts.phrases }, () => phrase),
      outside: Array.from({ length: typicalCounts.outsidePhrases }, () => phrase),
      children: repeat(name, Math.min(children, mostShown.children)),
      avoid: repeat(refusedWord, avoided),
    };
    const request = namePhrasesPrompt(material, { facet, temperature: 1 });
    return { calls: 1, inputTokens: countRequestTokens(model, request), outputTokens };
  };
  if (naming === "phrases" || shares.length === 0) {
    return sumCalls([countPhrases(0), ...(refused > 0 ? [countPhrases(typicalCounts.refusedWords)] : [])]);
  }
  return sumCalls([
    ...shares.map((members) => count(members, 0)),
    ...shares.slice(0, refused).map((members) => count(members, typicalCounts.refusedWords)),
  ]);
}
