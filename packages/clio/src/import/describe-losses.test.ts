import { expect, test } from "vitest";
import { describeLosses, describeReasons } from "./describe-losses.ts";
import { createLossLedger, lossReportSchema } from "./loss-report.ts";

test("a report reads as what was lost, where, and what to do", () => {
  const ledger = createLossLedger();
  const tally = ledger.openFile("x.jsonl");
  for (let i = 0; i < 23_700; i++) tally.addRead();
  for (let i = 0; i < 23_691; i++) tally.addKept({ account: "a" });
  tally.addKept({ account: null });
  tally.describe({ sha256: null, bytes: 10, format: "observatory" });
  ledger.add("invalid-json", { file: "x.jsonl", line: 5000 });
  for (let line = 1; line <= 7; line++) ledger.add("no-user-message", { file: "x.jsonl", line });
  ledger.add("unknown-format", { file: "photo.png", line: null });
  ledger.add("duplicate-id", { file: "x.jsonl", line: 9 });
  ledger.add("score-passed-over", { file: "y.jsonl", line: 2 });
  expect(describeLosses(ledger.report())).toEqual([
    "23,692 of 23,700 conversations read.",
    "observatory: 23,692 of 23,700 from x.jsonl.",
    "7 records skipped: line 1 of x.jsonl has no message by the user (also lines 2, 3, 4, 5 of x.jsonl, ...).",
    "1 record skipped: line 5,000 of x.jsonl is not JSON. The writer of the file probably died there, or wrote text that is not escaped.",
    "1 file skipped: photo.png is in no format that is known. Convert it, name its format with --format, or say what its fields hold with --map.",
    "1 record mended: line 9 of x.jsonl had the id of another record and got a new one.",
    "1 record passed over: line 2 of y.jsonl is a score of a conversation and none itself.",
    "1 conversation names no account and counts as an account of its own.",
  ]);
});

test("records that share a line are told by their numbers", () => {
  const ledger = createLossLedger();
  for (const record of [2, 5, 1200]) ledger.add("no-messages", { file: "x.json", line: 1, record });
  ledger.add("invalid-json", { file: "y.json", line: 40, record: 3 });
  ledger.add("invalid-json", { file: "y.json", line: 41, record: 4 });
  const earlier = { file: "x.json", line: 1, record: 2 };
  ledger.add("duplicate-id", { file: "x.json", line: 1, record: 7, earlier });
  expect(describeReasons(ledger.report()).map((text) => /: (.*)/u.exec(text)?.[1])).toEqual([
    "record 2 of x.json has no message with text (also records 5, 1,200 of x.json).",
    "record 3 (line 40) of y.json is not JSON (also record 4 (line 41) of y.json). The writer of the file probably died there, or wrote text that is not escaped.",
    "record 7 of x.json (compare record 2 of x.json) had the id of another record and got a new one.",
  ]);
});

test("a report without accounts says so plainly", () => {
  const ledger = createLossLedger();
  const tally = ledger.openFile("x.jsonl");
  tally.addRead();
  tally.addKept({ account: null });
  expect(describeLosses(ledger.report()).at(-1)).toContain("no account protection");
});

test("examples are the first five places and a report does not change afterwards", () => {
  const ledger = createLossLedger();
  for (let line = 1; line <= 6; line++) ledger.add("invalid-json", { file: "x", line });
  const report = ledger.report();
  ledger.add("invalid-json", { file: "x", line: 7 });
  expect(report.skipped[0]?.count).toBe(6);
  expect(report.skipped[0]?.examples.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  expect(lossReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
});
