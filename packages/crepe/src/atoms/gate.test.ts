import { createRandom } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { ResultRow } from "../evaluate/results.ts";
import { toQuestions } from "../evaluate/scorer.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { createOracleScorer } from "../reference/oracle-scorer.ts";
import type { View } from "../reference/share-of-claim.ts";
import { drawRows } from "../reference/testing-drawn-rows.ts";
import { atomsOf, toAtomKey } from "./atoms-of.ts";
import { worldAtoms } from "./draw-atom-scenes.ts";
import { makeAtomItems, probesPerAtom } from "./make-atom-items.ts";
import { prepareAtoms, toAtomImages } from "./prepare-atoms.ts";
import { gateLevel, isTestable, recogniseAtoms } from "./recognise-atoms.ts";

const seeds = [1, 2, 3];
const ties = { policy: "expected", tolerance: 0 } as const;
const directory = createTemporaryDirectory();
afterAll(() => directory[Symbol.dispose]());

/** Items of every seed and the probes of their atoms. */
const worlds = await Promise.all(
  seeds.map(async (seed) => {
    const rows = (await drawRows(300, seed)).map(({ row }) => row);
    const out = join(directory.path, String(seed));
    const benchmark = { benchmark: { name: "world", contentHash: "a" }, rows, losses: {} };
    return { rows, out, probes: (await prepareAtoms(benchmark, { out, seed })).rows };
  }),
);

/** Results of scores that a function gives. */
function score(
  probes: readonly RetrievalRow[],
  scoreOf: (probe: RetrievalRow, caption: string) => number,
): ResultRow[] {
  return probes.map((probe) => ({
    item: probe.id,
    type: "atom",
    positive: scoreOf(probe, probe.caption),
    negatives: probe.negatives.map(({ text }) => scoreOf(probe, text)),
    rank: 1,
  }));
}

async function ask(view: View, probes: readonly RetrievalRow[]): Promise<ResultRow[]> {
  const scores: ResultRow[] = [];
  const questions = toQuestions(probes);
  for await (const outcome of createOracleScorer(view, { rows: probes }).score(questions)) {
    const { row } = questions[scores.length] ?? {};
    const [positive = 0, ...negatives] = outcome.ok ? Array.from(outcome.value) : [];
    scores.push({ item: row?.id ?? "", type: "atom", positive, negatives, rank: 1 });
  }
  return scores;
}

test("asks twelve times at least for every atom of the world, also of 300 items", () => {
  for (const { probes, rows, out } of worlds) {
    const counts = new Map<string, number>();
    for (const { item } of probes) {
      const { from = "" } = item?.negatives[0]?.edit ?? {};
      counts.set(from, (counts.get(from) ?? 0) + 1);
    }
    expect(worldAtoms.length).toBe(58);
    expect(worldAtoms.filter(({ word }) => (counts.get(word) ?? 0) < probesPerAtom)).toEqual([]);
    // The images of the items alone do not suffice.
    const some = new Map<string, number>();
    for (const { graph } of makeAtomItems(rows, { seed: 1 }))
      for (const key of atomsOf({ graph }).map(toAtomKey)) some.set(key, (some.get(key) ?? 0) + 1);
    expect(Math.min(...some.values())).toBeLessThan(4);
    const files = new Set(probes.map(({ image }) => image.file ?? ""));
    const own = new Set(rows.map(({ image }) => image.file));
    const added = [...files].filter((file) => !own.has(file));
    expect(added.length).toBeGreaterThan(0);
    expect(added.every((file) => existsSync(join(toAtomImages(out), file)))).toBe(true);
  }
});

test("lets oracles that know words pass with every atom, whatever else they do not see", async () => {
  for (const { probes } of worlds) {
    for (const view of ["full", "no-relation", "no-binding", "bag-of-words"] as const) {
      const atoms = recogniseAtoms(probes, { rows: await ask(view, probes), ties });
      expect(atoms.length).toBe(worldAtoms.length);
      expect(atoms.filter((one) => !isTestable(one) || !one.recognised)).toEqual([]);
    }
  }
});

test("lets nobody pass who gives all captions the same, under any policy of ties", () => {
  for (const { probes } of worlds) {
    const rows = score(probes, () => 0);
    for (const policy of ["expected", "optimistic", "pessimistic"] as const) {
      const atoms = recogniseAtoms(probes, { rows, ties: { policy, tolerance: 0 } });
      expect(atoms.filter(({ recognised }) => recognised)).toEqual([]);
    }
  }
});

test("lets who guesses pass with no more atoms than the level allows", () => {
  let [passed, asked] = [0, 0];
  for (const { probes } of worlds) {
    for (let seed = 0; seed < 20; seed++) {
      const random = createRandom(seed);
      const atoms = recogniseAtoms(probes, { rows: score(probes, () => random.next()), ties });
      passed += atoms.filter(({ recognised }) => recognised).length;
      asked += atoms.length;
    }
  }
  expect(asked).toBeGreaterThan(3000);
  expect(passed / asked).toBeLessThan(gateLevel);
});

test("calls atoms of few probes not testable, and says how many they need", async () => {
  for (const { probes } of worlds) {
    const rows = await ask("full", probes);
    const isOf = (atom: string) => (row: ResultRow) =>
      probes.find(({ id }) => id === row.item)?.item?.negatives[0]?.edit.from === atom;
    const reds = rows.filter(isOf("red")).slice(3);
    const some = recogniseAtoms(probes, { rows: rows.filter((row) => !reds.includes(row)), ties });
    const red = some.find(({ atom }) => atom === "red");
    expect(red).toMatchObject({ probes: 3, needed: 4, rAt1: 1, recognised: false });
    expect(red && isTestable(red)).toBe(false);
  }
});
