import { createFakeEmbedder, createTemporaryDirectory } from "@observatory/core/testing";
import { createMatrix } from "@observatory/numerics";
import { writeShards } from "@observatory/store";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collectPrivatePoints } from "./private-points.ts";
import { facetColumns } from "./tables.ts";

const rows = Array.from({ length: 12 }, (_, at) => ({
  account: "somebody",
  createdAt: null,
  duplicateKey: `key ${at}`,
  part: 0,
  weight: 1000,
  request: `ask for thing ${at}`,
  task: "",
  languages: ["English"],
  concern: 1,
  turns: 1,
  length: 10,
  own: {},
  retried: 0,
  byRule: 0,
}));

async function chooseTexts(idOf: (at: number) => string): Promise<readonly string[]> {
  using directory = createTemporaryDirectory();
  await writeShards(
    join(directory.path, "facets"),
    facetColumns,
    rows.map((row, at) => ({ id: idOf(at), ...row })),
  );
  const embedder = createFakeEmbedder();
  const axes = createMatrix(1, embedder.dimensions);
  const { texts } = await collectPrivatePoints({
    facets: { directory: directory.path },
    index: { slotOf: Int32Array.from(rows, (_, at) => at), distinct: rows.length },
    embedder,
    basis: { mean: new Float64Array(embedder.dimensions), axes, anchors: createMatrix(1, 1) },
    most: 4,
    context: { facet: "request", privacy: undefined, embedder, signal: new AbortController().signal },
  });
  return texts;
}

test("which conversations of an account are looked at does not go by ids, which others' conversations can change", async () => {
  const texts = await chooseTexts((at) => `chats.jsonl:${at + 1}`);
  expect(texts).toHaveLength(4);
  // One record more before them, and every made-up id is another; somebody took the ids before, and all are renamed.
  expect(await chooseTexts((at) => `chats.jsonl:${at + 2}`)).toEqual(texts);
  expect(await chooseTexts((at) => `chats.jsonl:${at + 1}#2`)).toEqual(texts);
});
