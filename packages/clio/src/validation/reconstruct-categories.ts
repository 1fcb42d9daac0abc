import type { Outcome, TextEmbedder } from "@observatory/core";
import { nearestRows } from "@observatory/numerics";
import type { Analyst, AnalystCallOptions, ClusterName, Facets } from "../analyst.ts";
import { embedAll } from "../embed/embed-all.ts";
import { categoryNames } from "./categories.ts";
import { scoreReconstruction, type Placement, type Reconstruction } from "./score-reconstruction.ts";
import type { KnownConversation } from "./validation-corpus.ts";

export interface ReconstructOptions {
  readonly embedder: TextEmbedder;
  readonly seed: number;
  readonly threads: number;
  readonly calls: AnalystCallOptions;
}

/**
 * Puts each conversation's weightiest request into one of the true categories, whose names alone the analyst is told, in
 * another order at each call, and scores where they went (Clio paper, section on synthetic validation).
 *
 * As in a run, an answer off the list is replaced by the category whose name is nearest in meaning; so is every answer of
 * an analyst that cannot assign.
 *
 * @param facets one outcome per conversation
 */
export async function reconstructCategories(
  analyst: Pick<Analyst, "hierarchy">,
  known: readonly KnownConversation[],
  facets: readonly Outcome<Facets>[],
  options: ReconstructOptions,
): Promise<Reconstruction> {
  const { calls, seed } = options;
  const categories = Object.values(categoryNames);
  const items = known.flatMap(({ category, language }, index) => {
    if (category === null) return [];
    const read = facets[index];
    return [{ truth: category, language, request: read?.ok === true ? toClusterName(read.value) : null }];
  });
  const requests = items.flatMap(({ request }) => request ?? []);
  const answers = analyst.hierarchy
    ? await analyst.hierarchy.assignParents(requests, categories, { ...calls, facet: "request", seed })
    : requests.map(() => null);
  const nearest = await findNearest(requests, categories, options);

  let position = 0;
  const placements = items.map(({ truth, language, request }): Placement => {
    if (request === null) return { truth, language, chosen: null, by: "analyst" };
    const answer = answers[position] ?? null;
    const chosen = categories[answer ?? nearest[position] ?? -1] ?? null;
    position++;
    return { truth, language, chosen, by: answer === null ? "embedding" : "analyst" };
  });
  return scoreReconstruction(placements, {
    method: analyst.hierarchy ? "analyst" : "embedding",
    categories,
    outside: known.length - items.length,
  });
}

/** The weightiest request as `assignParents` takes what it assigns. */
function toClusterName({ requests }: Facets): ClusterName {
  const [first] = requests;
  return { name: first?.request ?? "", description: first?.task ?? "" };
}

async function findNearest(
  requests: readonly ClusterName[],
  categories: readonly string[],
  { embedder, threads, calls }: ReconstructOptions,
): Promise<Int32Array> {
  const options = calls.signal ? { signal: calls.signal } : {};
  const texts = requests.map(({ name, description }) => `${name}. ${description}`);
  const points = await embedAll(texts, embedder, options);
  const centres = await embedAll(categories, embedder, options);
  const { indices } = await nearestRows(points, centres, { count: 1, threads, ...options });
  return indices;
}
