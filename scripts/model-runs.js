// Shows on a local provider that a run with a model loses nothing and pays for nothing twice:
//
//   node scripts/model-runs.js [--conversations 2000] [--kills 20] [--seed 1]
//
// One corpus is run with 1 and with 32 calls in flight, with three in ten attempts failing, and killed with -9 at random
// moments until it has been killed as often as wished. All releases must be the same bytes; a body of a call may be
// answered twice only where a kill struck it in flight. Prints one JSON object; exits with 1 where something differs.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createRandom, parseJson } from "@observatory/core";
import { startTestProvider } from "@observatory/models/testing";

const { values: flags } = parseArgs({
  options: {
    conversations: { type: "string", default: "2000" },
    kills: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
  },
});
const random = createRandom(flags.seed);
const command = fileURLToPath(new URL("../packages/cli/bin/observatory.js", import.meta.url));
const directory = await mkdtemp(join(tmpdir(), "observatory-model-runs-"));
const corpus = join(directory, "corpus.jsonl");
const concurrency = 32;

try {
  await observe([
    "clio",
    "synth",
    "--out",
    corpus,
    "--conversations",
    flags.conversations,
    "--seed",
    flags.seed,
  ]);
  const plain = await runOnce("plain", {}, concurrency);
  const one = await runOnce("one-at-a-time", {}, 1);
  const kinds = [
    "rate-limit",
    "rate-limit-without-retry-after",
    "server-error",
    "overloaded",
    "cut-connection",
    "invalid-json",
  ];
  const faulty = await runOnce("faulty", { faults: { share: 0.3, kinds } }, concurrency);
  const killed = await runAndKill(plain.seconds);
  const same = [one, faulty, killed].every(({ release }) => release === plain.release);
  const bounded = killed.repeatedBodies <= killed.kills * concurrency;
  console.log(
    JSON.stringify(
      { conversations: Number(flags.conversations), same, bounded, plain, one, faulty, killed },
      null,
      2,
    ),
  );
  process.exitCode = same && bounded ? 0 : 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}

async function runOnce(name, settings, inFlight) {
  const provider = await startTestProvider(settings);
  const start = performance.now();
  try {
    const { exitCode } = await observe(toArguments(provider, name, inFlight));
    if (exitCode !== 0) throw new Error(`the run ${name} ended with ${exitCode}`);
    return { seconds: toSeconds(start), ...(await describe(provider, name)) };
  } finally {
    await provider[Symbol.asyncDispose]();
  }
}

async function runAndKill(secondsOfOne) {
  const provider = await startTestProvider({ latencyMs: 10 });
  let kills = 0;
  const start = performance.now();
  try {
    for (;;) {
      const killAfterMs = kills < Number(flags.kills) ? 1000 + random.next() * 500 * secondsOfOne : null;
      const { exitCode, signal } = await observe(toArguments(provider, "killed", concurrency), killAfterMs);
      if (signal === "SIGKILL") kills++;
      else if (exitCode !== 0) throw new Error(`the killed run ended with ${exitCode}`);
      else if (kills >= Number(flags.kills)) break;
      // Done before it was killed often enough: begun anew, with the answers that are kept.
      else await rm(join(directory, "killed"), { recursive: true, force: true });
    }
    return { seconds: toSeconds(start), kills, ...(await describe(provider, "killed")) };
  } finally {
    await provider[Symbol.asyncDispose]();
  }
}

function toArguments(provider, name, inFlight) {
  const models = [
    "--analyst",
    "openai:test-model",
    "--base-url",
    provider.openAiUrl,
    "--concurrency",
    `${inFlight}`,
  ];
  const cache = ["--cache", join(directory, `${name}-calls`)];
  return ["clio", "run", corpus, "--out", join(directory, name), "--yes", ...models, ...cache];
}

async function describe(provider, name) {
  const { stages } = parseJson(await readFile(join(directory, name, "run.json"), "utf8")).value;
  const { calls, answered, distinctBodies, repeatedBodies } = provider.requests;
  const used = Object.fromEntries(Object.entries(stages).map(([stage, { usage }]) => [stage, usage.calls]));
  return {
    release: await hashRelease(join(directory, name, "release")),
    calls,
    answered,
    distinctBodies,
    repeatedBodies,
    used,
  };
}

async function hashRelease(path) {
  const hash = createHash("sha256");
  for (const file of (await readdir(path)).sort()) hash.update(file).update(await readFile(join(path, file)));
  return hash.digest("hex").slice(0, 16);
}

function observe(args, killAfterMs = null) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { stdio: ["ignore", "ignore", "pipe"] });
    const timer = killAfterMs === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    let last = "";
    child.stderr.on("data", (data) => (last = `${last}${data}`.slice(-2000)));
    child.on("error", reject);
    child.on("close", (exitCode, signal) => {
      clearTimeout(timer);
      if (exitCode !== 0 && signal === null) console.error(last);
      resolve({ exitCode, signal });
    });
  });
}

function toSeconds(start) {
  return Math.round((performance.now() - start) / 100) / 10;
}
