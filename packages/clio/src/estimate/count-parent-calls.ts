import { countRequestTokens, type LanguageModel, type ModelRequest } from "@observatory/core";
import type { ClusterName, CountRange } from "../analyst.ts";
import { neighbourhoodSize, outsideShown, toRange } from "../hierarchy/model-grower.ts";
import { mostNames } from "../model-analyst/create-hierarchy-analyst.ts";
import { assignPrompt } from "../model-analyst/prompts/assign-prompt.ts";
import { deduplicatePrompt } from "../model-analyst/prompts/deduplicate-prompt.ts";
import { parentsPrompt } from "../model-analyst/prompts/parents-prompt.ts";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import { sumCalls, timesCalls } from "./call-sum.ts";
import type { CallCount } from "./run-estimate.ts";
import { typicalTexts } from "./typical-lengths.ts";

/** One level above the base: how its parents will come about. */
export interface PlannedLevel {
  /** Clusters of the level below. */
  readonly below: number;
  /** Questions for broader names, each with so many clusters. */
  readonly neighbourhoods: readonly { readonly clusters: number; readonly wanted: CountRange }[];
  /** Names that are proposed; they are made one list where they are more than wanted. */
  readonly proposals: number;
  readonly wanted: number;
  /** Parents that the clusters below are assigned to. */
  readonly parents: number;
  /** Those of them that get at least two children, and so a name of their own. */
  readonly named: number;
  /** Children of such a parent. */
  readonly children: number;
}

/** Plans the levels that a model will build; each question is expected to be answered by the middle of the range that it asks for. */
export function planLevels(levelSizes: readonly number[]): readonly PlannedLevel[] {
  const levels: PlannedLevel[] = [];
  let below = levelSizes[0] ?? 1;
  for (const wanted of levelSizes.slice(1)) {
    if (wanted >= below) break;
    const count = Math.ceil(below / neighbourhoodSize);
    const sizes = Array.from({ length: count }, (_, i) => Math.floor((below + i) / count));
    const neighbourhoods = sizes.map((clusters) => ({
      clusters,
      wanted: toRange((wanted * clusters) / below),
    }));
    const proposals = neighbourhoods.reduce((sum, { wanted }) => sum + middleOf(wanted), 0);
    const parents = Math.min(proposals, toRange(wanted).most);
    levels.push({ below, neighbourhoods, proposals, wanted, parents, ...guessFamilies(below, parents) });
    below = parents;
  }
  return levels;
}

/** The calls that find the parents of one level and assign the clusters below to them, without those that name them. */
export function countParentCalls(
  model: LanguageModel,
  level: PlannedLevel,
  facet: ClusteredFacet,
): CallCount {
  const { below, neighbourhoods, proposals, wanted, parents } = level;
  const { name, parentName, shownDescription: description } = typicalTexts;
  const options = { facet, temperature: 1 };
  const cluster: ClusterName = { name, description };
  const listOf = <T>(item: T, length: number): T[] => Array.from({ length }, () => item);
  const count = (request: ModelRequest, answer: unknown): CallCount => ({
    calls: 1,
    inputTokens: countRequestTokens(model, request),
    outputTokens: model.countTokens(JSON.stringify(answer)),
  });
  const propose = neighbourhoods.map(({ clusters, wanted }) => {
    const outside = listOf(cluster, Math.min(outsideShown, below - clusters));
    const request = parentsPrompt({ clusters: listOf(cluster, clusters), outside, wanted }, options);
    return count(request, { names: listOf(parentName, middleOf(wanted)) });
  });
  const assign = count(assignPrompt(cluster, listOf(parentName, parents), options), { parent: parentName });
  return sumCalls([
    ...propose,
    ...(proposals > wanted ? deduplicateCalls(model, level, facet) : []),
    timesCalls(assign, below),
  ]);
}

/** One call where all names fit into it; else two passes over chunks. */
function deduplicateCalls(
  model: LanguageModel,
  level: PlannedLevel,
  facet: ClusteredFacet,
): readonly CallCount[] {
  const { proposals, parents, wanted } = level;
  const { parentName } = typicalTexts;
  const pass = (names: number, left: number): CallCount => {
    const chunks = Math.ceil(names / mostNames);
    const shown = Array.from({ length: Math.ceil(names / chunks) }, () => parentName);
    const range = toRange(wanted / chunks);
    const kept = shown.slice(0, Math.ceil(left / chunks));
    return timesCalls(
      {
        calls: 1,
        inputTokens: countRequestTokens(
          model,
          deduplicatePrompt(shown, { facet, wanted: range, temperature: 1 }),
        ),
        outputTokens: model.countTokens(JSON.stringify({ names: kept })),
      },
      chunks,
    );
  };
  const first = pass(proposals, parents);
  return proposals <= mostNames ? [first] : [first, pass(parents, parents)];
}

/**
 * How many parents get two children and more where shares of the parents are drawn from a Dirichlet distribution with
 * parameter 2, which is uneven but not wild: the number of children of one parent is beta-binomial then.
 */
function guessFamilies(children: number, parents: number): Pick<PlannedLevel, "named" | "children"> {
  const rest = 2 * (parents - 1);
  const scale = (rest * (rest + 1)) / ((children + rest) * (children + rest + 1));
  const none = parents === 1 ? 0 : scale;
  const one = parents === 1 ? 0 : (2 * children * scale) / (children + rest - 1);
  const named = Math.max(1, parents * (1 - none - one));
  return { named, children: (children - parents * one) / named };
}

function middleOf({ least, most }: CountRange): number {
  return Math.round((least + most) / 2);
}
