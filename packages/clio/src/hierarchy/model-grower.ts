import type { Random, TextEmbedder } from "@observatory/core";
import {
  cutTree,
  kMeans,
  nearestRows,
  selectRows,
  wardTree,
  type Matrix,
  type MatrixEngine,
} from "@observatory/numerics";
import type {
  AnalystCallOptions,
  ClusterName,
  CountRange,
  HierarchyAnalyst,
  Neighbourhood,
} from "../analyst.ts";
import { embedAll } from "../embed/embed-all.ts";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import { toDenseLabels, type GroupBelow, type LevelGrower } from "./level-grower.ts";

export interface ModelGrowerOptions {
  /** How many clusters each level should have, base first. */
  readonly levelSizes: readonly number[];
  readonly facet: ClusteredFacet;
  readonly embedder: TextEmbedder;
  readonly engine: MatrixEngine;
  readonly random: Random;
  readonly seed: number;
  readonly calls: AnalystCallOptions;
  readonly signal: AbortSignal;
  /** Told where a rule decided instead of the model. */
  readonly onRule: (rule: GrowthRule, count: number) => void;
}

/** `assigned-by-embedding`: children; `merged-by-embedding`, `grown-by-ward`: levels. */
export type GrowthRule = "assigned-by-embedding" | "merged-by-embedding" | "grown-by-ward";

/** Clusters in one question for broader names, about. */
export const neighbourhoodSize = 40;
/** Nearest clusters outside that such a question shows. */
export const outsideShown = 10;

/**
 * Parents by a model (Clio paper, appendix G.7): clusters into neighbourhoods by what their names mean, broader names
 * proposed for each, all proposals of the level made one list, each cluster assigned to one of them.
 *
 * Where the model fails a rule decides and is told: an assignment off the list goes to the parent whose name is
 * nearest in meaning; a list that stays too long is thinned to the names nearest to its k-means centres; a level
 * without two usable parents is cut by Ward's method. A parent without a child is dropped.
 */
export function createModelGrower(hierarchy: HierarchyAnalyst, options: ModelGrowerOptions): LevelGrower {
  const { levelSizes, facet, embedder, engine, random, seed, calls, signal, onRule } = options;
  const callOptions = { ...calls, facet, signal };

  const embed = (texts: readonly string[]): Promise<Matrix> => embedAll(texts, embedder, { signal });

  return {
    grow: async (level, below) => {
      const wanted = levelSizes[level];
      if (wanted === undefined || wanted >= below.length) return null;
      const ofLevel = random.fork(`level ${level}`);
      const names = below.map(({ name }) => name);
      const points = await embed(names.map(({ name, description }) => `${name}. ${description}`));

      const neighbourhoods = await findNeighbourhoods(names, points, wanted, ofLevel);
      const proposals = distinctNames((await hierarchy.proposeParents(neighbourhoods, callOptions)).flat());
      const parents = await deduplicate(proposals, wanted, ofLevel);
      if (parents.length >= 2) {
        const assigned = await assign(names, points, parents, seed + level);
        if (new Set(assigned).size >= 2) return toDenseLabels(assigned);
      }
      onRule("grown-by-ward", 1);
      const tree = await wardTree(points, below.map(sizeOf), { signal });
      return toDenseLabels(cutTree(tree, wanted));
    },
  };

  async function findNeighbourhoods(
    names: readonly ClusterName[],
    points: Matrix,
    wanted: number,
    ofLevel: Random,
  ): Promise<Neighbourhood[]> {
    const count = Math.ceil(names.length / neighbourhoodSize);
    const { labels, centroids } = await kMeans(points, {
      clusters: count,
      random: ofLevel.fork("neighbourhoods"),
      engine,
      signal,
    });
    const groups = { queries: Array.from({ length: centroids.rows }, (_, i) => i), points: labels };
    const nearest = await nearestRows(centroids, points, { count: outsideShown, groups, engine, signal });
    return groups.queries.map((neighbourhood): Neighbourhood => {
      const clusters = names.filter((_, cluster) => labels[cluster] === neighbourhood);
      const outside = nearest.indices.subarray(
        neighbourhood * outsideShown,
        (neighbourhood + 1) * outsideShown,
      );
      return {
        clusters,
        outside: [...outside].flatMap((cluster) => names[cluster] ?? []),
        wanted: toRange((wanted * clusters.length) / names.length),
      };
    });
  }

  async function deduplicate(
    proposals: readonly string[],
    wanted: number,
    ofLevel: Random,
  ): Promise<readonly string[]> {
    if (proposals.length <= wanted) return proposals;
    const range = toRange(wanted);
    const merged = await hierarchy.deduplicateParents(proposals, { ...callOptions, wanted: range });
    const names = merged === null || merged.length < 2 ? proposals : distinctNames(merged);
    if (names.length <= range.most) return names;
    onRule("merged-by-embedding", 1);
    const points = await embed(names);
    const random = ofLevel.fork("thin");
    const { centroids } = await kMeans(points, { clusters: wanted, random, engine, signal });
    const { indices } = await nearestRows(centroids, points, { count: 1, engine, signal });
    return [...new Set(indices)].toSorted((a, b) => a - b).flatMap((index) => names[index] ?? []);
  }

  async function assign(
    children: readonly ClusterName[],
    points: Matrix,
    parents: readonly string[],
    levelSeed: number,
  ): Promise<number[]> {
    const answers = await hierarchy.assignParents(children, parents, { ...callOptions, seed: levelSeed });
    const lost = children.flatMap((_, child) => (inRange(answers[child], parents.length) ? [] : [child]));
    if (lost.length === 0) return answers.map((answer) => answer ?? 0);
    onRule("assigned-by-embedding", lost.length);
    const centres = await embed(parents);
    const { indices } = await nearestRows(selectRows(points, lost), centres, { count: 1, engine, signal });
    const rescued = new Map(lost.map((child, position) => [child, indices[position] ?? 0]));
    return children.map((_, child) => rescued.get(child) ?? answers[child] ?? 0);
  }
}

/** Between half and one and a half times as many; the paper's range. */
export function toRange(wanted: number): CountRange {
  return { least: Math.max(1, Math.floor(0.5 * wanted)), most: Math.max(2, Math.ceil(1.5 * wanted)) };
}

/** Names that differ in more than case, white space and punctuation, the first of each. */
function distinctNames(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = name
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim();
    if (key !== "" && !seen.has(key)) seen.set(key, name.trim());
  }
  return [...seen.values()];
}

function inRange(answer: number | null | undefined, count: number): boolean {
  return answer !== null && answer !== undefined && answer >= 0 && answer < count;
}

function sizeOf({ bases }: GroupBelow): number {
  return bases.length;
}
