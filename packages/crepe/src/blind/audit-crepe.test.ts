import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findRealFile } from "@observatory/core/testing";
import { parseJson } from "@observatory/core";
import { expect, test } from "vitest";
import { z } from "zod";
import { loadRetrievalRows } from "../interchange/read-retrieval-rows.ts";
import { auditRows } from "./audit-rows.ts";
import { firstPlaceShare, toStanding } from "./first-place.ts";
import { blindProbes, type BlindProbeName } from "./probes.ts";
import { scoreRows } from "./score-rows.ts";
import { toBlindRows } from "./to-blind-rows.ts";

const crepe = findRealFile("vision/crepe");
const reference = findRealFile("vision/reference/blind-baselines.json");
const sugarCrepe = findRealFile("vision/sugarcrepe/add_obj.json");

const referenceSchema = z.object({
  r_at_1_percent: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        all: z.number(),
        by_n: z.record(z.string(), z.number()),
        rows_with_positive_tied_for_first: z.number(),
      }),
    ),
  ),
});

test.skipIf(crepe === null || reference === null)(
  "the released productivity files give the published blind baselines to the second decimal",
  async () => {
    const files = ["atom", "swap", "negate"].flatMap((type) =>
      [4, 6, 8, 10, 12].map((n) =>
        join(crepe ?? "", type, `prod_vg_hard_negs_${type}_complexity_${n}.csv.gz`),
      ),
    );
    const { rows } = await loadRetrievalRows(files);
    const parsed = parseJson(readFileSync(reference ?? "", "utf8"));
    const expected = referenceSchema.parse(parsed.ok ? parsed.value : null).r_at_1_percent;
    const names = Object.keys(expected["atom"] ?? {}) as BlindProbeName[];
    const blind = toBlindRows(rows);
    const table = await scoreRows(
      blind,
      names.map((name) => blindProbes[name]),
    );
    const found = (cell: string, probe: string) => {
      const column = table[names.findIndex((name) => name === probe)] ?? [];
      const standings = column.filter((_, i) => blind[i]?.cells.includes(cell)).map(toStanding);
      const share =
        standings.reduce((sum, standing) => sum + firstPlaceShare(standing), 0) / standings.length;
      const tied = standings.filter((standing) => standing.above === 0 && standing.tied > 0).length;
      return { percent: 100 * share, tied };
    };
    for (const [type, probes] of Object.entries(expected)) {
      for (const [probe, { all, by_n, rows_with_positive_tied_for_first: tied }] of Object.entries(probes)) {
        expect(Math.abs(found(type, probe).percent - all), `${type} ${probe}`).toBeLessThan(0.005);
        expect(found(type, probe).tied).toBe(tied);
        for (const [n, value] of Object.entries(by_n)) {
          const cell = `${type} n=${n}`;
          expect(Math.abs(found(cell, probe).percent - value), `${cell} ${probe}`).toBeLessThan(0.005);
        }
      }
    }
  },
);

test.skipIf(sugarCrepe === null)("SugarCrepe's added objects are told by the shorter caption", async () => {
  const { rows } = await loadRetrievalRows([sugarCrepe ?? ""]);
  const report = await auditRows(toBlindRows(rows), {
    seed: 1,
    resamples: 50,
    probes: [blindProbes.shortest_caption],
  });
  expect(report.cells[0]).toMatchObject({ cell: "add_obj", rows: 2062, verdict: "leaks" });
  expect(report.cells[0]?.probes[0]?.rAt1).toBeCloseTo(0.99, 2);
});
