// What privacy costs: what a release shows and names with the defences on, beside what the same run would show without them.
import { rm, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLexicalAnalyst, presetNames, readAssignments, runClio } from "@observatory/clio";
import { createRandom } from "@observatory/core";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { createBuiltinEmbedder } from "@observatory/models";
import { scoreClustering } from "@observatory/numerics";

export const name = "privacy-cost";

/** The depth of the label that counts: intents and domains. */
const corpora = [
  { name: "clinc150", depth: 2 },
  { name: "sgd_dialogues", depth: 1 },
];

const mostConversations = 5000;

/**
 * With the built-in embedder and the lexical analyst, at both presets. Off is what the attack suite takes for no defence: every cluster
 * is shown under its first name. NMI is of the base clusters with the labels; with the defences on, conversations of hidden
 * clusters are all in one class, as a reader sees them.
 */
export async function run() {
  const directory = await mkdtemp(join(tmpdir(), "observatory-bench-"));
  const rows = [];
  try {
    for (const corpus of corpora) {
      for (const preset of presetNames) {
        rows.push(await measure(corpus, preset, join(directory, `${corpus.name}-${preset}`)));
      }
    }
    return { rows };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function measure({ name: corpus, depth }, preset, out) {
  const path = findRealFile(`conversations/${corpus}.jsonl.gz`);
  if (path === null) return { corpus, skipped: "the data is not here" };
  const lines = [];
  const labelOf = new Map();
  for await (const record of readRealLines(path)) {
    const truth = toPath(record.labels).slice(0, depth).join("/");
    if (truth === "") continue;
    labelOf.set(record.id, truth);
    lines.push(`${JSON.stringify(record)}\n`);
  }
  // The file is in the order of its labels.
  const input = `${out}.jsonl`;
  await writeFile(input, createRandom(1).shuffle(lines).slice(0, mostConversations).join(""));
  const analyst = createLexicalAnalyst();
  const embedder = await createBuiltinEmbedder();
  const start = process.cpuUsage();
  const { release } = await runClio([input], { out, analyst, embedder, preset });
  const { user, system } = process.cpuUsage(start);
  await Promise.all([analyst.close(), embedder.close()]);

  const shown = new Set(release.clusters.clusters.map(({ id }) => id));
  const all = new Set();
  const truth = [];
  const base = [];
  for await (const { id, path: clusters } of readAssignments(out)) {
    if (clusters.length === 0) continue;
    clusters.forEach((cluster) => all.add(cluster));
    truth.push(labelOf.get(id));
    base.push(clusters.at(-1));
  }
  const score = async (clusters) => {
    const scores = await scoreClustering(truth, clusters, {
      random: createRandom(1),
      resamples: 1,
      permutations: 1,
    });
    return round(scores.metrics.nmi.value);
  };
  const { first, again, byRule, withheld, refused } = release.release.names;
  const countShown = base.filter((cluster) => shown.has(cluster)).length;
  return {
    corpus,
    preset,
    conversations: base.length,
    naming: release.release.naming,
    off: { clustersShown: all.size, clustersWithheld: 0, namesFirst: all.size, nmi: await score(base) },
    on: {
      clustersShown: shown.size,
      clustersWithheld: all.size - shown.size,
      conversationsInShownBaseClusters: round(countShown / base.length),
      names: { first, again, byRule, withheldForWantOfAny: withheld },
      clustersWithARefusedProposal: refused,
      nmi: await score(base.map((cluster) => (shown.has(cluster) ? cluster : "hidden"))),
    },
    processorSeconds: round((user + system) / 1e6),
  };
}

function toPath(labels) {
  return labels.path ?? [];
}

function round(value) {
  return Number(value.toFixed(3));
}
