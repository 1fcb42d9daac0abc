// Runs the benchmarks in this folder: `npm run bench`, or `npm run bench -- k-means` for some; `--rows` is the size of those
// that take one. Each file exports `name` and `run()`; what `run` gives is printed as one line of JSON, progress goes to stderr.
import { readdir } from "node:fs/promises";
import { parseArgs } from "node:util";

const { positionals: wanted, values } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: "string" } },
});
const rows = values.rows === undefined ? undefined : Number(values.rows);
if (rows !== undefined && !(Number.isSafeInteger(rows) && rows > 0)) {
  console.error(`--rows is a whole number above 0, not ${values.rows}`);
  process.exit(2);
}
const folder = new URL("./", import.meta.url);
const files = (await readdir(folder)).filter((file) => file.endsWith(".js") && file !== "run.js").sort();
const benchmarks = await Promise.all(files.map((file) => import(new URL(file, folder).href)));

const unknown = wanted.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  const known = benchmarks.map((benchmark) => benchmark.name).join(", ");
  console.error(`no benchmark named ${unknown.join(", ")}; there are ${known}`);
  process.exit(2);
}
for (const { name, run } of benchmarks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`${name} ...`);
  console.log(JSON.stringify({ benchmark: name, ...(await run({ rows })) }));
}
