import { createRandom } from "@observatory/core";
import { describe, expect, test } from "vitest";
import type { RetrievalFormat, RetrievalRow } from "../interchange/retrieval-row.ts";
import { toPublishedFigures } from "./published-figures.ts";
import type { ScoredRow } from "./to-results.ts";

let made = 0;

function scored(
  format: RetrievalFormat,
  scores: readonly number[],
  more: Partial<RetrievalRow> & { type: string },
) {
  const { type, ...rest } = more;
  const id = `row ${made++}`;
  const row: RetrievalRow = {
    id,
    image: { id },
    caption: "a",
    negatives: scores.slice(1).map(() => ({ text: "b", type })),
    ...rest,
    source: { file: "x", line: 1, format },
  };
  return { row, type, scores };
}

/** Each figure by its name, measure and what it is the mean of. */
async function figuresOf(rows: readonly ScoredRow[]): Promise<Record<string, number>> {
  const figures = await toPublishedFigures(rows, { random: createRandom(1), resamples: 50 });
  return Object.fromEntries(
    figures.map(({ name, measure, average, over, groups, items, share }) => [
      `${name}: ${measure}, ${average} of ${average === "micro" ? items : groups} ${over}`,
      Number(share.toFixed(6)),
    ]),
  );
}

const won = [2, 1];
const tied = [1, 1];
const lost = [1, 2];

describe("figures as released scripts print them", () => {
  test("SugarCrepe: a tie is lost, files count the same", async () => {
    const rows = [
      scored("sugarcrepe", won, { type: "replace_obj" }),
      scored("sugarcrepe", won, { type: "replace_obj" }),
      scored("sugarcrepe", tied, { type: "replace_obj" }),
      scored("sugarcrepe", lost, { type: "replace_att" }),
      scored("sugarcrepe", won, { type: "swap_att" }),
    ];
    expect(await figuresOf(rows)).toEqual({
      "replace_att: R@1, micro of 1 items": 0,
      "replace_obj: R@1, micro of 3 items": 0.666667,
      "swap_att: R@1, micro of 1 items": 1,
      "replace: R@1, macro of 2 files": 0.333333,
      "all files: R@1, macro of 3 files": 0.555556,
      "all files: R@1, micro of 5 items": 0.6,
    });
  });

  test("CREPE's productivity: a tie is won, complexities count the same", async () => {
    const rows = [
      scored("crepe-productivity", tied, { type: "atom", n: 4 }),
      scored("crepe-productivity", won, { type: "atom", n: 4 }),
      scored("crepe-productivity", won, { type: "atom", n: 4 }),
      scored("crepe-productivity", lost, { type: "atom", n: 12 }),
    ];
    expect(await figuresOf(rows)).toEqual({
      "atom: R@1, macro of 2 complexities": 0.5,
      "atom: R@1, micro of 4 items": 0.75,
    });
  });

  test("CREPE's systematicity: by split and type, and all negatives of a row at once", async () => {
    const split = { cc12m: { split: "UC", rarestCompound: null } } as const;
    const both = { id: "77", split };
    const rows = [
      scored("crepe-systematicity", won, { ...both, type: "atom" }),
      scored("crepe-systematicity", [2, 3], { ...both, type: "comp" }),
      scored("crepe-systematicity", won, { id: "78", split, type: "atom" }),
    ];
    expect(await figuresOf(rows)).toEqual({
      "UC in cc12m, atom: R@1, micro of 2 items": 1,
      "UC in cc12m, comp: R@1, micro of 1 items": 0,
      "UC in cc12m, all negatives at once: R@1, micro of 2 items": 0.5,
    });
  });

  test("Winoground: all comparisons strict, by pair and by tag", async () => {
    const pair = (id: string, type: string, a: readonly number[], b: readonly number[]): ScoredRow[] => [
      scored("winoground", a, { type, pair: { id, side: "A" } }),
      scored("winoground", b, { type, pair: { id, side: "B" } }),
    ];
    const rows = [...pair("0", "Object", [4, 1], [4, 1]), ...pair("1", "Relation", [4, 1], [2, 2])];
    expect(await figuresOf(rows)).toEqual({
      "all: text, micro of 2 pairs": 0.5,
      "all: image, micro of 2 pairs": 1,
      "all: group, micro of 2 pairs": 0.5,
      "Object: text, micro of 1 pairs": 1,
      "Object: image, micro of 1 pairs": 1,
      "Object: group, micro of 1 pairs": 1,
      "Relation: text, micro of 1 pairs": 0,
      "Relation: image, micro of 1 pairs": 1,
      "Relation: group, micro of 1 pairs": 0,
    });
  });

  test("ARO: relations count the same, pairs of attributes from 25 items on, ties are lost; orders win them", async () => {
    const relation = (scores: readonly number[], group: string) =>
      scored("aro-relation", scores, { type: "relation", group });
    const attribution = (scores: readonly number[], group: string) =>
      scored("aro-attribution", scores, { type: "attribution", group });
    const rows = [
      relation(won, "behind"),
      relation(won, "behind"),
      relation(tied, "on"),
      relation(lost, "next to"),
      ...Array.from({ length: 25 }, (_, i) => attribution(i < 5 ? won : lost, "blue_open")),
      ...Array.from({ length: 24 }, () => attribution(won, "red_wet")),
      scored("caption-options", [1, 1, 0, 0, 0], { type: "coco_order" }),
      scored("caption-options", [1, 2, 0, 0, 0], { type: "coco_order" }),
    ];
    expect(await figuresOf(rows)).toEqual({
      "VG-Relation, relations of the paper's table: R@1, macro of 2 relations": 0.5,
      "VG-Relation, all relations: R@1, macro of 3 relations": 0.333333,
      "VG-Relation: R@1, micro of 4 items": 0.5,
      "VG-Attribution, pairs of at least 25 items: R@1, macro of 1 attribute pairs": 0.2,
      "VG-Attribution: R@1, micro of 49 items": Number((29 / 49).toFixed(6)),
      "coco_order: R@1, micro of 2 items": 0.5,
    });
  });

  test("rows of other files have none", async () => {
    expect(await figuresOf([scored("jsonl", won, { type: "all" })])).toEqual({});
  });

  test("intervals hold the figure and are drawn by image", async () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      scored("sugarcrepe", i % 4 < 2 ? won : lost, { type: "add_obj", image: { id: String(i >> 1) } }),
    );
    const [figure] = await toPublishedFigures(rows, { random: createRandom(3), resamples: 400 });
    const [low = 1, high = 0] = figure?.interval ?? [];
    // Two rows of an image are alike: 20 images, a deviation of 0.11.
    expect([figure?.share, figure?.items, low < 0.35 && high > 0.65]).toEqual([0.5, 40, true]);
  });
});
