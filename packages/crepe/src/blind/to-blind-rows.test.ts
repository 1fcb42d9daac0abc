import { expect, test } from "vitest";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { toBlindRows } from "./to-blind-rows.ts";

test("a row is judged once for each type of its negatives, in the cells it belongs to", () => {
  const row: RetrievalRow = {
    id: "r",
    image: { id: "13" },
    caption: "a cat",
    negatives: [
      { text: "a dog", type: "atom" },
      { text: "no cat", type: "negate" },
      { text: "a bird", type: "atom" },
    ],
    n: 4,
    split: { cc12m: { split: "UC", rarestCompound: 0 } },
    source: { file: "f", line: 1, format: "observatory" },
  };
  expect(toBlindRows([row])).toEqual([
    {
      imageId: "13",
      caption: "a cat",
      negatives: ["a dog", "a bird"],
      cells: ["atom", "atom n=4", "atom UC cc12m"],
      row: 0,
      places: [0, 2],
    },
    {
      imageId: "13",
      caption: "a cat",
      negatives: ["no cat"],
      cells: ["negate", "negate n=4", "negate UC cc12m"],
      row: 0,
      places: [1],
    },
  ]);
});

test("sides of a pair share a fold, and rows without an image stand alone", () => {
  const row: RetrievalRow = {
    id: "r",
    image: {},
    caption: "a",
    negatives: [{ text: "b" }],
    source: { file: "f", line: 1, format: "jsonl" },
  };
  const [alone, paired] = toBlindRows([row, { ...row, pair: { id: "p", side: "A" } }]);
  expect(alone).toMatchObject({ imageId: "row r", cells: ["all"] });
  expect(paired?.imageId).toBe("pair p");
});
