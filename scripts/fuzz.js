// Looks for input that breaks a promise of the importer: `npm run fuzz -- import --minutes 5 --seed 1`.
// Ends after the time, after `--records` malformed records, or with the first finding: what broke, the shrunk file and its seed.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { checkImport, hostileFile, recordKindNames, toBytes } from "../packages/clio/dist/testing/index.js";

const usage = "usage: npm run fuzz -- import [--minutes N] [--records N] [--seed N]";
/** A file that takes longer hangs: the whole of them take a hundredth of it. */
const patienceMs = 120_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "5" },
    records: { type: "string", default: "Infinity" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
const maxRecords = Number(values.records);
if (positionals.join() !== "import" || !(minutes > 0) || !Number.isInteger(seed) || !(maxRecords > 0)) {
  console.error(usage);
  process.exit(2);
}

const start = performance.now();
let files = 0;
let records = 0;
let peakBytes = 0;
const kinds = new Map();
let isLooking = true;

const property = fc.asyncProperty(hostileFile(), async (file) => {
  if (isLooking && records >= maxRecords) return;
  const guard = setTimeout(() => {
    console.error(`hangs: ${keep(file)}`);
    process.exit(1);
  }, patienceMs);
  const broken = await checkImport(file);
  clearTimeout(guard);
  files++;
  records += file.records.length;
  for (const { kind } of file.records) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  if (broken.length > 0) {
    if (isLooking) console.error(`found after ${records} records, shrinking: ${broken.join("; ")}`);
    isLooking = false;
    throw new Error(broken.join("; "));
  }
});
// Each file has its own seed, so that a run of any length begins with the same files.
let found = null;
for (let run = 0; found === null && !isOver(); run++) {
  const details = await fc.check(property, { seed: seed + run, numRuns: 50, endOnFailure: false });
  if (details.failed) found = details;
}
const seconds = (performance.now() - start) / 1000;
console.error(
  `${files} files, ${records} malformed records of ${kinds.size} of ${recordKindNames.length} kinds in ${seconds.toFixed(0)} s, ` +
    `at most ${(peakBytes / 2 ** 20).toFixed(0)} MiB in use; first seed ${seed}`,
);
if (found !== null) {
  const [file] = found.counterexample;
  console.error(`broken: ${found.errorInstance?.message}`);
  console.error(`seed ${found.seed}, path ${found.counterexamplePath}`);
  console.error(`shrunk: ${fc.stringify(file)}`);
  console.error(`the file: ${keep(file)}`);
  process.exitCode = 1;
}

function isOver() {
  return performance.now() - start > minutes * 60_000 || records >= maxRecords;
}

/** Writes a file that was found to where it can be looked at. */
function keep(file) {
  const path = join(mkdtempSync(join(tmpdir(), "observatory-fuzz-")), "input");
  writeFileSync(path, toBytes(file));
  return path;
}
