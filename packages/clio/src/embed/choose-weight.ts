import type { Random } from "@observatory/core";
import { createMatrixEngine, selectRows, type Matrix } from "@observatory/numerics";
import { clusteringStability } from "./clustering-stability.ts";
import { joinParts } from "./join-parts.ts";

export interface WeightEvidence {
  /** How the weight was found, in words. */
  readonly rule: string;
  /** Texts that the scores were measured on. */
  readonly texts: number;
  /** Each weight that was tried, least first, with how stable the clusters are; empty where none could be tried. */
  readonly candidates: readonly { readonly weight: number; readonly stability: number }[];
}

export interface ChosenWeight {
  readonly weight: number;
  readonly evidence: WeightEvidence;
}

export interface ChooseWeightOptions {
  readonly random: Random;
  readonly signal?: AbortSignal | undefined;
}

/** The weight that no evidence has to speak for. */
export const usualWeight = 0.7;

const candidates = [usualWeight, 1.4, 2.8, 5.6];
const margin = 0.02;
const splits = 3;
const maxTexts = 1500;
const minTexts = 60;

/**
 * Chooses the weight of the lexical part against the semantic one without labels: the least of
 * {@link candidates} whose clusters are within 0.02 as stable as the most stable ones
 * ({@link clusteringStability}; sqrt(n) clusters, four splits of at most 2,000 texts). RULE
 */
export async function chooseWeight(
  semantic: Matrix,
  lexical: Matrix,
  options: ChooseWeightOptions,
): Promise<ChosenWeight> {
  const { random, signal } = options;
  const texts = Math.min(semantic.rows, maxTexts);
  if (texts < minTexts) {
    return { weight: usualWeight, evidence: { rule: "the usual weight: too few texts to compare", texts, candidates: [] } };
  }
  const order = random.fork("sample").shuffle(Array.from({ length: semantic.rows }, (_, row) => row));
  const rows = order.slice(0, texts);
  const [sampledSemantic, sampledLexical] = [selectRows(semantic, rows), selectRows(lexical, rows)];
  const clusters = Math.min(64, Math.max(4, Math.round(Math.sqrt(texts))));
  // One thread: the pieces of work are too small to share.
  const engine = await createMatrixEngine({ threads: 1 });
  try {
    const scores: { readonly weight: number; readonly stability: number }[] = [];
    for (const weight of candidates) {
      const points = joinParts(sampledSemantic, sampledLexical, { weight });
      // The same splits for every weight, so that their luck cancels out.
      const stability = await clusteringStability(points, { clusters, splits, engine, signal, random: random.fork("splits") });
      scores.push({ weight, stability });
    }
    return { weight: pickWeight(scores), evidence: { rule, texts, candidates: scores } };
  } finally {
    await engine.close();
  }
}

const rule = `the least weight whose clusters are as stable as the most stable ones, to ${margin}`;

function pickWeight(scores: WeightEvidence["candidates"]): number {
  const best = Math.max(...scores.map(({ stability }) => stability));
  return scores.find(({ stability }) => stability >= best - margin)?.weight ?? usualWeight;
}
