import { guessClusters } from "../packages/clio/dist/estimate/guess-clusters.js";
import { guessRequests } from "../packages/clio/dist/estimate/guess-requests.js";
import { guessNameWords } from "../packages/clio/dist/estimate/guess-name-words.js";
import { importConversations } from "@observatory/clio";
import { createMatrixEngine } from "@observatory/numerics";
import { findRealFile } from "@observatory/core/testing";
import { readdirSync, existsSync } from "node:fs";
const engine = await createMatrixEngine({ threads: 2 });
for (const d of readdirSync("/tmp/est").filter((d) => existsSync(`/tmp/est/${d}/log.json`))) {
  const name = d.split("-")[0];
  const input = name === "synth" ? `/tmp/est/${d}/in.jsonl` : findRealFile(`conversations/${name}.jsonl.gz`);
  const rows = [];
  for await (const c of importConversations([input]).conversations) for (const text of guessRequests(c.messages.filter((m) => m.role === "user").map((m) => m.content), 3)) rows.push({ account: c.account ?? c.id, text });
  const sizes = name === "synth" ? (d.includes("2000") ? [32, 10] : [17, 7]) : [27, 9];
  const g = await guessClusters(rows, { levelSizes: sizes, membersShown: 300, seed: 0, engine });
  for (const level of g) console.log(d, "shares", level.map((c) => c.shares.join("+") + (c.refused ? "!".repeat(c.refused) : "")).join(" "), "| children", level.map((c) => c.children).join(" "));
}
await engine.close();
