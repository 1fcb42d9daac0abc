import { createModelAnalyst, runClio, synthesizeConversations } from "@observatory/clio";
import { createBuiltinEmbedder, createOpenAiModel, estimateTokens } from "@observatory/models";
import { startTestProvider } from "@observatory/models/testing";
import { writeFileSync, mkdtempSync } from "node:fs";
import { findRealFile } from "@observatory/core/testing";
const [,, corpus, n, seed] = process.argv;
const dir = mkdtempSync(`/tmp/est/${corpus}-${n}-`);
let input;
if (corpus === "synth") { input = `${dir}/in.jsonl`; writeFileSync(input, [...synthesizeConversations({ conversations: +n, seed: +seed })].map((c) => JSON.stringify(c)).join("\n")); }
else input = findRealFile(`conversations/${corpus}.jsonl.gz`);
const provider = await startTestProvider({ countTokens: estimateTokens });
const inner = createOpenAiModel({ model: "m", apiKey: "k", baseUrl: provider.openAiUrl });
const log = [];
const model = { ...inner, concurrency: 8, generate: async (r, o) => { const reply = await inner.generate(r, o); log.push({ title: r.schema.title, purpose: o?.purpose, avoid: r.prompt[0].text.includes("<avoid>\n"), kids: r.prompt[0].text.includes("<children>\n"), prompt: r.prompt[0].text, inp: reply.usage.inputTokens, out: reply.usage.outputTokens, schema: estimateTokens(JSON.stringify(r.schema)), text: reply.text, stop: reply.stop, repair: r.prompt.length > 2 }); return reply; } };
const t0 = Date.now();
const rep = await runClio([input], { out: `${dir}/run`, analyst: createModelAnalyst({ extractor: model, namer: model, auditor: model }), embedder: createBuiltinEmbedder({ threads: 2 }), seed: 0 });
writeFileSync(`${dir}/log.json`, JSON.stringify(log));
console.log(dir, (Date.now() - t0) / 1000, "s");
const by = new Map();
for (const l of log) { const k = `${l.title}${l.avoid ? "+avoid" : ""}${l.kids ? "+kids" : ""}${l.repair ? "+repair" : ""}`; const b = by.get(k) ?? { n: 0, inp: 0, out: 0, schema: l.schema }; b.n++; b.inp += l.inp; b.out += l.out; by.set(k, b); }
for (const [k, b] of by) console.log(k.padEnd(28), b.n, (b.inp / b.n).toFixed(1), (b.out / b.n).toFixed(1), "schema", b.schema);
const f = log.filter((l) => l.title === "clio-facets").map((l) => JSON.parse(l.text));
const mean = (xs) => (xs.reduce((a, b) => a + b, 0) / xs.length).toFixed(2);
console.log("requests/conv", mean(f.map((x) => x.requests.length)), "request tok", mean(f.flatMap((x) => x.requests.map((r) => estimateTokens(r.request)))), "task tok", mean(f.flatMap((x) => x.requests.map((r) => estimateTokens(r.task)))));
const nm = log.filter((l) => l.title === "clio-name").map((l) => JSON.parse(l.text));
console.log("name", mean(nm.map((x) => estimateTokens(x.name))), "desc", mean(nm.map((x) => estimateTokens(x.description))));
process.exit(0);
