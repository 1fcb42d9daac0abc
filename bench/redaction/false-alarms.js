import { findRealFile, readRealLines } from "@observatory/core/testing";

const sources = [
  { name: "clinc150", file: "clinc150" },
  { name: "xsid, English", file: "xsid", accept: ({ language }) => language === "en" },
  { name: "self_instruct_user", file: "self_instruct_user" },
  { name: "mtbench_questions", file: "mtbench_questions" },
  { name: "sgd_dialogues, user turns", file: "sgd_dialogues" },
];

/**
 * How many user messages of ordinary requests lose something, by kind. What they lose is not always wrong: people do write
 * names, and the dialogues of SGD name their singers and restaurants.
 */
export async function measureFalseAlarms(find, examples = 0) {
  const rows = [];
  for (const { name, file, accept = () => true } of sources) {
    const path = findRealFile(`conversations/${file}.jsonl.gz`);
    if (path === null) continue;
    const row = { source: name, messages: 0, touched: 0, kinds: {} };
    const seen = new Map();
    for await (const record of readRealLines(path)) {
      if (!accept(record)) continue;
      for (const { role, content } of record.messages) {
        if (role !== "user") continue;
        const found = find(content);
        row.messages++;
        row.touched += Number(found.length > 0);
        for (const { kind, start, end } of found) {
          row.kinds[kind] = (row.kinds[kind] ?? 0) + 1;
          const what = `${kind}: ${content.slice(start, end)}`;
          seen.set(what, (seen.get(what) ?? 0) + 1);
        }
      }
    }
    row.share = Number((row.touched / row.messages).toFixed(4));
    rows.push(
      examples === 0 ? row : { ...row, seen: [...seen].sort((a, b) => b[1] - a[1]).slice(0, examples) },
    );
  }
  return rows;
}
