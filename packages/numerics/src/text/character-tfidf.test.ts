import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fitCharacterTfidf, toTfidfRows } from "./character-tfidf.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

test("weights are those of sublinear, smoothed, normalised TF-IDF", async () => {
  // With n-grams of one character and the border spaces: " a " holds a once and the space twice.
  const model = await fitCharacterTfidf(["a", "aab", "b"], { minGram: 1, maxGram: 1, minDocuments: 1 });
  const rows = toTfidfRows(model, ["aab"]);
  const idfLetter = Math.log(4 / 3) + 1;
  const weights = [1 + Math.log(2), (1 + Math.log(2)) * idfLetter, idfLetter];
  const norm = Math.hypot(...weights);
  expect(rows.values.toSorted()).toEqual(Float32Array.from(weights, (weight) => weight / norm).sort());
});

test("features are the commonest n-grams", async () => {
  const texts = ["cat", "cat", "cat dog", "dog bird", "bird"];
  const all = await fitCharacterTfidf(texts, { minDocuments: 1 });
  const few = await fitCharacterTfidf(texts, { minDocuments: 1, maxFeatures: 6 });
  expect(few.idf).toEqual(all.idf.slice(0, 6));
  expect([...all.idf]).toEqual([...all.idf].sort((a, b) => a - b));
  const known = toTfidfRows(few, ["cat", "bird"]);
  expect(rowLength(known, 0)).toBeCloseTo(1, 6);
  expect(rowLength(known, 1)).toBe(0);
});

test("rare n-grams are dropped", async () => {
  const model = await fitCharacterTfidf(["one two", "two three"], { minDocuments: 2 });
  expect(rowLength(toTfidfRows(model, ["one"]), 0)).toBe(0);
  expect(rowLength(toTfidfRows(model, ["two"]), 0)).toBeCloseTo(1, 6);
});

test("no texts and empty texts give no features and rows of zeros", async () => {
  const model = await fitCharacterTfidf([]);
  expect(model.idf).toHaveLength(0);
  const rows = toTfidfRows(model, ["", "words"]);
  expect([...rows.offsets]).toEqual([0, 0, 0]);
});

test("an aborted fit stops", async () => {
  const texts = (function* () {
    for (;;) yield "again and again";
  })();
  await expect(fitCharacterTfidf(texts, { signal: AbortSignal.abort(new Error("stop")) })).rejects.toThrow(
    "stop",
  );
});

test("every row has length 1 or 0, with rising columns, whatever the text", async () => {
  const model = await fitCharacterTfidf(["hello world", "日本語のテキスト", "🙂🙂🙂"], { minDocuments: 1 });
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: anyCharacter }), fc.constant("hello 🙂🙂🙂"))),
      (texts) => {
        const rows = toTfidfRows(model, texts);
        const isSound = texts.map((_, row) => {
          const columns = rows.indices.subarray(rows.offsets[row], rows.offsets[row + 1]);
          const length = rowLength(rows, row);
          const isRising = columns.every((column, i) => i === 0 || column > (columns[i - 1] ?? 0));
          return isRising && (length === 0 || Math.abs(length - 1) < 1e-6);
        });
        expect(isSound).toEqual(texts.map(() => true));
      },
    ),
  );
});

const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .map((codePoint) => String.fromCodePoint(codePoint));

function rowLength(rows: SparseMatrix, row: number): number {
  return Math.hypot(...rows.values.slice(rows.offsets[row], rows.offsets[row + 1]));
}
