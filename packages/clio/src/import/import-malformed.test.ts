import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkImport,
  checkTable,
  fileKindNames,
  hostileFile,
  hostileTable,
  recordKindNames,
} from "../testing/index.ts";

test("there are fifty kinds of malformed records and more", () => {
  expect(recordKindNames.length).toBeGreaterThanOrEqual(50);
  expect(fileKindNames.length).toBeGreaterThanOrEqual(30);
});

test("malformed records of all kinds, in files of all kinds, are counted losses and cost no neighbour", async () => {
  await fc.assert(
    fc.asyncProperty(hostileFile({ maxRecords: 8 }), async (file) => {
      expect(await checkImport(file)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("tables of all kinds, read by any map, are conversations or losses, and cost no neighbour", async () => {
  await fc.assert(
    fc.asyncProperty(hostileTable({ maxRows: 6 }), async (table) => {
      expect(await checkTable(table)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
