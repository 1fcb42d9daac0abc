import { createTemporaryDirectory } from "@observatory/core/testing";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listEmbeddedItems } from "../shared/crepe/embedded-benchmark.ts";
import { parseItemFilter } from "../shared/crepe/item-filter.ts";
import { writeCrepeBenchmark } from "../testing/write-benchmark.ts";
import { embedBenchmark } from "./embed-benchmark.ts";

const scorers = { "models/good": (place: number) => place !== 3 };

test("a small benchmark is in its report whole, with its images", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "bench");
  await writeCrepeBenchmark(path, { scorers });
  const report = await embedBenchmark(path);
  expect(report.overview.sample).toEqual({ items: 24, seed: 0 });
  expect(report.items.every(({ imageUrl }) => imageUrl?.startsWith("data:image/png;base64,"))).toBe(true);
  expect(await embedBenchmark(path)).toEqual(report);
  const wrong = listEmbeddedItems(report, parseItemFilter({ wrong: "models/good" }), { offset: 0, limit: 9 });
  expect(wrong).toMatchObject({
    total: 1,
    items: [{ id: "made-1/swap-5/1", right: { "models/good": false } }],
  });
});

test("a large one gives as much as fits: whole pairs, from every cell", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "bench");
  await writeCrepeBenchmark(path, { items: 200 });
  const report = await embedBenchmark(path, { maxBytes: 20_000 });
  expect(report.items.length).toBeGreaterThan(11);
  expect(report.items.length).toBeLessThan(100);
  expect(report.items.every(({ siblings }) => siblings.length === 1)).toBe(true);
  expect(new Set(report.items.map(({ item }) => item.complexity?.n))).toEqual(new Set([4, 5, 6, 7]));
  expect(report.overview.items).toBe(200);
  const other = await embedBenchmark(path, { maxBytes: 20_000, seed: 2 });
  expect(other.items.map(({ item }) => item.id)).not.toEqual(report.items.map(({ item }) => item.id));
});
