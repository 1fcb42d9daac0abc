import { describe, expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import { toScorersTable } from "./tables/scorers-table.ts";
import { crepeReportSchema, type CrepeReport } from "./crepe-report.ts";
import { makeInput, makeRows, type MadeScorer } from "./testing-report-input.ts";

const options = { resamples: 100 };
const chance: MadeScorer = { id: "chance", kind: "chance", isRight: () => false };

/** Forty rows of swap, then forty of atom; n is 4 or 5. */
const rows = makeRows(80, (place) => ({
  n: 4 + (place % 2),
  negatives: [{ text: "b", type: place < 40 ? "swap" : "atom" }],
}));
const isSwap = (place: number) => place < 40;

/** `blind/a` has 3/4 of swap and less than half of atom, `blind/b` half of swap and 3/5 of atom; neither is above chance where n of atom is 5. */
const blind: readonly MadeScorer[] = [
  {
    id: "blind/a",
    kind: "blind",
    isRight: (_, place) => (isSwap(place) ? place % 4 !== 3 : place % 2 === 0 && place % 20 !== 0),
  },
  {
    id: "blind/b",
    kind: "blind",
    isRight: (_, place) => (isSwap(place) ? place % 4 < 2 : place % 2 === 0 || place % 5 === 0),
  },
];

function gainOf(report: CrepeReport, scorer: string, type: string, n?: number) {
  const found = report.scorers.find(({ results }) => results.scorer.id === scorer);
  return found?.gains.find(
    ({ type: own, key }) =>
      own === type && (n === undefined ? key.by === "type" : key.by === "complexity" && key.n === n),
  );
}

describe("the gain over the best blind probe", () => {
  const full: MadeScorer = { id: "eyes/full", kind: "embedding", isRight: () => true };

  test("is over the probe that is best in each cell, or over chance where none is above it", async () => {
    const report = await buildReport(await makeInput(rows, [chance, ...blind, full]), options);
    expect(gainOf(report, "eyes/full", "swap")).toMatchObject({
      over: "blind/a",
      rows: 40,
      bar: 0.75,
      gain: 0.25,
    });
    expect(gainOf(report, "eyes/full", "atom")).toMatchObject({
      over: "blind/b",
      rows: 40,
      bar: 0.6,
      gain: 0.4,
    });
    // Of the even places of atom b has all; of the odd ones it has those that five divides, and a none.
    expect(gainOf(report, "eyes/full", "atom", 4)).toMatchObject({ over: "blind/b", bar: 1, gain: 0 });
    expect(gainOf(report, "eyes/full", "atom", 5)).toMatchObject({ over: "chance", bar: 0.5, gain: 0.5 });
    const whole = report.scorers.find(({ results }) => results.scorer.id === "eyes/full");
    expect(whole?.gain?.macro).toMatchObject({ types: 2, rows: 80 });
    expect(whole?.gain?.macro.gain).toBeCloseTo((0.25 + 0.4) / 2, 12);
    // Of all of swap and ten of atom, at which b has 6.
    const most: MadeScorer = { ...full, id: "eyes/most", isRight: (_, place) => (place < 50 ? true : null) };
    const partly = await buildReport(await makeInput(rows, [...blind, most]), options);
    const gain = partly.scorers.at(-1)?.gain;
    expect(gain?.micro).toMatchObject({ rows: 50, types: 2 });
    expect([gain?.micro.gain, gain?.macro.gain]).toEqual([
      expect.closeTo((40 * 0.25 + 10 * 0.4) / 50, 12),
      expect.closeTo((0.25 + 0.4) / 2, 12),
    ]);
    expect(report.bars.filter(({ key }) => key.by === "type").map(({ type, over }) => [type, over])).toEqual([
      ["atom", "blind/b"],
      ["swap", "blind/a"],
    ]);
  });

  test("has an interval that is paired: none at all where the scorer is right with the probe and once more", async () => {
    const like: MadeScorer = {
      id: "eyes/like-a",
      kind: "embedding",
      isRight: (row, place) => blind[0]?.isRight(row, place) ?? false,
    };
    const report = await buildReport(await makeInput(rows, [...blind, like, full]), options);
    expect(gainOf(report, "eyes/like-a", "swap")).toMatchObject({ gain: 0, interval: [0, 0] });
    const [low = 0, high = 0] = gainOf(report, "eyes/full", "swap")?.interval ?? [];
    expect(low).toBeGreaterThan(0.05);
    expect(low).toBeLessThan(0.25);
    expect(high).toBeGreaterThan(0.25);
  });

  test("is over the rows that both have, and the report says so", async () => {
    const some: MadeScorer = {
      id: "eyes/some",
      kind: "embedding",
      isRight: (_, place) => (place < 10 ? place < 8 : null),
    };
    const report = await buildReport(await makeInput(rows, [chance, ...blind, full, some]), options);
    // Of the first ten rows a has eight: all but 3 and 7.
    expect(gainOf(report, "eyes/some", "swap")).toMatchObject({
      over: "blind/a",
      rows: 10,
      bar: 0.8,
      gain: 0,
    });
    expect(gainOf(report, "eyes/some", "atom")).toBeUndefined();
    const compared = report.differences.find(
      ({ a, b }) => [a, b].includes("eyes/some") && [a, b].includes("eyes/full"),
    );
    expect(compared).toMatchObject({ a: "eyes/full", rows: 10 });
    expect(compared?.difference).toBeCloseTo(0.2, 12);
    expect(report.notes).toEqual([
      {
        code: "partial",
        text: expect.stringMatching(/80 rows \(eyes\/some 10\).*rows that both sides have/u),
      },
    ]);
  });

  test("is not told without a blind probe, and the report says how to get it", async () => {
    const report = await buildReport(await makeInput(rows, [chance, full]), options);
    expect(report.bars).toEqual([]);
    expect(report.scorers.map(({ gain }) => gain)).toEqual([null, null]);
    expect(report.notes).toMatchObject([
      { code: "no-blind-probes", text: expect.stringMatching(/--scorer chance blind/u) },
    ]);
  });
});

test("a fall from seen to unseen is the change of R@1, with an interval", async () => {
  const splits = ["SC", "UC", "UA"] as const;
  const split = makeRows(120, (place) => ({
    split: { cc12m: { split: splits[place % 3] ?? "SC", rarestCompound: null, rarestAtom: null } },
  }));
  // Right about all of SC, three quarters of UC, and half of UA.
  const scorer: MadeScorer = {
    id: "eyes",
    kind: "embedding",
    isRight: (_, place) => Math.floor(place / 3) % 4 >= place % 3,
  };
  const report = await buildReport(await makeInput(split, [scorer]), options);
  const { falls = [] } = report.scorers[0] ?? {};
  expect(falls).toMatchObject([
    { trainingSet: "cc12m", type: "swap", to: "UC", rows: [40, 40], change: -0.25 },
    { trainingSet: "cc12m", type: "swap", to: "UA", rows: [40, 40], change: -0.5 },
  ]);
  expect(falls.every(({ interval: [low, high], change }) => low < change && change < high && high < 0)).toBe(
    true,
  );
});

describe("a report", () => {
  const eyes: MadeScorer = { id: "eyes", kind: "embedding", isRight: (_, place) => place % 3 !== 0 };

  test("is as its schema says, and the same for the same seed alone", async () => {
    const input = await makeInput(rows, [chance, ...blind, eyes]);
    const report = await buildReport(input, options);
    expect(crepeReportSchema.parse(report)).toEqual(report);
    expect(report.benchmark).toMatchObject({ items: 80, rows: 80, images: 80 });
    expect(await buildReport(input, options)).toEqual(report);
    const other = await buildReport(input, { ...options, seed: 1 });
    expect(gainOf(other, "eyes", "swap")?.gain).toBe(gainOf(report, "eyes", "swap")?.gain);
    expect(gainOf(other, "eyes", "swap")?.interval).not.toEqual(gainOf(report, "eyes", "swap")?.interval);
  });

  test("compares nothing of other items, and says so", async () => {
    const input = await makeInput(rows, [...blind, eyes, { ...eyes, id: "eyes/old", isStale: true }]);
    const report = await buildReport(input, options);
    expect(report.scorers.at(-1)).toMatchObject({ stale: true, gain: null, gains: [] });
    expect(report.differences.flatMap(({ a, b }) => [a, b])).not.toContain("eyes/old");
    expect(report.notes).toMatchObject([{ code: "stale", text: expect.stringMatching(/eyes\/old/u) }]);
  });

  test("never compares scorers whose equal scores were counted in different ways, and says so", async () => {
    const others: readonly MadeScorer[] = [
      { ...eyes, id: "eyes/won", policy: "optimistic" },
      { ...blind[0], id: "blind/won", kind: "blind", isRight: () => true, policy: "optimistic" },
    ];
    const report = await buildReport(await makeInput(rows, [...blind, eyes, ...others]), options);
    const alone = await buildReport(await makeInput(rows, [...blind, eyes]), options);
    expect([report.ties, report.bars, report.differences]).toEqual([
      "expected",
      alone.bars,
      alone.differences,
    ]);
    expect(report.scorers.find(({ results }) => results.scorer.id === "eyes/won")).toMatchObject({
      gain: null,
      gains: [],
      falls: [],
    });
    expect(report.notes).toMatchObject([
      {
        code: "ties-differ",
        text: expect.stringMatching(/\(expected\): eyes\/won \(optimistic\), blind\/won \(optimistic\)/u),
      },
    ]);
    const { columns, rows: lines } = toScorersTable(report);
    expect(columns[1]?.title).toBe("ties by");
    expect(lines.map(([id, policy]) => [id, policy])).toEqual([
      ["eyes", "expected"],
      ["blind/a", "expected"],
      ["blind/won", "optimistic"],
      ["eyes/won", "optimistic"],
    ]);
  });
});
