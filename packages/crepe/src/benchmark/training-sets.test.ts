import { createTemporaryDirectory, findRealFile } from "@observatory/core/testing";
import { parseJson } from "@observatory/core";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { parseCaption } from "../captions/parse/parse-caption.ts";
import { toEntries } from "../vocabulary/count-captions.ts";
import { heldOutCompounds } from "../world/held-out-compounds.ts";
import { toWorldSplit } from "../world/to-world-split.ts";
import { trainingCaptions } from "../world/training-captions.ts";
import { compoundsOf } from "./classify-split.ts";
import { generateBenchmark } from "./generate-benchmark.ts";
import type { Item } from "./item.ts";
import { loadBenchmark } from "./load-benchmark.ts";

async function itemsOf(directory: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of (await loadBenchmark(directory)).items()) items.push(item);
  return items;
}

/** What `split` should be, counted from the captions without a vocabulary. */
function countSplit(graph: Item["graph"], captions: readonly ReadonlySet<string>[]) {
  const countOf = (key: string) => captions.filter((entries) => entries.has(key)).length;
  const atoms = [
    ...graph.objects.map(({ name }) => `object\t${name}`),
    ...graph.objects.flatMap(({ attributes }) => attributes.map((attribute) => `attribute\t${attribute}`)),
    ...graph.relations.map(({ predicate }) => `relation\t${predicate}`),
  ];
  const nameOf = (id: string) => graph.objects.find((object) => object.id === id)?.name ?? "";
  const compounds = [
    ...graph.objects.flatMap(({ name, attributes }) =>
      attributes.map((attribute) => `attribute-object\t${attribute}\t${name}`),
    ),
    ...graph.relations.map(
      ({ subject, predicate, object }) =>
        `subject-relation-object\t${nameOf(subject)}\t${predicate}\t${nameOf(object)}`,
    ),
  ];
  const rarestCompound = Math.min(...compounds.map(countOf));
  const isAtomMissing = atoms.some((atom) => countOf(atom) === 0);
  return { split: isAtomMissing ? "UA" : rarestCompound === 0 ? "UC" : "SC", rarestCompound };
}

test("splits and counts are those of each training set's own captions, whatever its format", async () => {
  using temporary = createTemporaryDirectory();
  // Attributes of things, without relations, so that few captions say much.
  const all = [...trainingCaptions(heldOutCompounds(4), { seed: 4, extra: 0 })].filter(
    (caption) => caption.split(" ").length === 3,
  );
  const sets = { plain: all, "with.tabs": all.filter((_, i) => i % 8 !== 0) };
  const files = [join(temporary.path, "plain.jsonl"), join(temporary.path, "with.tabs.tsv")] as const;
  writeFileSync(files[0], sets.plain.map((caption, id) => `${JSON.stringify({ id, caption })}\n`).join(""));
  writeFileSync(
    files[1],
    ["url\tcaption", ...sets["with.tabs"].map((caption, id) => `http://x/${id}\t${caption}`)].join("\n"),
  );
  const out = join(temporary.path, "bench");
  await generateBenchmark({
    out,
    source: { kind: "world" },
    set: "systematicity",
    items: 18,
    seed: 4,
    trainingCaptions: files,
  });
  const items = await itemsOf(out);
  expect(items).toHaveLength(18);
  const entries = Object.entries(sets).map(
    ([name, captions]) => [name, captions.map((caption) => toEntries(parseCaption(caption)))] as const,
  );
  for (const { graph, split } of items)
    expect(split).toEqual(
      Object.fromEntries(entries.map(([name, parsed]) => [name, countSplit(graph, parsed)])),
    );
  expect(new Set(items.map(({ split }) => split?.["plain"]?.split))).toEqual(new Set(["SC", "UC", "UA"]));
}, 60_000);

test("the world's own held-out square gives the splits of its training captions", async () => {
  using temporary = createTemporaryDirectory();
  const out = join(temporary.path, "bench");
  const source = { kind: "world" } as const;
  await generateBenchmark({ out, source, set: "systematicity", items: 18, seed: 4, trainingSeed: 9 });
  const items = await itemsOf(out);
  const heldOut = heldOutCompounds(9);
  expect(new Set(items.map(({ split }) => split?.["world-9"]?.split))).toEqual(new Set(["SC", "UC", "UA"]));
  for (const { graph, split } of items) {
    expect(split?.["world-9"]?.split).toBe(toWorldSplit(graph, heldOut));
    expect(compoundsOf(graph).length).toBeGreaterThan(0);
    if (split?.["world-9"]?.split === "SC") expect(split["world-9"].rarestCompound).toBeGreaterThan(0);
  }
}, 60_000);

test("two training sets of one name are refused", async () => {
  using temporary = createTemporaryDirectory();
  const file = join(temporary.path, "a.txt");
  writeFileSync(file, "a red cat on a mat\n");
  await expect(
    generateBenchmark({
      out: join(temporary.path, "bench"),
      source: { kind: "world" },
      set: "systematicity",
      items: 6,
      seed: 1,
      trainingCaptions: [file, file],
    }),
  ).rejects.toThrow(/two training sets are named a/u);
});

const factual = findRealFile("vision/factual/dev.jsonl");
test.skipIf(factual === null)(
  "people's captions split people's graphs",
  async () => {
    using temporary = createTemporaryDirectory();
    const captions = readFileSync(factual ?? "", "utf8")
      .split("\n")
      .flatMap((line) => {
        const json = parseJson(line);
        const row = z.object({ caption: z.string() }).safeParse(json.ok ? json.value : null);
        return row.success ? [row.data.caption] : [];
      });
    const half = captions.filter((_, i) => i % 2 === 0);
    const file = join(temporary.path, "half.tsv");
    writeFileSync(file, ["id\tcaption", ...half.map((caption, id) => `${id}\t${caption}`)].join("\n"));
    const out = join(temporary.path, "bench");
    await generateBenchmark({
      out,
      source: { kind: "graphs", files: [factual ?? ""] },
      set: "systematicity",
      items: 60,
      seed: 1,
      trainingCaptions: [file],
    });
    const items = await itemsOf(out);
    const parsed = half.map((caption) => toEntries(parseCaption(caption)));
    expect(items.length).toBeGreaterThan(0);
    for (const { graph, split } of items) expect(split).toEqual({ half: countSplit(graph, parsed) });
  },
  120_000,
);
