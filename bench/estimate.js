// Estimated against used tokens of each stage: `clio estimate` beside a run with language models of the provider for tests,
// over its real adapters. Both count tokens alike, so that the estimate is measured and not the count; what the other count of
// the provider would make of the same texts is told apart.
import { createModelAnalyst, estimateRun, runClio, synthesizeConversations } from "@observatory/clio";
import { parseJson } from "@observatory/core";
import { findRealFile } from "@observatory/core/testing";
import {
  createAnthropicModel,
  createBuiltinEmbedder,
  createOpenAiModel,
  persistentModel,
} from "@observatory/models";
import { countPieces, startTestProvider } from "@observatory/models/testing";
import { journaledModel, openCallJournal } from "@observatory/store";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const name = "estimate";

const corpora = [
  { conversations: 600, seed: 7 },
  { conversations: 1000, seed: 23 },
  { conversations: 2000, seed: 11 },
  { file: "sgd_dialogues" },
  { file: "hh_harmless" },
  { file: "oasst_trees" },
  { file: "xsid" },
];

export async function run(wanted = corpora) {
  const results = [];
  for (const corpus of wanted) {
    for (const protocol of corpus.protocols ?? ["openai"]) {
      const directory = await mkdtemp(join(tmpdir(), "observatory-bench-"));
      try {
        const input = await write(corpus, directory);
        if (input === null) continue;
        const result = { corpus, protocol, ...(await compare(input, directory, protocol)) };
        console.error(JSON.stringify(result));
        results.push(result);
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    }
  }
  return { results };
}

async function write({ file, conversations, seed }, directory) {
  if (file !== undefined) return findRealFile(`conversations/${file}.jsonl.gz`);
  const path = join(directory, "chats.jsonl");
  const lines = [...synthesizeConversations({ conversations, seed })].map((one) => JSON.stringify(one));
  await writeFile(path, lines.join("\n"));
  return path;
}

async function compare(input, directory, protocol) {
  const out = join(directory, "run");
  const create = protocol === "openai" ? createOpenAiModel : createAnthropicModel;
  const options = { model: "test-model", apiKey: "none" };
  const counter = create(options);
  const countTokens = (text) => counter.countTokens(text);
  const provider = await startTestProvider({ countTokens });
  const journal = await openCallJournal(join(directory, "calls"), { scope: "bench" });
  const embedder = createBuiltinEmbedder({ threads: 2 });
  try {
    const baseUrl = protocol === "openai" ? provider.openAiUrl : provider.anthropicUrl;
    const model = journaledModel(persistentModel(create({ ...options, baseUrl }), { maxConcurrency: 8 }), {
      journal: async () => journal,
      costOf: () => 0,
    });
    let characters = { pieces: 0, tokens: 0 };
    const counted = {
      ...model,
      generate: async (request, call) => {
        const text = request.prompt.map((part) => part.text).join("");
        characters.pieces += countPieces(text);
        characters.tokens += countTokens(text);
        return model.generate(request, call);
      },
    };
    const priced = { model, price: null };
    const start = performance.now();
    const estimate = await estimateRun([input], {
      models: { extractor: priced, namer: priced, auditor: priced },
    });
    const seconds = (performance.now() - start) / 1000;
    const analyst = createModelAnalyst({
      extractor: counted,
      namer: counted,
      auditor: counted,
      usageOf: (purpose) => journal.usageOf(purpose),
    });
    await runClio([input], { out, analyst, embedder });
    const { stages } = parseJson(await readFile(join(out, "run.json"), "utf8")).value;
    return {
      levelSizes: estimate.levelSizes,
      seconds: Number(seconds.toFixed(1)),
      stages: Object.fromEntries(estimate.stages.map((stage) => [stage.stage, errorsOf(stage, stages)])),
      piecesForToken: Number((characters.pieces / characters.tokens).toFixed(3)),
    };
  } finally {
    await journal.close();
    await embedder.close();
    await provider[Symbol.asyncDispose]();
  }
}

/** Per cent that the estimate is too high. */
function errorsOf(estimate, stages) {
  const { usage } = stages[estimate.stage];
  const error = (key) => Number((100 * (estimate[key] / usage[key] - 1)).toFixed(1));
  return {
    used: [usage.calls, usage.inputTokens, usage.outputTokens],
    errors: [error("calls"), error("inputTokens"), error("outputTokens")],
  };
}
