// Kills runs of Clio with SIGKILL and lets them go on: `npm run crash -- --trials 200 --seed 1`.
// Each release must end with the bytes of a run that nobody disturbed. Half of the kills come at a moment of the whole run,
// half right behind the end of a stage. With --kills N a run is killed N times before it may end.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createRandom } from "../packages/core/dist/index.js";

const command = fileURLToPath(new URL("../packages/cli/bin/observatory.js", import.meta.url));
const { values } = parseArgs({
  options: {
    trials: { type: "string", default: "200" },
    kills: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    conversations: { type: "string", default: "60" },
    // Of an earlier call, so that they need not be made again.
    corpus: { type: "string" },
    reference: { type: "string" },
  },
});
const [trials, killsEach, seed] = [values.trials, values.kills, values.seed].map(Number);
if (![trials, killsEach].every((count) => Number.isInteger(count) && count > 0) || !Number.isInteger(seed)) {
  console.error("usage: npm run crash -- [--trials N] [--kills N] [--seed N] [--conversations N]");
  process.exit(2);
}

const random = createRandom(seed);
const directory = mkdtempSync(join(tmpdir(), "observatory-crash-"));
const corpus = values.corpus ?? join(directory, "corpus.jsonl");
const start = performance.now();
if (values.corpus === undefined) {
  const size = ["--conversations", values.conversations, "--seed", "5", "--languages", "en"];
  await finish(["synth", "--out", corpus, ...size]);
}
const reference = values.reference ?? join(directory, "reference");
// How long a run takes matters for single kills alone.
const isMeasured = values.reference === undefined || killsEach === 1;
const undisturbed = isMeasured ? await finish(runOn(reference)) : null;
const expected = hashRelease(reference);
const stages = readStages(reference);

const failures = [];
/** How many kills came while each stage ran. */
const places = new Map();
let landed = 0;
let reruns = 0;
for (let chain = 0; landed < trials; chain++) {
  const out = join(directory, `run-${chain}`);
  const told = [];
  for (let kill = 0; kill < killsEach && landed < trials; kill++) {
    const plan = killsEach === 1 ? planKill() : planKillOf(kill);
    const { signal, exitCode, stderr } = await runCommand(runOn(out), plan);
    told.push(plan.text);
    if (signal === "SIGKILL") {
      landed++;
      const last = stderr.match(/✓ \S+/gu)?.at(-1) ?? "✓ nothing";
      places.set(last, (places.get(last) ?? 0) + 1);
    } else if (exitCode === 0) break;
    else failures.push(`run ${chain} (${told.join(", ")}) ended with ${exitCode}: ${stderr.slice(-500)}`);
  }
  reruns++;
  const { exitCode, stderr } = await runCommand(runOn(out), null);
  if (exitCode !== 0) failures.push(`run ${chain} (${told.join(", ")}) did not go on: ${stderr.slice(-500)}`);
  else if (hashRelease(out) !== expected)
    failures.push(`run ${chain} (${told.join(", ")}) has another release`);
  else rmSync(out, { recursive: true });
  if (failures.length > 0) console.error(failures.at(-1));
  if (landed % 20 === 0 || landed === trials)
    console.error(`${landed} of ${trials} kills, ${failures.length} failures`);
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.error(`behind ${[...places].map(([stage, count]) => `${stage.slice(2)} ${count}`).join(", ")}`);
console.log(
  `${landed} kills in ${reruns} runs, ${failures.length} with another end than a run without a kill; ${seconds} s, seed ${seed}`,
);
if (failures.length === 0) rmSync(directory, { recursive: true });
else console.error(`what they left is in ${directory}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function runOn(out) {
  return ["run", corpus, "--out", out, "--seed", "3", "--clusters", "3", "--threads", "1"];
}

/** How the command tells the end of each stage, in order. */
function readStages(run) {
  const record = JSON.parse(readFileSync(join(run, "run.json"), "utf8"));
  return Object.keys(record.stages).map((name) => `✓ ${name}`);
}

/** When to kill: so long after the start, or behind the end of a stage. */
function planKill() {
  if (random.next() < 0.5) {
    const afterMs = random.next() * undisturbed.durationMs;
    return { when: null, afterMs, text: `after ${afterMs.toFixed(0)} ms` };
  }
  const when = random.pick(stages);
  const afterMs = random.next() < 0.5 ? 0 : random.next() * 40;
  return { when, afterMs, text: `${afterMs.toFixed(0)} ms behind ${when.slice(2)}` };
}

/** The kills of a run that is killed often come behind one stage after the other. */
function planKillOf(kill) {
  const when = stages[Math.floor(((kill + random.next()) * stages.length) / killsEach)];
  const afterMs = random.next() ** 2 * 500;
  return { when, afterMs, text: `${afterMs.toFixed(0)} ms behind ${when.slice(2)}` };
}

async function finish(args) {
  const result = await runCommand(args, null);
  if (result.exitCode !== 0) throw new Error(`clio ${args[0]} failed: ${result.stderr}`);
  return result;
}

function runCommand(args, plan) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [command, "clio", ...args], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let timer = null;
    let stderr = "";
    const killSoon = () => (timer ??= setTimeout(() => child.kill("SIGKILL"), plan.afterMs));
    if (plan?.when === null) killSoon();
    child.stderr.on("data", (data) => {
      stderr += data.toString();
      if (plan?.when && stderr.includes(plan.when)) killSoon();
    });
    child.on("error", reject);
    child.on("close", (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ exitCode, signal, stderr, durationMs: performance.now() - begun });
    });
  });
}

/** One hash over the names and bytes of every file of a run's release. */
function hashRelease(run) {
  const hash = createHash("sha256");
  for (const name of readdirSync(join(run, "release")).toSorted())
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(join(run, "release", name)));
  return hash.digest("hex");
}
