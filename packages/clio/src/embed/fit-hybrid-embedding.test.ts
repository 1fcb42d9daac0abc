import { createRandom, type Random } from "@observatory/core";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import {
  clusteringMetrics,
  createContingency,
  createMatrix,
  kMeans,
  rowOf,
  squaredLengths,
  type Matrix,
} from "@observatory/numerics";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fitHybridEmbedding } from "./fit-hybrid-embedding.ts";

describe("the hybrid embedding", () => {
  test("keeps the usual weight where meaning is told apart better than words", async () => {
    const { texts, semantic, known } = makeCorpus({ meaning: 1, isVague: true });
    const { weight, evidence } = await fitHybridEmbedding(
      { texts, semantic, known },
      { random: createRandom(1) },
    );
    expect(weight).toBe(0.7);
    expect(evidence.texts).toBe(240);
    expect(evidence.candidates.map((candidate) => candidate.weight)).toEqual([0.7, 1.4, 2.8, 5.6]);
  });

  test("leans on words where the semantic vectors say nothing", async () => {
    const { texts, semantic, known } = makeCorpus({ meaning: 0 });
    const { weight } = await fitHybridEmbedding({ texts, semantic, known }, { random: createRandom(1) });
    expect(weight).toBeGreaterThan(1);
  });

  test("gives unit rows that depend on the text and its vector alone", async () => {
    const { texts, semantic, known } = makeCorpus({ meaning: 1 });
    known[7] = 0;
    const hybrid = await fitHybridEmbedding({ texts, semantic, known }, { random: createRandom(1) });
    const rows = hybrid.embed(texts, semantic, known);
    expect(rows.columns).toBe(hybrid.dimensions);
    for (const square of squaredLengths(rows)) expect(square).toBeCloseTo(1, 5);
    const one: Matrix = { rows: 1, columns: 16, data: rowOf(semantic, 7) };
    expect(hybrid.embed(texts.slice(7, 8), one, Uint8Array.of(0)).data).toEqual(rowOf(rows, 7));
    // Unknown: what would be the semantic part is zero.
    expect(rowOf(rows, 7).subarray(0, 16)).toEqual(new Float32Array(16));
  });

  test("is the same for the same seed", async () => {
    const corpus = makeCorpus({ meaning: 0.5 });
    const [first, second] = await Promise.all(
      [1, 1].map((seed) => fitHybridEmbedding(corpus, { random: createRandom(seed) })),
    );
    expect(second?.evidence).toEqual(first?.evidence);
    const { texts, semantic, known } = corpus;
    expect(second?.embed(texts, semantic, known)).toEqual(first?.embed(texts, semantic, known));
  });

  test.each([0, 1, 2, 5])("fits %i texts without complaint", async (count) => {
    const texts = Array.from({ length: count }, () => "the same text");
    const semantic = createMatrix(count, 16);
    semantic.data.fill(0.25);
    const known = new Uint8Array(count).fill(1);
    const hybrid = await fitHybridEmbedding({ texts, semantic, known }, { random: createRandom(1) });
    expect(hybrid.embed(texts, semantic, known).data.every(Number.isFinite)).toBe(true);
    expect(hybrid.evidence.candidates).toEqual([]);
  });

  test("is lexical alone where no language is known", async () => {
    const { texts, semantic } = makeCorpus({ meaning: 1 });
    const known = new Uint8Array(texts.length);
    const hybrid = await fitHybridEmbedding(
      { texts, semantic, known },
      { random: createRandom(1), dimensions: 32 },
    );
    expect(hybrid.dimensions).toBe(16);
    for (const square of squaredLengths(hybrid.embed(texts, semantic, known)))
      expect(square).toBeCloseTo(1, 5);
  });

  test("stops when it is told to", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    const fitting = fitHybridEmbedding(makeCorpus({ meaning: 1 }), { random: createRandom(1), signal });
    await expect(fitting).rejects.toThrow("enough");
  });

  const path = findRealFile("conversations/clinc150.jsonl.gz");
  test.skipIf(path === null)(
    "finds intents in real requests by their words alone (needs the clinc150 data)",
    async () => {
      const { texts, intents } = await readIntents(path ?? "", 20);
      const known = new Uint8Array(texts.length);
      const semantic = createMatrix(texts.length, 16);
      const hybrid = await fitHybridEmbedding({ texts, semantic, known }, { random: createRandom(1) });
      const points = hybrid.embed(texts, semantic, known);
      const { labels } = await kMeans(points, {
        clusters: 20,
        random: createRandom(1),
        threads: 1,
        restarts: 3,
      });
      const scores = clusteringMetrics(createContingency(intents, labels));
      expect(scores?.nmi).toBeGreaterThan(0.7);
    },
  );
});

const subjects = ["timer", "invoice", "poem", "flight", "recipe", "password", "garden", "salary"];
const fillers = "please can you the a my for now help with this that some new old".split(" ");

/**
 * 240 texts about eight subjects. Their vectors of 16 numbers tell the subjects apart as far as `meaning` says; of the
 * texts themselves all name their subject, or one in three where vague.
 */
function makeCorpus({ meaning, isVague = false }: { readonly meaning: number; readonly isVague?: boolean }) {
  const random = createRandom("corpus");
  const semantic = createMatrix(240, 16);
  const texts = Array.from({ length: semantic.rows }, (_, row) => {
    const subject = row % subjects.length;
    fillNoise(rowOf(semantic, row), random);
    semantic.data[row * 16 + subject] = (semantic.data[row * 16 + subject] ?? 0) + 2 * meaning;
    const words = Array.from({ length: 6 }, () => random.pick(fillers));
    const named = isVague && random.integer(3) > 0 ? random.pick(fillers) : (subjects[subject] ?? "");
    return random.shuffle([...words, named, named]).join(" ");
  });
  return { texts, semantic, known: new Uint8Array(texts.length).fill(1) };
}

function fillNoise(row: Float32Array, random: Random): void {
  for (let i = 0; i < row.length; i++) row[i] = 0.2 * random.normal();
}

const requestSchema = z.object({
  messages: z.tuple([z.object({ content: z.string() })]),
  labels: z.object({ path: z.array(z.string()) }),
});

/** The texts of the first `count` intents that come, and their intents. */
async function readIntents(path: string, count: number) {
  const wanted = new Set<string>();
  const texts: string[] = [];
  const intents: string[] = [];
  for await (const line of readRealLines(path)) {
    const request = requestSchema.safeParse(line);
    const intent = request.data?.labels.path[1];
    if (request.data === undefined || intent === undefined) continue;
    if (wanted.size < count) wanted.add(intent);
    if (!wanted.has(intent)) continue;
    texts.push(request.data.messages[0].content);
    intents.push(intent);
  }
  return { texts, intents };
}
