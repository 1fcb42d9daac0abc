import { expect, test } from "vitest";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { keepRefined } from "./keep-refined.ts";
import { toBlindRows } from "./to-blind-rows.ts";

test("what was kept for each type comes back into the rows", () => {
  const row: RetrievalRow = {
    id: "r",
    image: { id: "1" },
    caption: "a",
    negatives: [
      { text: "b", type: "atom" },
      { text: "c", type: "swap" },
      { text: "d", type: "atom" },
    ],
    source: { file: "f", line: 1, format: "jsonl" },
  };
  const [atom, swap] = toBlindRows([row, row]);
  if (atom === undefined || swap === undefined) throw new Error("no rows");
  const kept = keepRefined(
    [row, row],
    [
      { row: atom, place: 0, negatives: [1] },
      { row: swap, place: 1, negatives: [0] },
    ],
  );
  expect(kept.map(({ negatives }) => negatives.map(({ text }) => text))).toEqual([["c", "d"]]);
});
