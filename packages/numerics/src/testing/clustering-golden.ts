import { readFileSync } from "node:fs";
import { parseJson } from "@observatory/core";
import type { ClusteringMetrics } from "../metrics/clustering-metrics.ts";

/** What scikit-learn and SciPy give; `fixtures/make-clustering-golden.py` writes it. For tests. */
export interface ClusteringGolden {
  readonly labellings: readonly {
    readonly name: string;
    readonly truth: readonly number[];
    readonly predicted: readonly number[];
    readonly scores: ClusteringMetrics;
  }[];
  readonly arithmetic: readonly {
    readonly items: number;
    readonly classes: number;
    readonly clusters: number;
    readonly scores: ClusteringMetrics;
  }[];
  readonly trees: readonly {
    readonly points: readonly (readonly number[])[];
    /** Left, right, height, leaves. */
    readonly merges: readonly (readonly [number, number, number, number])[];
  }[];
  readonly silhouette: {
    readonly points: readonly (readonly number[])[];
    readonly labels: readonly number[];
    readonly mean: number;
  };
}

export function readClusteringGolden(): ClusteringGolden {
  const text = readFileSync(new URL("../../fixtures/clustering-golden.json", import.meta.url), "utf8");
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error("the golden set is not JSON");
  // Our own script wrote the file, and the tests fail on any other shape.
  return parsed.value as ClusteringGolden;
}
