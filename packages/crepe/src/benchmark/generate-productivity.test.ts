import { findRealFile } from "@observatory/core/testing";
import { describe, expect, test } from "vitest";
import { emptyInventory } from "../negatives/inventory.ts";
import { toTextKey } from "../negatives/make-negatives.ts";
import { createLexicon } from "../negatives/wordnet/lexicon.ts";
import { readFactual } from "../scene-graph/readers/factual.ts";
import { toComplexity } from "../scene-graph/scene-graph.ts";
import { generateWorld } from "../world/generate-world.ts";
import { generateProductivity } from "./generate-productivity.ts";
import type { SourcedItem } from "./fill-cells.ts";
import { itemSchema, type Item } from "./item.ts";
import type { SourceScene } from "./source-scene.ts";

const collect = async (items: AsyncIterable<SourcedItem>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const { item } of items) all.push(itemSchema.parse(item));
  return all;
};
const lexicon = createLexicon();

describe("generateProductivity", () => {
  test("fills every cell evenly from drawn scenes, in strict mode with contradictions only, the same twice", async () => {
    const make = () =>
      collect(
        generateProductivity({
          scenes: generateWorld({ scenes: 40, seed: 3 }),
          items: 27,
          seed: 1,
          strict: true,
          lexicon,
        }),
      );
    const items = await make();
    expect(await make()).toEqual(items);
    const cells = new Map<string, number>();
    for (const { complexity, negatives } of items) {
      const cell = `${negatives[0]?.type}/${complexity.n}`;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    expect(cells.size).toBe(27);
    expect(new Set(cells.values())).toEqual(new Set([1]));
    for (const { caption, negatives, graph, complexity } of items) {
      expect(complexity).toEqual(toComplexity(graph));
      expect(new Set([caption, ...negatives.map(({ text }) => text)].map(toTextKey)).size).toBe(6);
      expect(negatives.every(({ falsity }) => falsity === "contradicted")).toBe(true);
    }
  });

  test("says nothing of the negation word: in negate, captions and negatives each have one", async () => {
    const items = await collect(
      generateProductivity({
        scenes: generateWorld({ scenes: 25, seed: 4 }),
        items: 18,
        seed: 1,
        types: ["negate"],
        lexicon,
      }),
    );
    const counts = items
      .flatMap(({ caption, negatives }) => [caption, ...negatives.map(({ text }) => text)])
      .map((text) => text.match(/\b(?:not|no|without)\b/gu)?.length);
    expect(new Set(counts)).toEqual(new Set([1]));
  });

  test("counts scenes that are too small as a loss", async () => {
    const losses: string[] = [];
    const scene: SourceScene = {
      imageId: "1",
      file: null,
      width: 0,
      height: 0,
      closedWorld: false,
      graph: { objects: [{ id: "1", name: "cat", attributes: [], box: null }], relations: [] },
    };
    const items = await collect(
      generateProductivity({
        scenes: [scene],
        items: 27,
        seed: 1,
        inventory: emptyInventory,
        onLoss: (reason) => losses.push(reason),
      }),
    );
    expect(items).toEqual([]);
    expect(losses).toEqual(["graph-too-small"]);
  });

  const file = findRealFile("vision/factual/dev.jsonl");
  test.skipIf(file === null)("makes items from graphs of people's captions", async () => {
    async function* scenes(): AsyncGenerator<SourceScene> {
      let count = 0;
      for await (const { graph } of readFactual(file ?? ""))
        yield { imageId: String(count++), file: null, width: 0, height: 0, closedWorld: false, graph };
    }
    const items = await collect(
      generateProductivity({ scenes: scenes(), items: 18, seed: 1, complexities: [5, 6], lexicon }),
    );
    // A thousand captions of one clause hardly give swaps that anyone would write.
    expect(items.length).toBeGreaterThanOrEqual(12);
    expect(
      items.every(
        ({ negatives }) => negatives.length === 5 && negatives.every(({ falsity }) => falsity !== "absent"),
      ),
    ).toBe(true);
  });
});
