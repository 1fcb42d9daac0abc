import { createTemporaryDirectory } from "@observatory/core/testing";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRetrievalRows } from "../interchange/read-retrieval-rows.ts";
import { fixFiles } from "../lint/fix-files.ts";
import { generateBenchmark } from "./generate-benchmark.ts";
import type { Item } from "./item.ts";
import { loadBenchmark } from "./load-benchmark.ts";
import { refineBenchmark } from "./refine-benchmark.ts";

const animals = ["squirrel", "rabbit", "monkey", "bear", "deer", "lion"];
const gear = ["ball", "frisbee", "racket", "football", "basketball", "baseball"];
const colours = ["black", "brown", "white", "red"];

/** Images of a bat beside a thing of its kind, half of them of the animal; bats say nothing else of which they are. */
function writeBats(directory: string, images: number, synsetOf: (image: number) => readonly string[]): void {
  const graphs = Array.from({ length: images }, (_, image_id) => {
    const pick = <T>(words: readonly T[], shift: number) => words[(image_id + shift) % words.length];
    const object = (
      id: number,
      name: string | undefined,
      colour: string | undefined,
      synsets: readonly string[],
    ) => ({
      synsets,
      object_id: image_id * 10 + id,
      merged_object_ids: [],
      names: [name],
      attributes: [colour],
      x: 10 * id,
      y: 10,
      w: 100,
      h: 100,
    });
    return {
      image_id,
      objects: [
        object(1, "bat", pick(colours, 0), synsetOf(image_id)),
        object(2, "tree", pick(colours, 1), ["tree.n.01"]),
        object(3, pick(image_id % 2 === 0 ? animals : gear, 0), pick(colours, 2), []),
      ],
      relationships: [
        {
          predicate: "near",
          synsets: [],
          relationship_id: 1,
          subject_id: image_id * 10 + 1,
          object_id: image_id * 10 + 2,
        },
        {
          predicate: "near",
          synsets: [],
          relationship_id: 2,
          subject_id: image_id * 10 + 3,
          object_id: image_id * 10 + 2,
        },
      ],
    };
  });
  writeFileSync(join(directory, "scene_graphs.json"), JSON.stringify(graphs));
}

async function itemsOf(directory: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of (await loadBenchmark(directory)).items()) items.push(item);
  return items;
}

async function generate(directory: string) {
  const out = join(directory, "bench");
  const { losses } = await generateBenchmark({
    out,
    source: { kind: "graphs", files: [directory] },
    set: "productivity",
    items: 40,
    seed: 1,
  });
  return { out, losses, items: await itemsOf(out) };
}

/** The words that atom negatives put for bats, by the bats' synsets; "-" for none. */
function foilsBySense(items: readonly Item[]): Map<string, Set<string>> {
  const foils = new Map<string, Set<string>>();
  for (const { graph, negatives } of items)
    for (const { type, edit } of negatives) {
      if (type !== "atom" || edit.role !== "object" || edit.from !== "bat") continue;
      const sense = graph.objects.find(({ id }) => id === edit.objects[0])?.synset ?? "-";
      foils.set(sense, (foils.get(sense) ?? new Set()).add(edit.to));
    }
  return foils;
}

test("foils of a bat are animals or sports gear as its image says, and the sense stays with the item", async () => {
  using directory = createTemporaryDirectory();
  writeBats(directory.path, 80, (image) => [image % 2 === 0 ? "bat.n.01" : "bat.n.05"]);
  const { out, items } = await generate(directory.path);
  const foils = foilsBySense(items);
  expect([...foils.keys()].toSorted()).toEqual(["bat.n.01", "bat.n.05"]);
  expect(animals).toEqual(expect.arrayContaining([...(foils.get("bat.n.01") ?? [])]));
  expect(gear).toEqual(expect.arrayContaining([...(foils.get("bat.n.05") ?? [])]));

  const refined = join(directory.path, "refined");
  await refineBenchmark(out, { out: refined, negatives: 2, seed: 1 });
  const graphs = new Map(items.map(({ id, graph }) => [id, graph]));
  const kept = await itemsOf(refined);
  expect(kept.length).toBeGreaterThan(0);
  for (const { id, graph } of kept) expect(graph).toEqual(graphs.get(id));

  await fixFiles([join(out, "items.jsonl")], join(directory.path, "fixed"));
  const { rows } = await loadRetrievalRows([join(directory.path, "fixed", "items.jsonl")]);
  expect(rows.length).toBeGreaterThan(0);
  for (const { id, item } of rows) expect(item?.graph).toEqual(graphs.get(id));
});

test("without synsets, or with broken ones, which are counted, all bats are of the kind of their name", async () => {
  for (const synsets of [[], ["bat"]]) {
    using directory = createTemporaryDirectory();
    writeBats(directory.path, 80, () => synsets);
    const { losses, items } = await generate(directory.path);
    const foils = foilsBySense(items);
    expect([...foils.keys()]).toEqual(["-"]);
    expect(gear).toEqual(expect.arrayContaining([...(foils.get("-") ?? [])]));
    expect(losses["synset-malformed"] ?? 0).toBe(synsets.length === 0 ? 0 : 80);
  }
});
