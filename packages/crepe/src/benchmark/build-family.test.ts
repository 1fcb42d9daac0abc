import { createRandom } from "@observatory/core";
import { beforeAll, describe, expect, test } from "vitest";
import { auditRows } from "../blind/audit-rows.ts";
import { isCounterbalanced } from "../blind/is-counterbalanced.ts";
import { toBlindRows } from "../blind/to-blind-rows.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import { createLexicon } from "../negatives/wordnet/lexicon.ts";
import { generateWorld } from "../world/generate-world.ts";
import { loadIcons } from "../world/load-icons.ts";
import { redrawScene } from "../world/redraw-scene.ts";
import type { WorldScene } from "../world/world-scene.ts";
import type { SourcedItem } from "./fill-cells.ts";
import { generateProductivity } from "./generate-productivity.ts";

const icons = loadIcons();
const lexicon = createLexicon();

async function makeFamilies(
  items: number,
  options: { readonly strict?: boolean; readonly complexities?: readonly number[] } = {},
): Promise<readonly SourcedItem<WorldScene>[]> {
  const made: SourcedItem<WorldScene>[] = [];
  const families = generateProductivity<WorldScene>({
    scenes: generateWorld({ scenes: 400, seed: 8, icons }),
    items,
    seed: 1,
    lexicon,
    ...options,
    redraw: (scene, claim, how) => redrawScene(scene, claim, { ...how, icons }),
  });
  for await (const one of families) made.push(one);
  return made;
}

describe("buildFamily", () => {
  let made: readonly SourcedItem<WorldScene>[] = [];
  beforeAll(async () => {
    made = await makeFamilies(27 * 6);
  }, 60_000);

  test("fills every cell of n and type with a whole family", () => {
    const families = new Set(made.map(({ item }) => item.family));
    expect(families.size).toBe(27);
    const cells = new Set(made.map(({ item }) => `${item.negatives[0]?.type} ${item.complexity.n}`));
    expect(cells.size).toBe(27);
    for (const family of families) {
      const members = made.filter(({ item }) => item.family === family);
      const lists = members.map(({ item }) =>
        [item.caption, ...item.negatives.map(({ text }) => text)].toSorted(),
      );
      expect(members).toHaveLength(6);
      expect(new Set(lists.map((list) => list.join("\n"))).size).toBe(1);
      expect(new Set(members.map(({ item }) => item.caption)).size).toBe(6);
      expect(new Set(members.map(({ item }) => item.image.file)).size).toBe(6);
    }
  });

  test("what an item's graph says is in its scene, and each claim differs from scene to scene", () => {
    for (const { item, scene } of made) {
      expect(item.image.file).toBe(scene.file);
      for (const object of item.graph.objects) {
        const actual = scene.graph.objects.find(({ id }) => id === object.id);
        expect(actual?.name).toBe(object.name);
        expect(actual?.attributes).toEqual(expect.arrayContaining(object.attributes));
      }
      expect(scene.graph.relations).toEqual(expect.arrayContaining(item.graph.relations));
    }
  });

  test("captions of an atom family differ from each other in one place", () => {
    const atoms = made.flatMap(({ item }) => item.negatives.filter(({ type }) => type === "atom"));
    expect(atoms.length).toBeGreaterThan(200);
    expect(atoms.every(({ edit }) => !edit.rule.includes("+") && edit.from !== edit.to)).toBe(true);
  });

  test("no probe, not even one that sees the whole list, is off chance in any cell", async () => {
    const rows = toBlindRows(made.map(({ item }) => toRetrievalRow(item, { file: "items.jsonl", line: 1 })));
    const report = await auditRows(rows, { seed: 1, resamples: 50 });
    expect(report.cells).toHaveLength(30);
    for (const cell of report.cells) {
      expect(cell.counterbalanced).toBe(true);
      expect(cell.verdict).toBe("blind-proof");
      expect(cell.central.rAt1).toBeCloseTo(1 / 6, 10);
      for (const { rAt1, interval } of cell.probes) {
        expect(rAt1).toBeCloseTo(1 / 6, 10);
        expect(interval[0]).toBeCloseTo(1 / 6, 10);
        expect(interval[1]).toBeCloseTo(1 / 6, 10);
      }
    }
    // Without one of its items a family is none.
    const some = createRandom(3).shuffle(rows).slice(1);
    expect(isCounterbalanced(rows)).toBe(true);
    expect(isCounterbalanced(some)).toBe(false);
  });

  test("strict families have contradicted captions only, in every cell", async () => {
    const strict = await makeFamilies(18, { strict: true, complexities: [6] });
    expect(strict).toHaveLength(18);
    const negatives = strict.flatMap(({ item }) => item.negatives);
    expect(new Set(negatives.map(({ type }) => type)).size).toBe(3);
    expect(negatives.every(({ falsity }) => falsity === "contradicted")).toBe(true);
  });

  test("the same scenes and seed give the same", async () => {
    const again = await makeFamilies(27 * 6);
    expect(again.map(({ item }) => item)).toEqual(made.map(({ item }) => item));
    expect(again.map(({ scene }) => scene.svg)).toEqual(made.map(({ scene }) => scene.svg));
  }, 60_000);
});
