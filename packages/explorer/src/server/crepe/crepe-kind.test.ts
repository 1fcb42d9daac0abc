import { createTemporaryDirectory } from "@observatory/core/testing";
import { appendFileSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crepeItemSchema, itemListSchema } from "../../shared/crepe/crepe-item.ts";
import { crepeOverviewSchema } from "../../shared/crepe/crepe-overview.ts";
import { writeCrepeBenchmark } from "../../testing/write-benchmark.ts";
import { createExplorerApp } from "../create-explorer-app.ts";
import { openSources } from "../open-sources.ts";

const scorers = {
  chance: () => false,
  "blind/longest": (place: number) => place === 0,
  "models/good": (place: number) => place !== 3,
  "models/poor": (place: number) => place < 6,
};

async function serve(directory: string) {
  const app = createExplorerApp(await openSources([directory]), { page: new Map() });
  const id = directory.split("/").at(-1) ?? "";
  const headers = { host: "127.0.0.1" };
  return (path: string) => app.request(`/api/crepe/${id}${path}`, { headers });
}

describe("a benchmark over the wire", () => {
  const directory = createTemporaryDirectory();
  const path = join(directory.path, "bench");
  let get: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    await writeCrepeBenchmark(path, { scorers });
    get = await serve(path);
  });
  afterAll(() => directory[Symbol.dispose]());
  const list = async (query: string) => itemListSchema.parse(await (await get(`/items?${query}`)).json());

  test("is told without its items: counts, facets, scorers, differences", async () => {
    const overview = crepeOverviewSchema.parse(await (await get("")).json());
    expect(overview).toMatchObject({ items: 24, images: 24, audit: null, sample: null });
    expect(overview.report.warnings).toEqual([]);
    expect(overview.facets.type).toEqual([
      { value: "atom", items: 12 },
      { value: "swap", items: 12 },
    ]);
    expect(overview.facets.rule.map(({ value }) => value)).toEqual(["antonym", "colour", "inventory"]);
    expect(overview.report.scorers.map(({ results }) => results.scorer.id)).toEqual(Object.keys(scorers));
    const pair = overview.report.differences.find(({ a, b }) => a === "models/good" && b === "models/poor");
    expect(pair?.difference).toBeCloseTo((23 - 6) / 24, 12);
  });

  test("gives pages of items, by what they are and by who is right", async () => {
    expect(await list("limit=5&offset=20")).toMatchObject({ total: 24, offset: 20, items: { length: 4 } });
    expect((await list("type=swap&n=5")).items.every(({ types, n }) => types[0] === "swap" && n === 5)).toBe(
      true,
    );
    expect(await list("split=web:SC")).toMatchObject({ total: 8 });
    expect(await list("query=NUMBER+23")).toMatchObject({ total: 1 });
    expect(await list("right=models/good&wrong=models/poor")).toMatchObject({ total: 18 });
    expect((await list("agreement=some-wrong&wrong=models/good")).items.map(({ id }) => id)).toEqual([
      "made-1/swap-5/1",
    ]);
    expect(await list("agreement=all-right")).toMatchObject({ total: 5 });
  });

  test("gives one item with its scores, its sibling and its image", async () => {
    const item = crepeItemSchema.parse(await (await get("/items/made-1/swap-5/1")).json());
    expect(item.item.caption).toBe("a yellow hat number 3 left of a cup");
    expect(item.scores.map(({ scorer, rows }) => [scorer, rows[0]?.rank])).toContainEqual(["models/good", 2]);
    expect(item.siblings.map(({ id }) => id)).toEqual(["made-1/swap-5/0"]);
    const image = await get("/images/made-3.png");
    expect(image.headers.get("content-type")).toBe("image/png");
    expect(item.imageUrl).toMatch(/^api\/crepe\/bench\/images\/made-3\.png$/u);
  });

  test.each(["/items/none", "/images/none.png", "/images/..%2Fitems.jsonl", "/images/%2Fetc%2Fpasswd"])(
    "answers with a failure where there is nothing: %s",
    async (path_) => {
      const response = await get(path_);
      expect(response.status).toBe(404);
      expect(await response.json()).toHaveProperty("message");
    },
  );
});

test("an image that leads out of the benchmark is not given, although an item names it", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "bench");
  await writeCrepeBenchmark(path, { hasImages: true, items: 2 });
  writeFileSync(join(directory.path, "secret.png"), "secret");
  rmSync(join(path, "images", "made-0.png"));
  symlinkSync(join(directory.path, "secret.png"), join(path, "images", "made-0.png"));
  const get = await serve(path);
  expect((await get("/images/made-0.png")).status).toBe(404);
  expect((await get("/images/made-1.png")).status).toBe(200);
});

test("results that break off are a warning, and the rest is shown", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "bench");
  await writeCrepeBenchmark(path, { scorers });
  const file = join(path, "results", "models%2Fpoor.json");
  writeFileSync(file, readFileSync(file, "utf8").slice(0, -300));
  const overview = crepeOverviewSchema.parse(await (await (await serve(path))("")).json());
  expect(overview.report.scorers).toHaveLength(3);
  expect(overview.report.warnings.map(({ file: name }) => name)).toEqual(["models%2Fpoor.json"]);
  expect(JSON.stringify(overview.report.warnings)).not.toContain(directory.path);
});

test("items that are not those of the record are a failure that says so, until they are mended", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "bench");
  await writeCrepeBenchmark(path);
  const get = await serve(path);
  const items = readFileSync(join(path, "items.jsonl"), "utf8");
  appendFileSync(join(path, "items.jsonl"), items.split("\n")[0] ?? "");
  const response = await get("");
  expect(response.status).toBe(409);
  expect(JSON.stringify(await response.json())).toMatch(/not the file that benchmark\.json describes/u);
  writeFileSync(join(path, "items.jsonl"), items);
  expect((await get("")).status).toBe(200);
});
