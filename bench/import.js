// Rows a second and memory of `clio import` on a file in the shape of WildChat, beside DuckDB's reader of JSON on the same
// file: `npm run bench -- import --rows 1000000` (3 GB, and as much again for each side's output).
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseJson } from "@observatory/core";
import { writeWildchat } from "./import/write-wildchat.js";

export const name = "import";

const command = fileURLToPath(new URL("../packages/cli/bin/observatory.js", import.meta.url));
const peer = fileURLToPath(new URL("./import/duckdb-peer.js", import.meta.url));
const sizes = [20_000, 100_000];

/**
 * Sides, in this order: ours, DuckDB to JSON lines and to Parquet with two threads, and to JSON lines with one. A ratio below 1 means that ours was slower.
 * DuckDB takes the wanted fields alone, and neither looks for copies nor mends or reports anything.
 */
export async function run({ rows } = {}) {
  const directory = await mkdtemp(join(tmpdir(), "observatory-bench-"));
  try {
    const runs = [];
    for (const size of rows === undefined ? sizes : [rows]) {
      runs.push(await measureSize(size, directory));
      console.error(`  ${JSON.stringify(runs.at(-1))}`);
    }
    return { runs };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureSize(size, directory) {
  const input = join(directory, "rows.jsonl");
  const planted = await writeWildchat(input, size);
  const { size: bytes } = await stat(input);
  const measure = async (file, argv) => {
    await readThrough(input);
    const measured = await watch(argv);
    const out = join(directory, file);
    const { size: written } = await stat(out);
    await rm(out);
    const { output, seconds, ...rest } = measured;
    const speed = {
      rowsPerSecond: Math.round(size / seconds),
      megabytesPerSecond: toDigits(bytes / 1e6 / seconds),
    };
    return { output, seconds, ...speed, ...rest, writtenMegabytes: Math.round(written / 1e6) };
  };
  const importing = [command, "clio", "import", input, "--json", "--out", join(directory, "ours.jsonl")];
  const { output, ...ours } = await measure("ours.jsonl", importing);
  const losses = parseJson(output).value;
  const read = async (file, threads) => {
    const { output: _, ...side } = await measure(file, [peer, input, join(directory, file), threads]);
    return side;
  };
  const duckdb = await read("duckdb.jsonl", "2");
  const duckdbParquet = await read("duckdb.parquet", "2");
  const duckdbOneThread = await read("duckdb.jsonl", "1");
  await rm(input);
  return {
    megabytes: Math.round(bytes / 1e6),
    planted,
    found: {
      rows: losses.read,
      kept: losses.kept,
      skipped: countByReason(losses.skipped),
      repaired: countByReason(losses.repaired),
    },
    ours,
    duckdb,
    duckdbParquet,
    duckdbOneThread,
    ratioOfSeconds: toDigits(duckdb.seconds / ours.seconds),
    ratioOfProcessorSeconds: toDigits(duckdb.processorSeconds / ours.processorSeconds),
  };
}

/** So that no side reads from a colder disk than another. */
async function readThrough(path) {
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) void chunk;
}

/** Runs Node with `argv`; memory of the process is that of Linux, in megabytes, at quarters of the time and at its peak. */
async function watch(argv) {
  const start = performance.now();
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  const samples = [];
  let peakMegabytes = 0;
  let processorSeconds = 0;
  const look = async () => {
    const [status, counters] = await Promise.all(
      ["status", "stat"].map((file) => readFile(`/proc/${child.pid}/${file}`, "utf8").catch(() => "")),
    );
    const megabytesOf = (key) =>
      Math.round(Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
    if (megabytesOf("VmRSS") > 0) samples.push(megabytesOf("VmRSS"));
    peakMegabytes = Math.max(peakMegabytes, megabytesOf("VmHWM"));
    const ticks = counters.slice(counters.lastIndexOf(")")).split(" ");
    // User and system time in hundredths of a second.
    processorSeconds = Math.max(processorSeconds, (Number(ticks[12] ?? 0) + Number(ticks[13] ?? 0)) / 100);
  };
  const timer = setInterval(() => void look(), 100);
  let output = "";
  for await (const chunk of child.stdout) output += chunk;
  const code = child.exitCode ?? (await new Promise((resolve) => child.on("close", resolve)));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${argv[0]} ended with ${code}`);
  const at = (share) => samples[Math.min(samples.length - 1, Math.floor(samples.length * share))];
  return {
    output,
    seconds: toDigits((performance.now() - start) / 1000),
    processorSeconds,
    peakMegabytes,
    megabytesAtQuarters: [0.25, 0.5, 0.75, 1].map(at),
  };
}

function countByReason(losses) {
  return Object.fromEntries(losses.map(({ reason, count }) => [reason, count]));
}

function toDigits(value) {
  return Number(value.toPrecision(3));
}
