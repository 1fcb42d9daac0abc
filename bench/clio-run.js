// Seconds a stage and peak memory of `clio run`, and how both grow from 10,000 to 100,000 conversations.
import { spawn } from "node:child_process";
import { readFile, rm, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRandom, parseJson } from "@observatory/core";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { synthesizeConversations } from "@observatory/clio";

export const name = "clio-run";

const sizes = [10_000, 100_000];

/** Where clinc150 is absent the synthetic corpus stands in; `source` says which it was. */
export async function run() {
  const directory = await mkdtemp(join(tmpdir(), "observatory-bench-"));
  try {
    const source = await chooseSource();
    const runs = [];
    for (const conversations of sizes) {
      const input = join(directory, `${conversations}.jsonl`);
      await writeFile(input, source.write(conversations));
      runs.push({ conversations, ...(await measure(input, join(directory, `run-${conversations}`))) });
    }
    const [small, large] = runs;
    const grown = (key) => Number((large[key] / small[key]).toFixed(2));
    return {
      source: source.name,
      runs,
      growth: { seconds: grown("seconds"), peakMegabytes: grown("peakMegabytes") },
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function chooseSource() {
  const path = findRealFile("conversations/clinc150.jsonl.gz");
  if (path === null) {
    const write = function* (conversations) {
      for (const conversation of synthesizeConversations({ conversations, seed: 1 }))
        yield `${JSON.stringify(conversation)}\n`;
    };
    return { name: "synthetic", write };
  }
  const texts = [];
  for await (const { messages } of readRealLines(path)) texts.push(messages[0].content);
  const write = function* (conversations) {
    const random = createRandom(1);
    for (let i = 0; i < conversations; i++) {
      const content = vary(texts[i % texts.length], i < texts.length ? null : random);
      const account = `account-${Math.floor(random.next() ** 2 * conversations * 0.4)}`;
      yield `${JSON.stringify({ id: `c${i}`, account, messages: [{ role: "user", content }] })}\n`;
    }
  };
  return { name: "clinc150, repeated; from the second time on a word is left out and another moved", write };
}

function vary(text, random) {
  const words = text.split(" ");
  if (random === null || words.length < 4) return text;
  words.splice(random.integer(words.length), 1);
  const [moved] = words.splice(random.integer(words.length), 1);
  words.splice(random.integer(words.length), 0, moved);
  return words.join(" ");
}

async function measure(input, out) {
  const command = fileURLToPath(new URL("../packages/cli/bin/observatory.js", import.meta.url));
  const start = performance.now();
  const child = spawn(process.execPath, [command, "clio", "run", input, "--out", out], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peakKilobytes = 0;
  const look = async () => {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    peakKilobytes = Math.max(peakKilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  };
  const watch = setInterval(() => void look(), 100);
  const exitCode = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  if (exitCode !== 0) throw new Error(`clio run ended with ${exitCode}`);
  const record = parseJson(await readFile(join(out, "run.json"), "utf8"));
  const stages = Object.entries(record.value.stages).map(([stage, { durationMs }]) => [
    stage,
    Math.round(durationMs / 100) / 10,
  ]);
  return {
    seconds: Math.round((performance.now() - start) / 100) / 10,
    peakMegabytes: Math.round(peakKilobytes / 1024),
    secondsOfStage: Object.fromEntries(stages),
  };
}
