import { createRandom, UsageError, type Json } from "@observatory/core";
import { scoreClustering, type ClusteringScores } from "@observatory/numerics";
import { defineColumns, findFinishedStage, json, readShards } from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import { readAssignments } from "../assignments.ts";
import { findHierarchy } from "../stages/find-hierarchy.ts";
import { loadHierarchy } from "../stages/hierarchy-file.ts";

export interface ScoreOptions {
  /** Key in `labels`; a list, such as a path from coarse to fine, is scored at each of its depths. */
  readonly label: string;
  readonly seed?: number;
  /** Bootstrap resamples for the intervals. */
  readonly resamples?: number;
  readonly signal?: AbortSignal;
}

/** One level of the hierarchy against one depth of the truth. */
export interface LevelScore {
  /** 0 is the base. */
  readonly level: number;
  readonly clusters: number;
  /** Depth of the label, 0 the coarsest; null for a label that is one value. */
  readonly depth: number | null;
  readonly classes: number;
  readonly conversations: number;
  readonly scores: ClusteringScores["metrics"];
}

export interface ScoreReport {
  readonly run: string;
  readonly label: string;
  /** Conversations without this label or without a value to cluster, which no score counts. */
  readonly unlabelled: number;
  readonly levels: readonly LevelScore[];
}

/**
 * Scores every level of a finished run against labels in its input: NMI, AMI, ARI, purity and V-measure, each with
 * its value by chance and an interval. A conversation of several requests counts where its weightiest went. Throws UsageError where no conversation has the label.
 */
export async function scoreRun(run: string, options: ScoreOptions): Promise<ScoreReport> {
  const { label, seed = 0, resamples = 200, signal } = options;
  const { levels, nodes } = await loadHierarchy(await findHierarchy(run));
  const levelOf = new Map(nodes.map((node) => [node.id, node.level]));
  const truth = await readLabels(run, label);

  const rows: { readonly label: readonly string[]; readonly clusters: readonly string[] }[] = [];
  let unlabelled = 0;
  for await (const { id, path } of readAssignments(run, signal ? { signal } : {})) {
    const value = truth.get(id);
    if (value === undefined || path.length === 0) unlabelled++;
    else {
      // At level l a conversation is in its highest cluster whose level is at most l.
      const clusterAt = (level: number): string => path.find((id) => (levelOf.get(id) ?? 0) <= level) ?? "";
      rows.push({ label: value, clusters: Array.from({ length: levels }, (_, level) => clusterAt(level)) });
    }
  }
  if (rows.length === 0) {
    throw new UsageError(`no conversation of ${run} has a label "${label}"`, {
      hint: '--label names a key of the object "labels" in the input.',
    });
  }

  const depths = rows.reduce((most, row) => Math.max(most, row.label.length), 0);
  const isPath = depths > 1;
  const scores: LevelScore[] = [];
  for (let level = levels - 1; level >= 0; level--) {
    const predicted = rows.map((row) => row.clusters[level] ?? "");
    const clusters = new Set(predicted).size;
    for (let depth = 0; depth < depths; depth++) {
      const classes = rows.map((row) => row.label.slice(0, depth + 1).join("\u0000"));
      const random = createRandom(seed).fork(`score/${level}/${depth}`);
      const result = await scoreClustering(classes, predicted, {
        random,
        resamples,
        ...(signal ? { signal } : {}),
      });
      if (result === null) continue;
      scores.push({
        level,
        clusters,
        depth: isPath ? depth : null,
        classes: new Set(classes).size,
        conversations: rows.length,
        scores: result.metrics,
      });
    }
  }
  return { run, label, unlabelled, levels: scores };
}

async function readLabels(run: string, label: string): Promise<Map<string, readonly string[]>> {
  const imported = await findFinishedStage(run, "import");
  const columns = defineColumns({ id: "text", labels: json(z.record(z.string(), z.json())) });
  const labels = new Map<string, readonly string[]>();
  for await (const row of readShards(join(imported, "conversations"), columns)) {
    const value = toLabel(row.labels[label]);
    if (value !== null) labels.set(row.id, value);
  }
  return labels;
}

function toLabel(value: Json | undefined): readonly string[] | null {
  if (value === undefined || value === null) return null;
  const parts = Array.isArray(value) ? value : [value];
  return parts.length === 0
    ? null
    : parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part)));
}
