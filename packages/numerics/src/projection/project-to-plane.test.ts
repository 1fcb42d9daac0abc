import { createRandom } from "@observatory/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMatrixEngine, type MatrixEngine } from "../engine/matrix-engine.ts";
import { toMatrix, type Matrix } from "../matrix.ts";
import { projectToPlane } from "./project-to-plane.ts";

let engine: MatrixEngine;
beforeAll(async () => {
  engine = await createMatrixEngine({ threads: 2 });
});
afterAll(() => engine.close());

const groups = 6;
const size = 20;

function createGroups(seed: number): Matrix {
  const random = createRandom(seed);
  const centres = Array.from({ length: groups }, () => Array.from({ length: 32 }, () => random.normal()));
  return toMatrix(
    Array.from({ length: groups * size }, (_, row) =>
      Array.from(centres[row % groups] ?? [], (value) => value + 0.3 * random.normal()),
    ),
  );
}

const project = (
  points: Matrix,
  options: { seed?: number; signal?: AbortSignal; engine?: MatrixEngine } = {},
) =>
  projectToPlane(points, {
    neighborhood: 10,
    minDistance: 0.05,
    random: createRandom(options.seed ?? 1),
    engine: options.engine ?? engine,
    signal: options.signal,
  });

test("points of a group stand nearer to their group's middle than to any other's", async () => {
  const { data } = await project(createGroups(3));
  const middles = Array.from({ length: groups }, (_, group) => {
    const rows = Array.from({ length: size }, (__, i) => group + i * groups);
    return [0, 1].map((axis) => rows.reduce((sum, row) => sum + (data[2 * row + axis] ?? 0), 0) / size);
  });
  for (let row = 0; row < groups * size; row++) {
    const distances = middles.map(([x = 0, y = 0]) =>
      Math.hypot((data[2 * row] ?? 0) - x, (data[2 * row + 1] ?? 0) - y),
    );
    expect(distances.indexOf(Math.min(...distances))).toBe(row % groups);
  }
});

test("a seed gives the same bytes on one thread and on three, another seed others", async () => {
  const points = createGroups(4);
  const [one, three] = [await createMatrixEngine({ threads: 1 }), await createMatrixEngine({ threads: 3 })];
  try {
    const first = await project(points, { engine: one });
    expect(await project(points, { engine: three })).toEqual(first);
    expect(await project(points, { engine: three, seed: 2 })).not.toEqual(first);
  } finally {
    await Promise.all([one.close(), three.close()]);
  }
});

test("equal points and rows of zeros get places that are numbers", async () => {
  const rows = Array.from({ length: 30 }, (_, row) =>
    row < 12 ? [1, 2, 3] : row < 20 ? [0, 0, 0] : [3, row, 1],
  );
  const { data } = await project(toMatrix(rows));
  expect([...data].every(Number.isFinite)).toBe(true);
});

test("too few points are refused, and an abort is respected", async () => {
  await expect(project(toMatrix([[1], [2]]))).rejects.toThrow("2 points cannot have 10 neighbours");
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(project(createGroups(5), { signal })).rejects.toThrow("enough");
});
