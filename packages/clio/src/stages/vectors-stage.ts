import { createRandom } from "@observatory/core";
import { createMatrix, type Matrix } from "@observatory/numerics";
import {
  createVectorWriter,
  readVectors,
  writeFileAtomic,
  type RunDirectory,
  type StageResult,
} from "@observatory/store";
import { join } from "node:path";
import { fitHybridEmbedding, type HybridSample } from "../embed/fit-hybrid-embedding.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { readDistinct } from "./embed-stage.ts";
import type { StageContext } from "./stage-context.ts";
import { embeddedTextOf } from "./summary-of.ts";

const sampleSize = 20_000;

/**
 * Stage 5, second half: semantic vectors beside a lexical view that is fitted on the corpus itself, weighted by
 * what the corpus says of both.
 */
export async function vectorsStage(
  run: RunDirectory,
  facets: StageResult,
  embedded: { readonly key: string; readonly directory: string },
  index: ConversationIndex,
  context: StageContext,
) {
  const { embedder, facet, seed, signal } = context;
  return run.stage(
    "vectors",
    { embed: embedded.key, seed, version: 2 },
    async ({ directory, report }) => {
      const table = join(facets.directory, "facets");
      const shape = { rows: index.distinct, columns: embedder.dimensions };
      const semantic: Matrix = {
        ...shape,
        data: await readVectors(join(embedded.directory, "semantic.f32"), shape),
      };
      const random = createRandom(seed).fork("vectors");

      const chosen = new Set(
        random
          .fork("sample")
          .shuffle(Array.from({ length: index.distinct }, (_, slot) => slot))
          .slice(0, sampleSize),
      );
      const slots = [...chosen].toSorted((a, b) => a - b);
      const texts: string[] = [];
      let slot = 0;
      for await (const rows of readDistinct(table, index, signal)) {
        for (const row of rows) if (chosen.has(slot++)) texts.push(embeddedTextOf(row, facet));
      }
      const sample = toSample(texts, slots, semantic);
      const hybrid = await fitHybridEmbedding(sample, { random: random.fork("fit"), signal });

      await using writer = await createVectorWriter(join(directory, "vectors.f32"), hybrid.dimensions);
      let start = 0;
      for await (const rows of readDistinct(table, index, signal)) {
        const part = Array.from(rows, (_, position) => start + position);
        const batch = toSample(
          rows.map((row) => embeddedTextOf(row, facet)),
          part,
          semantic,
        );
        const hybridRows = hybrid.embed(batch.texts, batch.semantic, batch.known);
        await writer.append(hybridRows.data);
        start += rows.length;
        report(start, index.distinct);
      }
      await writer.finish();
      const { dimensions, weight, evidence } = hybrid;
      await writeFileAtomic(
        join(directory, "hybrid.json"),
        JSON.stringify({ dimensions, weight, evidence }, null, 2),
      );
      return { vectors: index.distinct, dimensions };
    },
    { signal },
  );
}

function toSample(texts: readonly string[], slots: readonly number[], semantic: Matrix): HybridSample {
  const part = createMatrix(slots.length, semantic.columns);
  const known = new Uint8Array(slots.length);
  slots.forEach((slot, position) => {
    const row = semantic.data.subarray(slot * semantic.columns, (slot + 1) * semantic.columns);
    part.data.set(row, position * semantic.columns);
    known[position] = row.some((value) => value !== 0) ? 1 : 0;
  });
  return { texts, semantic: part, known };
}
