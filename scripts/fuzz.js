// Looks for input that breaks a promise of the importer: `npm run fuzz -- import --minutes 5 --seed 1`.
// Files of records and tables in turn, or those that `--only` names. Ends after the time, after `--records` malformed records, or
// with the first finding: what broke, the shrunk file and its seed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import * as fc from "fast-check";
import {
  checkImport,
  checkTable,
  hostileFile,
  hostileTable,
  recordKindNames,
  rowKindNames,
  parquetKindNames,
  tableKindNames,
  toBytes,
  toTableBytes,
} from "../packages/clio/dist/testing/index.js";

const usage = "usage: npm run fuzz -- import [--only records|tables] [--minutes N] [--records N] [--seed N]";
/** A file that takes longer hangs: the whole of them take a hundredth of it. */
const patienceMs = 120_000;
/** More in use is memory that is not bounded: a Parquet file takes up to half a gigabyte of the database alone. */
const maxBytes = 2 * 2 ** 30;

/** What is made, how it is checked, what its bytes are, and the kinds that are in it. */
const targets = {
  records: {
    make: hostileFile(),
    check: checkImport,
    toBytes,
    kindNames: recordKindNames,
    kindsOf: (file) => file.records.map(({ kind }) => kind),
  },
  tables: {
    make: hostileTable(),
    check: checkTable,
    toBytes: ({ table }) => toTableBytes(table),
    kindNames: [...rowKindNames, ...tableKindNames.map(inTable), ...parquetKindNames.map(inParquet)],
    kindsOf: ({ table }) =>
      table.container === "parquet"
        ? [inParquet(table.kind)]
        : [inTable(table.kind), ...table.rows.map(({ kind }) => kind)],
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: Object.keys(targets).join() },
    minutes: { type: "string", default: "5" },
    records: { type: "string", default: "Infinity" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
const maxRecords = Number(values.records);
const names = values.only.split(",");
const isKnown = names.every((name) => Object.hasOwn(targets, name));
if (
  positionals.join() !== "import" ||
  !isKnown ||
  !(minutes > 0) ||
  !Number.isInteger(seed) ||
  !(maxRecords > 0)
) {
  console.error(usage);
  process.exit(2);
}

const start = performance.now();
let files = 0;
let records = 0;
let peakBytes = 0;
const kinds = new Set();
let isLooking = true;
/** Where the file at hand lies, for a crash that nothing can catch. */
const directory = mkdtempSync(join(tmpdir(), "observatory-fuzz-"));
const current = join(directory, "input");

/** How many files were checked: watched by a thread of its own, since what hangs may never wait. */
const checked = new Int32Array(new SharedArrayBuffer(8));
const watch = new Worker(
  `const { workerData: { checked, patienceMs, current } } = require("node:worker_threads");
  for (let last = -1, now = 0; last !== now; now = Atomics.load(checked, 0)) {
    last = now;
    Atomics.wait(checked, 1, 0, patienceMs);
  }
  require("node:fs").writeSync(2, "hangs: " + current + "\\n");
  process.kill(process.pid, "SIGKILL");`,
  { eval: true, workerData: { checked, patienceMs, current } },
);
watch.unref();

const properties = names.map((name) => {
  const target = targets[name];
  return fc.asyncProperty(target.make, async (file) => {
    if (isLooking && records >= maxRecords) return;
    writeFileSync(current, await target.toBytes(file));
    const broken = await target.check(file);
    Atomics.add(checked, 0, 1);
    files++;
    for (const kind of target.kindsOf(file)) kinds.add(`${name} ${kind}`);
    records += target.kindsOf(file).length;
    const inUse = process.memoryUsage.rss();
    peakBytes = Math.max(peakBytes, inUse);
    if (inUse > maxBytes) broken.push(`${toMebibytes(inUse)} MiB are in use`);
    if (broken.length > 0) {
      if (isLooking) console.error(`found after ${records} records, shrinking: ${broken.join("; ")}`);
      isLooking = false;
      throw new Error(broken.join("; "));
    }
  });
});
// Each file has its own seed, so that a run of any length begins with the same files.
let found = null;
for (let run = 0; found === null && !isOver(); run++) {
  const which = run % names.length;
  const details = await fc.check(properties[which], { seed: seed + run, numRuns: 50, endOnFailure: false });
  if (details.failed) found = { ...details, target: targets[names[which]] };
}
const seconds = (performance.now() - start) / 1000;
console.error(
  `${files} files, ${records} malformed records of ${kinds.size} of ${countKinds()} kinds in ${seconds.toFixed(0)} s, ` +
    `at most ${toMebibytes(peakBytes)} MiB in use; first seed ${seed}`,
);
if (found !== null) {
  const [file] = found.counterexample;
  console.error(`broken: ${found.errorInstance?.message}`);
  console.error(`seed ${found.seed}, path ${found.counterexamplePath}`);
  console.error(`shrunk: ${fc.stringify(file)}`);
  writeFileSync(current, await found.target.toBytes(file));
  console.error(`the file: ${current}`);
  process.exitCode = 1;
} else {
  rmSync(directory, { recursive: true });
}

function isOver() {
  return performance.now() - start > minutes * 60_000 || records >= maxRecords;
}

function countKinds() {
  return names.reduce((sum, name) => sum + targets[name].kindNames.length, 0);
}

function toMebibytes(bytes) {
  return (bytes / 2 ** 20).toFixed(0);
}

function inTable(kind) {
  return `a table ${kind}`;
}

function inParquet(kind) {
  return `Parquet ${kind}`;
}
