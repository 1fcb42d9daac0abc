import { expect, test } from "vitest";
import { listQuestions } from "./list-questions.ts";

test("lists each item once, with its captions in an order that says nothing, its image and the part of it", () => {
  const source = { file: "x.csv", line: 1, format: "jsonl" } as const;
  const negatives = [
    { text: "b", type: "atom" },
    { text: "a", type: "swap" },
    { text: "b", type: "swap" },
  ];
  const box = { x: 1, y: 2, width: 10.5, height: 20 };
  const rows = [
    { id: "1", image: { id: "77", box }, caption: "c", negatives, source },
    { id: "2", image: { file: "gone.png" }, caption: "c", negatives, source },
    { id: "3", image: {}, caption: "c", negatives: [], source },
  ];
  const locateImage = ({ image: { id } }: (typeof rows)[number] | { image: { id?: string } }) =>
    id === undefined ? null : `VG_100K/${id}.jpg`;
  expect([...listQuestions(rows, { locateImage })]).toEqual([
    { item: "1", key: "77", image: "VG_100K/77.jpg", crop: [1, 2, 11.5, 22], captions: ["a", "b", "c"] },
    { item: "2", key: "gone.png", image: null, crop: null, captions: ["a", "b", "c"] },
  ]);
});
