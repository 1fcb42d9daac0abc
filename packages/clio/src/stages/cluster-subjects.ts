import { createMatrix, type Matrix } from "@observatory/numerics";
import { readVectors, type StageResult } from "@observatory/store";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { toWords } from "../analysis/cluster-words.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { readDistinct } from "./embed-stage.ts";
import { readGroups } from "./group-table.ts";
import type { StageContext } from "./stage-context.ts";
import { summaryOf } from "./summary-of.ts";

/** What the members of base clusters say, in sums that can be added up for their parents. Private. */
export interface SubjectSums {
  /** One row a base: how many members, how many with a meaning, the sum of their meanings, how many use each word (by a hash). */
  readonly rows: Matrix;
  /** Of a meaning. */
  readonly dimensions: number;
}

const wordSlots = 1024;
const firstMeaning = 2;

/** Columns of the sums for meanings of so many dimensions. */
export function subjectColumns(dimensions: number): number {
  return firstMeaning + dimensions + wordSlots;
}

/** Sums up the requests of each base cluster. */
export async function sumSubjects(
  sources: {
    readonly facets: StageResult;
    readonly embedded: StageResult;
    readonly clustered: StageResult;
    readonly index: ConversationIndex;
  },
  { facet, embedder, signal }: Pick<StageContext, "facet" | "embedder" | "signal">,
): Promise<SubjectSums> {
  const { facets, embedded, clustered, index } = sources;
  const { dimensions } = embedder;
  const shape = { rows: index.distinct, columns: dimensions };
  const meanings = await readVectors(join(embedded.directory, "semantic.f32"), shape, { signal });
  const bases = await readGroups(join(clustered.directory, "bases"), index, signal);
  const rows = createMatrix(clustered.counts["clusters"] ?? 0, subjectColumns(dimensions));
  let slot = 0;
  for await (const batch of readDistinct(join(facets.directory, "facets"), index, signal)) {
    for (const row of batch) {
      const meaning = meanings.subarray(slot * dimensions, (slot + 1) * dimensions);
      addMember(rows, bases[slot] ?? 0, meaning, summaryOf(row, facet));
      slot++;
    }
  }
  return { rows, dimensions };
}

/**
 * One row for each cluster of what its members say, of length 1: half of it by meaning, from the middle of all members, and half by
 * words, the rarer the heavier; by words alone where the embedder knows too few of its members' language.
 *
 * @param clusters the bases of each
 */
export function toSubjectVectors(
  { rows, dimensions }: SubjectSums,
  clusters: readonly (readonly number[])[],
): Matrix {
  const all = sumRows(rows, [...Array(rows.rows).keys()]);
  const vectors = createMatrix(clusters.length, dimensions + wordSlots);
  clusters.forEach((bases, at) => {
    const sums = sumRows(rows, bases);
    const [members = 0, withMeaning = 0] = sums;
    const meaning = sums
      .subarray(firstMeaning, firstMeaning + dimensions)
      .map(
        (sum, d) => sum / Math.max(1, withMeaning) - (all[firstMeaning + d] ?? 0) / Math.max(1, all[1] ?? 0),
      );
    const words = sums.subarray(firstMeaning + dimensions).map((count, word) => {
      const anywhere = all[firstMeaning + dimensions + word] ?? 0;
      return count === 0 ? 0 : Math.sqrt(count / members) * Math.log((1 + (all[0] ?? 0)) / anywhere);
    });
    const hasMeaning = withMeaning >= members / 2;
    const place = at * vectors.columns;
    if (hasMeaning) vectors.data.set(toLength(meaning, Math.SQRT1_2), place);
    vectors.data.set(toLength(words, hasMeaning ? Math.SQRT1_2 : 1), place + dimensions);
  });
  return vectors;
}

function addMember(rows: Matrix, base: number, meaning: Float32Array, text: string): void {
  const start = base * rows.columns;
  const add = (column: number, value: number): void => {
    rows.data[start + column] = (rows.data[start + column] ?? 0) + value;
  };
  add(0, 1);
  if (meaning.some((value) => value !== 0)) {
    add(1, 1);
    meaning.forEach((value, d) => add(firstMeaning + d, value));
  }
  for (const slot of new Set(toWords(text).map(toSlot))) add(firstMeaning + meaning.length + slot, 1);
}

function toSlot(word: string): number {
  return createHash("sha256").update(word).digest().readUInt16LE(0) % wordSlots;
}

function sumRows({ data, columns }: Matrix, indices: readonly number[]): Float64Array {
  const sums = new Float64Array(columns);
  for (const index of indices) {
    for (let column = 0; column < columns; column++)
      sums[column] = (sums[column] ?? 0) + (data[index * columns + column] ?? 0);
  }
  return sums;
}

function toLength(vector: Float64Array, length: number): Float64Array {
  const now = Math.hypot(...vector);
  return now === 0 ? vector : vector.map((value) => (value * length) / now);
}
