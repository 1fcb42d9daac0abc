// What a release under differential privacy tells, by epsilon: of clinc150, and of a synthetic corpus.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLexicalAnalyst, readAssignments, runClio, synthesizeConversations } from "@observatory/clio";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { createBuiltinEmbedder } from "@observatory/models";
import { clusteringMetrics, createContingency } from "@observatory/numerics";

export const name = "differential-privacy";

const epsilons = (process.env.BENCH_EPSILONS ?? "0.5,1,2,4,8,16,none")
  .split(",")
  .map((epsilon) => (epsilon === "none" ? null : Number(epsilon)));

/**
 * For each epsilon (null: without) NMI of all conversations' base clusters with their labels, clusters shown, the share of
 * topics that a shown name speaks of, the share of conversations under a shown cluster, and how far the number of accounts
 * of a shown base cluster is off. Give `BENCH_KEEP` a directory to read the releases in afterwards, `BENCH_ONLY` one corpus and
 * `BENCH_EPSILONS` fewer ("1,4,none") where it takes too long.
 */
export async function run() {
  const keep = process.env.BENCH_KEEP;
  const directory = keep ?? (await mkdtemp(join(tmpdir(), "observatory-bench-")));
  const only = process.env.BENCH_ONLY;
  const analyst = createLexicalAnalyst({ threads: 2 });
  const embedder = createBuiltinEmbedder({ threads: 2 });
  const results = {};
  try {
    for (const [corpus, lines] of Object.entries(corpora)) {
      if (only !== undefined && only !== corpus) continue;
      const conversations = await lines();
      if (conversations === null) continue;
      const input = join(directory, `${corpus}.jsonl`);
      await writeFile(input, conversations.map((line) => JSON.stringify(line)).join("\n"));
      const rows = [];
      for (const epsilon of epsilons) {
        // One directory: what an epsilon does not change is done once.
        const out = join(directory, `run-${corpus}`);
        const privacy = epsilon === null ? undefined : { epsilon };
        const { release } = await runClio([input], { out, analyst, embedder, privacy, threads: 2 });
        rows.push({ epsilon, ...(await measure(out, release, conversations)) });
        console.error(corpus, JSON.stringify(rows.at(-1)));
        if (keep) {
          const text = release.clusters.clusters.map(
            ({ level, name, description, accounts }) =>
              `${"  ".repeat(3 - level)}${name} (${accounts}): ${description}`,
          );
          await writeFile(join(directory, `${corpus}-${epsilon}.txt`), text.join("\n"));
        }
      }
      results[corpus] = rows;
    }
    return results;
  } finally {
    await analyst.close();
    await embedder.close();
    if (keep === undefined) await rm(directory, { recursive: true, force: true });
  }
}

const corpora = {
  clinc150: async () => {
    const path = findRealFile("conversations/clinc150.jsonl.gz");
    if (path === null) return null;
    const lines = [];
    for await (const line of readRealLines(path)) lines.push(line);
    return lines;
  },
  synthetic: async () => [...synthesizeConversations({ conversations: 10_000, seed: 5 })],
};

async function measure(out, { clusters: { clusters }, release }, conversations) {
  const byId = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  const shown = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const labels = [];
  const bases = [];
  const topics = new Map();
  const accountsOf = new Map();
  let under = 0;
  for await (const { id, path } of readAssignments(out)) {
    const { labels: given, messages, account } = byId.get(id);
    const label = given.path.join("/");
    const base = path.at(-1) ?? "";
    labels.push(label);
    bases.push(base);
    if (path.some((each) => shown.has(each))) under++;
    const topic = topics.get(label) ?? { count: 0, words: new Map(), bases: new Map(), pathOf: new Map() };
    topics.set(label, topic);
    topic.count++;
    topic.bases.set(base, (topic.bases.get(base) ?? 0) + 1);
    topic.pathOf.set(base, path);
    for (const word of new Set(toStems(messages.find(({ role }) => role === "user")?.content ?? "")))
      topic.words.set(word, (topic.words.get(word) ?? 0) + 1);
    const accounts = accountsOf.get(base) ?? new Set();
    accountsOf.set(base, accounts.add(account ?? id));
  }
  const large = [...topics].filter(
    ([label, { count }]) => label !== "oos" && label !== "other" && count >= 20,
  );
  const covered = large.filter(([, topic]) => speaksOf(topic, shown));
  const nameless = clusters.filter(({ level }) => level === 0);
  const errors = nameless
    .map(({ id, accounts }) => [accounts, accountsOf.get(id)?.size ?? 0])
    .filter(([, exact]) => exact > 0)
    .map(([told, exact]) => Math.abs(told - exact) / exact)
    .sort((a, b) => a - b);
  return {
    nmi: Number(clusteringMetrics(createContingency(labels, bases)).nmi.toFixed(3)),
    bases: new Set(bases).size,
    shown: clusters.length,
    shownBases: nameless.length,
    topicsCovered: Number((covered.length / large.length).toFixed(3)),
    conversationsUnderShown: Number((under / labels.length).toFixed(3)),
    sizeDeviation: release.differentialPrivacy?.sizeDeviation ?? null,
    medianSizeError: Number((errors[Math.floor(errors.length / 2)] ?? 0).toFixed(3)),
  };
}

/** Whether the name or description of a shown cluster on the way to most of a topic uses a word that a fifth of the topic uses. */
function speaksOf({ count, words, bases, pathOf }, shown) {
  const [most] = [...bases].sort(([, a], [, b]) => b - a);
  const texts = (pathOf.get(most[0]) ?? []).flatMap((id) => {
    const cluster = shown.get(id);
    return cluster ? [`${cluster.name} ${cluster.description}`] : [];
  });
  return texts.some((text) => toStems(text).some((word) => (words.get(word) ?? 0) >= count / 5));
}

const glue = new Set(
  `the and for you can with what how that this are was have has from about ask asked user users most some other others
  mention mentioned many help get want need please would like could will not but your out any all when where which who
  them they there their one make use want know tell find give going into more also various request requests`.split(
    /\s+/,
  ),
);

function toStems(text) {
  return (text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
    .filter((word) => !glue.has(word))
    .map((word) => word.replace(/(?:ing|ed|es|s)$/, ""));
}
