import { createRandom } from "@observatory/core";
import { createMatrix, rowOf, toMatrix } from "@observatory/numerics";
import { expect, test } from "vitest";
import { fitSemanticPart, projectSemantic } from "./semantic-part.ts";

const random = createRandom(3);

test("vectors are centred, turned to the principal direction and made unit", async () => {
  // The mean is [1, 5]; all variance lies along [3, 4] / 5.
  const vectors = toMatrix([
    [4, 9],
    [-2, 1],
    [1, 5],
  ]);
  const part = await fitSemanticPart(vectors, { random, dimensions: 1 });
  expect([...part.mean]).toEqual([1, 5]);
  expect([...part.directions.data]).toEqual([expect.closeTo(0.6, 5), expect.closeTo(0.8, 5)]);
  expect([...projectSemantic(part, vectors).data]).toEqual(
    [1, -1, 0].map((value) => expect.closeTo(value, 5)),
  );
});

test("as many directions as the vectors have keep their cosines about the mean", async () => {
  const vectors = createMatrix(40, 6);
  for (let i = 0; i < vectors.data.length; i++) vectors.data[i] = random.normal() + (i % 6);
  const part = await fitSemanticPart(vectors, { random, dimensions: 128 });
  const projected = projectSemantic(part, vectors);
  expect(projected.columns).toBe(6);
  const centred = [0, 1].map((row) =>
    [...rowOf(vectors, row)].map((value, i) => value - (part.mean[i] ?? 0)),
  );
  const [a = [], b = []] = centred;
  const expected = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  expect(dot([...rowOf(projected, 0)], [...rowOf(projected, 1)])).toBeCloseTo(expected, 4);
});

test("no vectors give no directions", async () => {
  const part = await fitSemanticPart(createMatrix(0, 6), { random, dimensions: 128 });
  expect(projectSemantic(part, createMatrix(2, 6))).toEqual({
    rows: 2,
    columns: 0,
    data: new Float32Array(0),
  });
});

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
