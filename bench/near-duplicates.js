// Finding copies among 100,000 texts beside datasketch: the same texts, bands and threshold. A ratio above 1 means that
// ours was faster. The peer finds texts that are told again; ours finds shared passages too. PYTHON names the interpreter.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createRandom, parseJson } from "@observatory/core";
import { groupCopies, toComparedText } from "@observatory/clio";

export const name = "near-duplicates";

const sizes = [25_000, 100_000];

/** Seconds, processor seconds and memory of each side, what each found of what was planted, and how ours grows. */
export async function run() {
  const directory = await mkdtemp(join(tmpdir(), "observatory-bench-"));
  try {
    const runs = [];
    for (const size of sizes) {
      const texts = plantCopies(size);
      const ours = await measureOurs(texts, directory);
      const peer = await measurePeer(texts, directory);
      runs.push({ texts: size, ours, peer, ratio: peer && toDigits(peer.cpuSeconds / ours.cpuSeconds) });
      console.error(`  ${size} texts: ${JSON.stringify(runs.at(-1))}`);
    }
    const [small, large] = runs;
    return { runs, growth: toDigits(large.ours.cpuSeconds / small.ours.cpuSeconds) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Texts of 20 to 180 words; a tenth are earlier ones with one word in twelve changed, a twentieth quote 25 words of one. */
function plantCopies(size) {
  const random = createRandom("near duplicates");
  const word = () =>
    `w${Math.floor(20_000 * random.next() ** 3)}x`.replaceAll(/\d/gu, (digit) => "abcdefghij"[digit]);
  const draw = (length) => Array.from({ length }, word);
  const texts = [];
  for (let at = 0; at < size; at++) {
    const kind = at === 0 ? 1 : random.next();
    const of = kind < 0.15 ? random.integer(at) : null;
    const source = of === null ? null : texts[of].words;
    if (source === null) texts.push({ words: draw(20 + random.integer(160)), told: null, quotes: null });
    else if (kind < 0.1) {
      texts.push({
        words: source.map((one) => (random.next() < 1 / 12 ? word() : one)),
        told: of,
        quotes: null,
      });
    } else {
      const start = random.integer(Math.max(1, source.length - 25));
      const words = [...draw(60), ...source.slice(start, start + 25)];
      texts.push({ words, told: null, quotes: source.length >= start + 25 ? of : null });
    }
  }
  return texts.map(({ words, ...rest }) => ({ text: words.join(" "), ...rest }));
}

async function measureOurs(texts, directory) {
  const start = performance.now();
  const startCpu = process.cpuUsage();
  const { twins, copies } = await groupCopies(inBatches(texts), { scratchFile: join(directory, "tokens") });
  const { user, system } = process.cpuUsage(startCpu);
  const found = (groups, key) => {
    const planted = texts.flatMap((text, at) =>
      text[key] === null ? [] : [groups[at] === groups[text[key]]],
    );
    return toDigits(planted.filter(Boolean).length / planted.length);
  };
  return {
    seconds: toDigits((performance.now() - start) / 1000),
    cpuSeconds: toDigits((user + system) / 1e6),
    megabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
    foundTold: found(twins, "told"),
    foundQuoted: found(copies, "quotes"),
  };
}

async function* inBatches(texts) {
  for (let at = 0; at < texts.length; at += 2048) {
    yield texts
      .slice(at, at + 2048)
      .map(({ text }) => toComparedText({ messages: [{ role: "user", content: text }] }));
  }
}

const script = `
import json, resource, sys, time
from datasketch import MinHash, MinHashLSH
texts = [json.loads(line) for line in open(sys.argv[1])]
start, cpu = time.perf_counter(), time.process_time()
lsh = MinHashLSH(num_perm=96, params=(32, 3))
above = list(range(len(texts)))
def find(x):
    while above[x] != x:
        above[x] = above[above[x]]
        x = above[x]
    return x
sets = []
for number, row in enumerate(texts):
    words = row["text"].split()
    shingles = {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}
    sets.append(shingles)
    sketch = MinHash(num_perm=96)
    sketch.update_batch([shingle.encode() for shingle in shingles])
    for other in lsh.query(sketch):
        shared = len(shingles & sets[other])
        if shared >= 0.5 * (len(shingles) + len(sets[other]) - shared):
            above[find(number)] = find(other)
    lsh.insert(number, sketch, check_duplication=False)
seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
planted = [find(at) == find(row["told"]) for at, row in enumerate(texts) if row["told"] is not None]
print(json.dumps({"seconds": round(seconds, 2), "cpuSeconds": round(cpu, 2),
    "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    "foundTold": round(sum(planted) / len(planted), 4)}))
`;

/** Null where Python has no datasketch. */
async function measurePeer(texts, directory) {
  const file = join(directory, "texts.jsonl");
  await writeFile(file, texts.map((text) => `${JSON.stringify(text)}\n`).join(""));
  try {
    const python = process.env.PYTHON ?? "python3";
    const { stdout } = await promisify(execFile)(python, ["-c", script, file]);
    const parsed = parseJson(stdout);
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}

function toDigits(value) {
  return Number(value.toPrecision(4));
}
