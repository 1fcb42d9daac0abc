import { toMatrix } from "@observatory/numerics";
import { createVectorWriter, readVectors, type RunDirectory, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { extractLexicalFacets } from "../facets/extract-lexical-facets.ts";
import { fitPublicBasis, type PublicBasis } from "../privacy/differential/public-basis.ts";
import { synthesizeConversations } from "../synth/synthesize-conversations.ts";
import type { StageContext } from "./stage-context.ts";

/** Dimensions that vectors are brought down to, and public places in them. */
const dimensions = 32;
const anchors = 300;
const conversations = 5_000;

/** Fits what is known before any conversation is looked at, on the shipped synthetic corpus in English. */
export async function publicBasisStage(run: RunDirectory, context: StageContext): Promise<StageResult> {
  const { embedder, engine, signal } = context;
  const inputs = {
    embedder: embedder.id,
    engine: engine.backend,
    dimensions,
    anchors,
    conversations,
    version: 1,
  };
  return run.stage(
    "public-basis",
    inputs,
    async ({ directory, report }) => {
      const texts = listPublicTexts();
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += embedder.maxBatch) {
        vectors.push(...(await embedder.embed(texts.slice(start, start + embedder.maxBatch), { signal })));
        report(vectors.length, texts.length);
      }
      const basis = await fitPublicBasis(toMatrix(vectors), { dimensions, anchors, engine, signal });
      const write = async (file: string, columns: number, data: Float32Array): Promise<void> => {
        await using writer = await createVectorWriter(join(directory, file), columns);
        await writer.append(data);
        await writer.finish();
      };
      await write("mean.f32", basis.axes.columns, Float32Array.from(basis.mean));
      await write("axes.f32", basis.axes.columns, basis.axes.data);
      await write("anchors.f32", basis.anchors.columns, basis.anchors.data);
      return { texts: texts.length, dimensions: basis.axes.rows, anchors: basis.anchors.rows };
    },
    { signal },
  );
}

/** What `publicBasisStage` left. */
export async function loadPublicBasis(
  { directory, counts }: StageResult,
  { embedder }: StageContext,
): Promise<PublicBasis> {
  const read = async (file: string, rows: number, columns: number) => ({
    rows,
    columns,
    data: await readVectors(join(directory, file), { rows, columns }),
  });
  const fitted = counts["dimensions"] ?? 0;
  const { data } = await read("mean.f32", 1, embedder.dimensions);
  return {
    mean: Float64Array.from(data),
    axes: await read("axes.f32", fitted, embedder.dimensions),
    anchors: await read("anchors.f32", counts["anchors"] ?? 0, fitted),
  };
}

function listPublicTexts(): readonly string[] {
  const texts = new Set<string>();
  for (const conversation of synthesizeConversations({ conversations, seed: 1, languages: ["en"] })) {
    const facets = extractLexicalFacets(conversation);
    if (facets.ok) for (const { request } of facets.value.requests) texts.add(request);
  }
  return [...texts];
}
