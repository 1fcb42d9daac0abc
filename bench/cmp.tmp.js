import { estimateRun } from "../packages/clio/dist/estimate/estimate-run.js";
import { estimateTokens } from "@observatory/models";
import { findRealFile } from "@observatory/core/testing";
import { readFileSync, readdirSync, existsSync } from "node:fs";
const model = { id: "m", concurrency: 1, countTokens: estimateTokens };
for (const d of readdirSync("/tmp/est").filter((d) => existsSync(`/tmp/est/${d}/log.json`))) {
  const log = JSON.parse(readFileSync(`/tmp/est/${d}/log.json`, "utf8"));
  const name = d.split("-")[0];
  const input = name === "synth" ? `/tmp/est/${d}/in.jsonl` : findRealFile(`conversations/${name}.jsonl.gz`);
  const t = Date.now();
  const pm = { model, price: null };
  const e = await estimateRun([input], { models: { extractor: pm, namer: pm, auditor: pm } });
  console.log(d, e.levelSizes, JSON.stringify(e.input), Date.now() - t, "ms");
  const stageOf = (l) => ({ "clio-facets": "facets", "clio-audit": "audit", "clio-name": l.kids ? "hierarchy" : "name" })[l.title] ?? "hierarchy";
  for (const s of e.stages) {
    const ls = log.filter((l) => stageOf(l) === s.stage);
    const inp = ls.reduce((a, l) => a + l.inp + l.schema + 15, 0), out = ls.reduce((a, l) => a + l.out, 0);
    const pc = (a, b) => `${(100 * (a / b - 1)).toFixed(1)}%`;
    console.log("  ", s.stage.padEnd(10), "calls", s.calls, ls.length, pc(s.calls, ls.length), "in", s.inputTokens, inp, pc(s.inputTokens, inp), "out", s.outputTokens, out, pc(s.outputTokens, out), s.basis);
  }
}
