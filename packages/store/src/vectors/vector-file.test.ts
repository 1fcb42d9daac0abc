import { StateError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { readdirSync, truncateSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createVectorWriter, readVectors } from "./vector-file.ts";

test("rows come back as they were written, in shared memory", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "vectors");
  await using writer = await createVectorWriter(path, 3);
  await writer.append(Float32Array.of(1, 2, 3));
  await writer.append(Float32Array.of(0, 4, 5, 6, 7, 8, 9).subarray(1));
  expect(writer.rows).toBe(3);
  expect(readdirSync(directory.path)).not.toContain("vectors");
  await writer.finish();
  const vectors = await readVectors(path, { rows: 3, columns: 3 });
  expect(vectors.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([...vectors]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("a writer that does not finish leaves nothing", async () => {
  using directory = createTemporaryDirectory();
  {
    await using writer = await createVectorWriter(join(directory.path, "vectors"), 2);
    await writer.append(Float32Array.of(1, 2));
    await expect(writer.append(Float32Array.of(1))).rejects.toThrow(TypeError);
  }
  expect(readdirSync(directory.path)).toEqual([]);
});

test("a file of another size is refused with its path and both sizes", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "vectors");
  await using writer = await createVectorWriter(path, 2);
  await writer.append(Float32Array.of(1, 2));
  await writer.finish();
  const failure = await readVectors(path, { rows: 2, columns: 2 }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StateError);
  expect(failure).toMatchObject({ message: `${path} has 8 bytes; 2 vectors of 2 numbers have 16` });
});

test.skipIf(freemem() < 6 * 2 ** 30)(
  "a file beyond 2 GiB is read whole (needs 6 GiB of free memory)",
  async () => {
    using directory = createTemporaryDirectory();
    const path = join(directory.path, "vectors");
    const [rows, columns] = [2 ** 20 + 1, 513];
    await using writer = await createVectorWriter(path, columns);
    await writer.append(new Float32Array(columns).fill(1));
    await writer.finish();
    // A sparse file: the rest reads as zero and takes no space on the disk.
    truncateSync(path, rows * columns * 4);
    const vectors = await readVectors(path, { rows, columns });
    expect(vectors.length).toBe(rows * columns);
    expect([vectors[0], vectors[columns - 1], vectors[columns], vectors.at(-1)]).toEqual([1, 1, 0, 0]);
  },
);
