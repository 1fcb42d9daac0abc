import { createRandom } from "@observatory/core";
import { createMatrix, nearestRows, type Matrix } from "@observatory/numerics";
import { readVectors, type StageResult } from "@observatory/store";
import { join } from "node:path";
import type { ConversationIndex } from "./conversation-index.ts";
import { readDistinct } from "./embed-stage.ts";
import { readGroups } from "./group-table.ts";
import type { StageContext } from "./stage-context.ts";
import { summaryOf } from "./summary-of.ts";

/** Finds, for clusters of one level, the nearest summaries that are not theirs. */
export interface OutsiderFinder {
  /**
   * For each group of base clusters the nearest summaries outside it, nearest first: at most one an account, one of each group of
   * copies, and none of accounts that the namer sees as members.
   */
  find(
    groups: readonly (readonly number[])[],
    members?: readonly ReadonlySet<string>[],
  ): Promise<readonly (readonly string[])[]>;
}

export interface OutsiderSources {
  readonly facets: StageResult;
  readonly vectors: StageResult;
  readonly clustered: StageResult;
  readonly index: ConversationIndex;
  readonly context: StageContext;
}

interface SampledRow {
  readonly text: string;
  readonly account: string;
  readonly base: number;
  readonly copies: number;
}

const sampleSize = 20_000;

/** Looks among a seeded sample of at most 20,000 conversations, so that cost and memory do not grow with the input. */
export async function createOutsiderFinder(sources: OutsiderSources): Promise<OutsiderFinder> {
  const { signal, engine, analyst } = sources.context;
  const { rows, points } = await drawSample(sources);

  const toTexts = (indices: Int32Array, members: ReadonlySet<string> | undefined): string[] => {
    const texts = new Map<string, string>();
    const told = new Set<number>();
    for (const position of indices) {
      const row = rows[position];
      if (!row || members?.has(row.account) || texts.has(row.account) || told.has(row.copies)) continue;
      texts.set(row.account, row.text);
      if (row.copies >= 0) told.add(row.copies);
      if (texts.size === analyst.outsidersShown) break;
    }
    return [...texts.values()];
  };

  return {
    find: async (wanted, members) => {
      // Twice as many as are shown, since an account is shown once.
      const count = Math.min(rows.length, 2 * analyst.outsidersShown);
      if (count === 0 || wanted.length === 0) return wanted.map(() => []);
      const groupOfBase = new Map(wanted.flatMap((bases, group) => bases.map((base) => [base, group])));
      const groups = Int32Array.from(rows, (row) => groupOfBase.get(row.base) ?? -1);
      const { indices } = await nearestRows(toCentres(groups, wanted.length, points), points, {
        count,
        groups: { queries: Int32Array.from(wanted.keys()), points: groups },
        engine,
        signal,
      });
      return wanted.map((_, group) =>
        toTexts(indices.subarray(group * count, (group + 1) * count), members?.[group]),
      );
    },
  };
}

async function drawSample({ facets, vectors, clustered, index, context }: OutsiderSources) {
  const { seed, signal, facet } = context;
  const slots = Array.from({ length: index.distinct }, (_, slot) => slot);
  const chosen = new Set(createRandom(seed).fork("outsiders").shuffle(slots).slice(0, sampleSize));
  const bases = await readGroups(join(clustered.directory, "bases"), index, signal);
  const shape = { rows: index.distinct, columns: vectors.counts["dimensions"] ?? 0 };
  const data = await readVectors(join(vectors.directory, "vectors.f32"), shape, { signal });

  const copiesOfSlot = index.copiesOf.filter((_, row) => index.isFirst[row] === 1);
  const rows: SampledRow[] = [];
  const points = createMatrix(chosen.size, shape.columns, { shared: true });
  let slot = 0;
  for await (const batch of readDistinct(join(facets.directory, "facets"), index, signal)) {
    for (const row of batch) {
      if (chosen.has(slot)) {
        points.data.set(
          data.subarray(slot * shape.columns, (slot + 1) * shape.columns),
          rows.length * shape.columns,
        );
        const account = row.account ?? `conversation ${row.id}`;
        const copies = copiesOfSlot[slot] ?? -1;
        rows.push({ text: summaryOf(row, facet), account, base: bases[slot] ?? 0, copies });
      }
      slot++;
    }
  }
  return { rows, points };
}

/** The mean of each group's points. */
function toCentres(groups: Int32Array, count: number, points: Matrix): Matrix {
  const { columns } = points;
  const centres = createMatrix(count, columns);
  const sizes = new Int32Array(count);
  groups.forEach((group, row) => {
    if (group < 0) return;
    sizes[group] = (sizes[group] ?? 0) + 1;
    for (let d = 0; d < columns; d++) {
      const place = group * columns + d;
      centres.data[place] = (centres.data[place] ?? 0) + (points.data[row * columns + d] ?? 0);
    }
  });
  centres.data.forEach((sum, place) => {
    centres.data[place] = sum / Math.max(1, sizes[Math.floor(place / columns)] ?? 1);
  });
  return centres;
}
