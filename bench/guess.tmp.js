import { guessRequests } from "../packages/clio/dist/estimate/guess-requests.js";
import { extractLexicalFacets, synthesizeConversations } from "@observatory/clio";
import { estimateTokens } from "@observatory/models";
import { typicalTexts } from "../packages/clio/dist/estimate/typical-lengths.js";
import { findRealFile, readRealLines } from "@observatory/core/testing";
console.log(Object.fromEntries(Object.entries(typicalTexts).map(([k, v]) => [k, estimateTokens(v)])));
const log = async (name, list) => { let r = 0, n = 0, lex = 0; const t = Date.now(); for await (const c of list) { const g = guessRequests(c, 3); r += g.length; n++; } console.log(name, n, "r", (r / n).toFixed(2), Date.now() - t, "ms"); };
await log("synth", synthesizeConversations({ conversations: 600, seed: 7 }));
for (const f of ["sgd_dialogues", "hh_harmless", "oasst_trees", "mtbench_questions", "wildchat_hard_ru"]) await log(f, readRealLines(findRealFile(`conversations/${f}.jsonl.gz`)));
