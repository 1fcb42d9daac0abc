import { createRandom } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { expect, test } from "vitest";
import { auditRows } from "../blind/audit-rows.ts";
import { toBlindRows } from "../blind/to-blind-rows.ts";
import { evaluateScorer } from "../evaluate/evaluate-scorer.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import { createOracleScorer } from "../reference/oracle-scorer.ts";
import { drawRows } from "../reference/testing-drawn-rows.ts";
import { atomsOf } from "./atoms-of.ts";
import { evaluateAtoms } from "./evaluate-atoms.ts";
import { makeAtomItems } from "./make-atom-items.ts";
import { prepareAtoms } from "./prepare-atoms.ts";
import { isTestable, recogniseAtoms } from "./recognise-atoms.ts";
import { toGate } from "./to-gate.ts";

const rows = (await drawRows(60)).map(({ row }) => row);
const items = makeAtomItems(rows, { seed: 1, perAtom: 4 });
const probes = items.map((item, i) => toRetrievalRow(item, { file: "items.jsonl", line: i + 1 }));

test("asks for one atom of one thing, against atoms of its kind that the whole image lacks", () => {
  expect(items.length).toBeGreaterThan(60);
  for (const { caption, graph, scene, negatives } of items) {
    const [thing] = graph.objects;
    const words = new Set(scene?.objects.flatMap(({ name, attributes }) => [name, ...attributes]));
    const [atom = ""] = thing?.attributes.length === 0 ? [thing.name] : (thing?.attributes ?? []);
    expect(words.has(atom)).toBe(true);
    expect(caption.endsWith(atom)).toBe(true);
    expect(negatives.length).toBeGreaterThan(0);
    for (const { edit } of negatives) expect([edit.from, words.has(edit.to)]).toEqual([atom, false]);
  }
  expect(makeAtomItems(rows, { seed: 1, perAtom: 4 })).toEqual(items);
});

test("asks for every object that captions name, and for no size", () => {
  const asked = new Set(items.map(({ negatives }) => negatives[0]?.edit.from));
  const named = new Set(
    rows.flatMap(({ item }) => (item ? atomsOf(item) : [])).map(({ kind, word }) => `${kind} ${word}`),
  );
  const objects = [...named].filter((atom) => atom.startsWith("object "));
  expect(objects.filter((atom) => !asked.has(atom.slice("object ".length)))).toEqual([]);
  expect(["attribute large", "attribute small"].filter((atom) => named.has(atom))).toEqual([]);
});

test("cannot be answered without eyes", async () => {
  const { cells } = await auditRows(toBlindRows(probes), { seed: 1, resamples: 20 });
  for (const { probes: found, chance } of cells)
    for (const { rAt1 } of found) expect(rAt1).toBeCloseTo(chance, 9);
});

test("lets through exactly the rows whose atoms are recognised", async () => {
  const results = probes.map(({ id, negatives, caption }) => ({
    item: id,
    type: "atom",
    // Knows everything but what is red.
    positive: caption.endsWith(" red") ? 0 : 2,
    negatives: negatives.map(() => 1),
    rank: 1,
  }));
  const atoms = recogniseAtoms(probes, { rows: results, ties: { policy: "expected", tolerance: 0 } });
  expect(atoms.filter(isTestable).some(({ recognised }) => recognised)).toBe(true);
  expect(atoms.find(({ atom }) => atom === "red")).toMatchObject({ rAt1: 0, recognised: false });
  const all = atoms.map((one) => ({ ...one, probes: 12, recognised: one.atom !== "red" }));
  const wordsOf = (kept: typeof all) => new Set(kept.map(({ atom }) => atom));
  const isAmong = (words: ReadonlySet<string>) => (row: (typeof rows)[number]) =>
    row.item !== undefined && atomsOf(row.item).every(({ word }) => words.has(word));
  const [passes, isTested] = [
    isAmong(wordsOf(all.filter(({ recognised }) => recognised))),
    isAmong(wordsOf(all)),
  ];
  const ranked = rows.map((row) => ({
    row,
    type: "atom",
    hitAt1: passes(row) ? 1 : 0,
    negatives: 5,
    imageId: row.family ?? "",
  }));
  const gate = await toGate(ranked, { probesHash: "a", atoms: all, random: createRandom(1), resamples: 20 });
  const [passed, tested] = [rows.filter(passes).length, rows.filter(isTested).length];
  expect(rows.length > tested && tested > passed).toBe(true);
  expect(gate.cells).toMatchObject([
    {
      rows: passed,
      rAt1: 1,
      untestable: rows.length - tested,
      ungated: { rows: tested, rAt1: passed / tested },
    },
  ]);
  // An atom that nothing asks for is told, and no atom that is not recognised.
  const without = gate.atoms.filter(({ probes: count }) => count === 0);
  expect(without.length).toBeGreaterThan(0);
  expect(without.every((one) => !isTestable(one) && one.rAt1 === null && !one.recognised)).toBe(true);
});

test("takes nobody who always says the same for one who recognises it", () => {
  const results = probes.map(({ id, caption, negatives }) => {
    const scoreOf = (text: string) => (text.endsWith("red") ? 2 : text.length / 100);
    return {
      item: id,
      type: "atom",
      positive: scoreOf(caption),
      negatives: negatives.map(({ text }) => scoreOf(text)),
      rank: 1,
    };
  });
  const atoms = recogniseAtoms(probes, { rows: results, ties: { policy: "expected", tolerance: 0 } });
  expect(atoms.find(({ atom }) => atom === "red")).toMatchObject({
    rAt1: 1,
    falseAlarms: 1,
    recognised: false,
  });
  expect(atoms.filter(({ recognised }) => recognised)).toEqual([]);
});

test("measures a scorer that sees all beside its results, and keeps what it measured", async () => {
  using directory = createTemporaryDirectory();
  const benchmark = { benchmark: { name: "world", contentHash: "a" }, rows, losses: {} };
  const options = { out: directory.path, seed: 1, resamples: 20 };
  const atoms = await prepareAtoms(benchmark, options);
  const scorer = createOracleScorer("full", { rows: [...rows, ...atoms.rows] });
  const recognition = await evaluateAtoms(scorer, atoms, options);
  const { results } = await evaluateScorer(scorer, benchmark, { ...options, recognition });
  expect(results.gate?.atoms.filter(isTestable).every(({ rAt1 }) => rAt1 === 1)).toBe(true);
  for (const { rAt1, ungated } of results.gate?.cells ?? [])
    expect([rAt1 ?? 1, ungated.rAt1]).toEqual([1, 1]);
  const again = await evaluateScorer(scorer, benchmark, options);
  expect(again.results).toEqual(results);
});
