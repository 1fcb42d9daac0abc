import { InputError } from "@observatory/core";
import { expect, test } from "vitest";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { checkImages, imageLayouts } from "./check-images.ts";

const rows = ["1", "2", "2", "3", "4", "5"].map((id, line): RetrievalRow => ({
  id: `row ${line}`,
  image: { id },
  caption: "a",
  negatives: [{ text: "b" }],
  source: { file: "items.jsonl", line, format: "jsonl" },
}));
const check = (...there: string[]) =>
  checkImages(rows, {
    directory: "VG",
    locateImage: ({ image: { id = "" } }) => (there.includes(id) ? `VG/${id}.jpg` : null),
  });

test("says nothing where all images are there", () => {
  expect(check("1", "2", "3", "4", "5")).toBeNull();
});

test("counts the images that are missing and the items that they cost, and names the first", () => {
  expect(check("1")).toBe("4 of 5 images are not in VG: 2, 3, 4 and 1 more; 5 of 6 items go without a score");
});

test("is an error where none is there, with the layouts that are known", () => {
  expect(() => check()).toThrow(
    new InputError("none of the 5 images is in VG: 1, 2, 3 and 2 more", { hint: imageLayouts }),
  );
});
