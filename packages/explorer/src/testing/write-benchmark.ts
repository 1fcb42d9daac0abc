import { sha256 } from "@observatory/core";
import { toResults, toRetrievalRow, writeResults, type Item, type ScorerInfo } from "@observatory/crepe";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface WriteBenchmarkOptions {
  /** 24 unless told. */
  readonly items?: number;
  /** In place of made-up captions and names, in turn. */
  readonly texts?: readonly string[];
  /** Scorers by id, each with the places of the items that it gets right; none unless told. */
  readonly scorers?: Readonly<Record<string, (place: number) => boolean>>;
  readonly hasImages?: boolean;
}

/** A picture of one pixel. */
const tinyPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/**
 * Writes a small benchmark with made-up items, as the generator lays them out: atoms and swaps, n = 4 to 7, pairs of two
 * items with the same captions, splits by the training set `web`. Gives the items.
 */
export async function writeCrepeBenchmark(
  directory: string,
  options: WriteBenchmarkOptions = {},
): Promise<readonly Item[]> {
  const { items: count = 24, scorers = {}, hasImages = true } = options;
  const items = Array.from({ length: count }, (_, place) => createItem(place, options));
  const text = items.map((item) => `${JSON.stringify(item)}\n`).join("");
  const record = {
    schema: "observatory/crepe-benchmark@1",
    name: "made-up",
    version: "1",
    source: "world",
    set: "systematicity",
    seed: 1,
    strict: false,
    counts: { items: count, ...countCells(items) },
    leftOut: [
      { cell: "negate", rows: 40, probe: "no_negation_word", rAt1: 0.9, interval: [0.8, 1], chance: 1 / 3 },
    ],
    contentHash: sha256(text),
  };
  mkdirSync(join(directory, "images"), { recursive: true });
  writeFileSync(join(directory, "items.jsonl"), text);
  writeFileSync(join(directory, "benchmark.json"), JSON.stringify(record));
  if (hasImages)
    for (const { image } of items) writeFileSync(join(directory, "images", image.file ?? ""), tinyPng);
  for (const [id, isRight] of Object.entries(scorers)) {
    const scored = items.map((item, place) => ({
      row: toRetrievalRow(item, { file: "items.jsonl", line: place + 1 }),
      type: item.negatives[0]?.type ?? "atom",
      scores: isRight(place) ? [0.9, 0.2, 0.1] : [0.2, 0.9, 0.1],
    }));
    await writeResults(
      directory,
      await toResults(scored, {
        scorer: { id, kind: kindOf(id), details: {} },
        benchmark: { name: record.name, contentHash: record.contentHash },
        seed: 1,
        resamples: 50,
      }),
    );
  }
  return items;
}

function kindOf(id: string): ScorerInfo["kind"] {
  return id === "chance" ? "chance" : id.startsWith("blind/") ? "blind" : "embedding";
}

const colours = ["red", "blue", "green", "yellow", "pink"] as const;

function createItem(place: number, { texts, hasImages = true }: WriteBenchmarkOptions): Item {
  const pair = Math.floor(place / 2);
  const n = 4 + (pair % 4);
  const type = pair % 2 === 0 ? "atom" : "swap";
  const colour = colours[place % colours.length] ?? "red";
  const caption = texts?.[place % texts.length] ?? `a ${colour} hat number ${place} left of a cup`;
  const name = texts?.[(place + 1) % texts.length] ?? "hat";
  return {
    id: `made-${pair}/${type}-${n}/${place % 2}`,
    image: hasImages
      ? { file: `made-${place}.png`, box: { x: 0, y: 0, width: 1, height: 1 } }
      : { file: null },
    caption,
    graph: {
      objects: [
        { id: "o0", name, attributes: [colour], box: { x: 0, y: 0, width: 1, height: 1 } },
        { id: "o1", name: "cup", attributes: [], box: null },
      ],
      relations: [{ subject: "o0", predicate: "left of", object: "o1" }],
    },
    complexity: { n, objects: 2, relations: 1, attributes: 1, components: 1 },
    split: {
      web: {
        split: pair % 3 === 0 ? "SC" : pair % 3 === 1 ? "UC" : "UA",
        rarestCompound: pair % 3 === 0 ? 5 * pair : 0,
      },
    },
    pair: { id: `pair-${pair}`, side: place % 2 === 0 ? "A" : "B" },
    style: "plain",
    negatives: [
      {
        text: `${caption} and a spoon`,
        type,
        edit: { rule: "inventory", role: "object", from: name, to: "spoon", objects: ["o0"] },
        falsity: "absent",
      },
      {
        text: `no ${caption}`,
        type,
        edit: { rule: "antonym+colour", role: "attribute", from: colour, to: "grey", objects: ["o0"] },
        falsity: "contradicted",
      },
    ],
  };
}

function countCells(items: readonly Item[]): Record<string, number> {
  const counts: Record<string, number> = { negatives: 0 };
  const add = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const { negatives, complexity } of items) {
    add(`${negatives[0]?.type ?? "atom"}/${complexity.n}`);
    for (const { falsity } of negatives) {
      add(falsity);
      add("negatives");
    }
  }
  return counts;
}
