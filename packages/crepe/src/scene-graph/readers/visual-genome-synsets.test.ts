import { createTemporaryDirectory } from "@observatory/core/testing";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { ImageGraph } from "./assemble-graph.ts";
import { readPhraseSynsets } from "./visual-genome-synsets.ts";
import { readVisualGenome } from "./visual-genome.ts";

const box = { x: 0, y: 0, w: 5, h: 5, merged_object_ids: [] };
const bat = { ...box, object_id: 1, names: ["bat"], synsets: ["bat.n.05", "bat.n.01"], attributes: ["Hard"] };
const tree = { ...box, object_id: 2, names: ["A tree"], synsets: [] };

async function readOne(name: string, image: object): Promise<ImageGraph | undefined> {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, name);
  writeFileSync(path, JSON.stringify([image]));
  writeFileSync(
    join(directory.path, "object_synsets.json"),
    '{"a tree": "tree.n.01", "bat": "bat.n.01", "x": 3}',
  );
  writeFileSync(join(directory.path, "attribute_synsets.json.gz"), gzipSync('{"hard": "hard.a.03"}'));
  const phraseSynsets = await readPhraseSynsets(path);
  for await (const graph of readVisualGenome(path, { phraseSynsets })) return graph;
  return undefined;
}

test("an image's own synset goes before that of the phrase, the first before others", async () => {
  const relation = { predicate: "ON", synsets: ["along.r.01"], relationship_id: 3 };
  const scene = {
    image_id: 1,
    objects: [bat, tree],
    relationships: [
      { ...relation, subject_id: 1, object_id: 2 },
      { ...relation, synsets: [], predicate: "near", subject_id: 2, object_id: 1 },
    ],
  };
  const whole = await readOne("scene_graphs.json", scene);
  expect(whole?.graph.objects.map(({ name, synset }) => [name, synset])).toEqual([
    ["bat", "bat.n.05"],
    ["a tree", "tree.n.01"],
  ]);
  expect(whole?.graph.objects[0]?.attributeSynsets).toEqual({ hard: "hard.a.03" });
  expect(whole?.graph.relations).toEqual([
    { subject: "1", predicate: "on", object: "2", synset: "along.r.01" },
    { subject: "2", predicate: "near", object: "1" },
  ]);
  expect(whole?.losses).toEqual([]);

  const parts = await readOne("relationships.json", {
    image_id: 1,
    relationships: [{ ...relation, subject: bat, object: tree }],
  });
  expect(parts?.graph).toEqual({ ...whole?.graph, relations: whole?.graph.relations.slice(0, 1) });
  const attributes = await readOne("attributes.json", { image_id: 1, attributes: [bat, tree] });
  expect(attributes?.graph.objects).toEqual(whole?.graph.objects);
});

test("a synset of another form is a counted loss, and the object stays", async () => {
  const broken = ["bat", "bat.n.05", { name: "bat.n.05" }, [5], ["bat.noun.5"]];
  const graph = await readOne("attributes.json", {
    image_id: 1,
    attributes: broken.map((synsets, index) => ({ ...bat, object_id: index, synsets })),
  });
  expect(graph?.graph.objects.map(({ synset }) => synset)).toEqual(broken.map(() => undefined));
  expect(graph?.losses).toEqual(
    broken.map((_, index) => ({ reason: "synset-malformed", place: `1/object ${index}` })),
  );
});
