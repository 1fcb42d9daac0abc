import { createRandom } from "@observatory/core";
import { createMatrix, nearestRows, type Matrix } from "@observatory/numerics";
import { readVectors } from "@observatory/store";
import { join } from "node:path";
import type { ClusterNode } from "../hierarchy/build-tree.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { readDistinct } from "./embed-stage.ts";
import { readAssignedBases } from "./read-assignments.ts";
import type { StageContext } from "./stage-context.ts";

/** Finds, for clusters of the hierarchy, the nearest summaries that are not theirs. */
export interface OutsiderFinder {
  /** For each node the nearest outside summaries, nearest first, at most one an account. */
  find(nodes: readonly number[]): Promise<readonly (readonly string[])[]>;
}

export interface OutsiderSources {
  readonly facets: { readonly directory: string };
  readonly vectors: { readonly directory: string; readonly dimensions: number };
  readonly clustered: { readonly directory: string };
  readonly index: ConversationIndex;
  readonly nodes: readonly ClusterNode[];
  readonly context: StageContext;
}

interface SampledRow {
  readonly text: string;
  readonly account: string;
  readonly base: number;
}

const sampleSize = 20_000;

/** Looks among a seeded sample of at most 20,000 conversations, so that cost and memory do not grow with the input. */
export async function createOutsiderFinder(sources: OutsiderSources): Promise<OutsiderFinder> {
  const { index, nodes, vectors, context } = sources;
  const { seed, signal, threads, analyst } = context;
  const slots = Array.from({ length: index.distinct }, (_, slot) => slot);
  const chosen = new Set(createRandom(seed).fork("outsiders").shuffle(slots).slice(0, sampleSize));
  const bases = await readAssignedBases(sources.clustered.directory, index, signal);

  const sample: SampledRow[] = [];
  const points = createMatrix(chosen.size, vectors.dimensions);
  const shape = { rows: index.distinct, columns: vectors.dimensions };
  const data = await readVectors(join(vectors.directory, "vectors.f32"), shape);
  let slot = 0;
  for await (const rows of readDistinct(join(sources.facets.directory, "facets"), index, signal)) {
    for (const row of rows) {
      if (chosen.has(slot)) {
        points.data.set(data.subarray(slot * shape.columns, (slot + 1) * shape.columns), sample.length * shape.columns);
        const account = row.account ?? `conversation ${row.id}`;
        sample.push({ text: row[context.facet], account, base: bases[slot] ?? 0 });
      }
      slot++;
    }
  }

  const findOutside = (order: readonly number[], members: ReadonlySet<number>): string[] => {
    const texts: string[] = [];
    const accounts = new Set<string>();
    for (const position of order) {
      const row = sample[position];
      if (!row || members.has(row.base) || accounts.has(row.account)) continue;
      accounts.add(row.account);
      texts.push(row.text);
      if (texts.length === analyst.outsidersShown) break;
    }
    return texts;
  };

  return {
    find: async (wanted) => {
      if (sample.length === 0) return wanted.map(() => []);
      const memberSets = wanted.map((node) => new Set(nodes[node]?.bases));
      const inside = memberSets.map((set) => sample.reduce((count, row) => count + (set.has(row.base) ? 1 : 0), 0));
      const count = Math.min(sample.length, Math.max(0, ...inside) + 2 * analyst.outsidersShown);
      const queries = toCentres(memberSets, sample, points);
      const { indices } = await nearestRows(queries, points, { count, threads, signal });
      return memberSets.map((set, position) => findOutside([...indices.subarray(position * count, (position + 1) * count)], set));
    },
  };
}

/** The mean of each cluster's sampled members. */
function toCentres(memberSets: readonly ReadonlySet<number>[], sample: readonly SampledRow[], points: Matrix): Matrix {
  const centres = createMatrix(memberSets.length, points.columns);
  memberSets.forEach((set, position) => {
    const centre = centres.data.subarray(position * points.columns, (position + 1) * points.columns);
    let members = 0;
    sample.forEach((row, i) => {
      if (!set.has(row.base)) return;
      members++;
      for (let d = 0; d < points.columns; d++) centre[d] = (centre[d] ?? 0) + (points.data[i * points.columns + d] ?? 0);
    });
    for (let d = 0; d < points.columns && members > 0; d++) centre[d] = (centre[d] ?? 0) / members;
  });
  return centres;
}
