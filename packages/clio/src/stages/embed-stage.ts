import type { TextEmbedder } from "@observatory/core";
import {
  cachedEmbedder,
  createVectorWriter,
  openVectorCache,
  readShardBatches,
  type RunDirectory,
  type VectorCache,
} from "@observatory/store";
import { join } from "node:path";
import { nameOfFacet } from "../facets/own/own-facet.ts";
import { knowsLanguageOf } from "../embed/language-route.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import type { StageContext } from "./stage-context.ts";
import { embeddedTextOf } from "./summary-of.ts";
import { facetColumns, type FacetRow } from "./tables.ts";

/**
 * Stage 5, first half: the texts of the clustered facet -> semantic vectors, one for each distinct conversation.
 *
 * A text in a language that the embedder does not know gets a vector of zeros and goes the lexical way alone.
 * Vectors are cached by content, so that a text is embedded once in the life of a run directory.
 */
export async function embedStage(
  run: RunDirectory,
  facets: { readonly key: string; readonly directory: string },
  duplicates: { readonly key: string },
  index: ConversationIndex,
  context: StageContext,
) {
  const { embedder, facet, signal } = context;
  return run.stage(
    "embed",
    { facets: facets.key, duplicates: duplicates.key, facet: nameOfFacet(facet), embedder: embedder.id },
    async ({ directory, report }) => {
      await using cache = await openEmbeddingCache(run, context);
      await using writer = await createVectorWriter(join(directory, "semantic.f32"), embedder.dimensions);
      const cached = cachedEmbedder(embedder, cache);
      let semantic = 0;
      let done = 0;
      for await (const rows of readDistinct(join(facets.directory, "facets"), index, signal)) {
        const { vectors, known } = await embedRows(rows, facet, cached, signal);
        await writer.append(vectors);
        semantic += known;
        done += rows.length;
        report(done, index.distinct);
      }
      await writer.finish();
      return { texts: index.distinct, semantic, lexical: index.distinct - semantic };
    },
    { signal },
  );
}

/** The vectors that this run directory has ever paid for. */
export async function openEmbeddingCache(
  run: RunDirectory,
  { embedder }: Pick<StageContext, "embedder">,
): Promise<VectorCache> {
  const { id: embedderId, dimensions } = embedder;
  return openVectorCache(join(run.privatePath, "embedding-cache"), { embedderId, dimensions });
}

/** The first row of every distinct conversation, in batches, in order of slots. */
export async function* readDistinct(
  facetsDirectory: string,
  index: ConversationIndex,
  signal: AbortSignal,
): AsyncGenerator<readonly FacetRow[]> {
  let row = 0;
  for await (const batch of readShardBatches(facetsDirectory, facetColumns, { signal })) {
    const start = row;
    row += batch.length;
    yield batch.filter((_, position) => index.isFirst[start + position] === 1);
  }
}

async function embedRows(
  rows: readonly FacetRow[],
  facet: StageContext["facet"],
  embedder: TextEmbedder,
  signal: AbortSignal,
): Promise<{ readonly vectors: Float32Array; readonly known: number }> {
  const { dimensions } = embedder;
  const vectors = new Float32Array(rows.length * dimensions);
  const texts = rows.map((row) => embeddedTextOf(row, facet));
  const known = texts.flatMap((text, position) => (knowsLanguageOf(text, embedder) ? [position] : []));
  const embedded = await embedder.embed(
    known.map((position) => texts[position] ?? ""),
    { signal },
  );
  known.forEach((position, i) => vectors.set(embedded[i] ?? [], position * dimensions));
  return { vectors, known: known.length };
}
