import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRowSplitter } from "./create-row-splitter.ts";
import { detectTable } from "./detect-table.ts";
import { parseRow } from "./parse-row.ts";
import type { RawRecord } from "./record-splitter.ts";

function split(text: string, { maxBytes = 1000, pieceBytes = 1 << 20, delimiter = "," } = {}): RawRecord[] {
  const splitter = createRowSplitter({ maxBytes, delimiter: delimiter.charCodeAt(0) });
  const bytes = Buffer.from(text);
  const records: RawRecord[] = [];
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    records.push(...splitter.push(bytes.subarray(start, start + pieceBytes)));
  }
  return [...records, ...splitter.end()];
}

const rows = (records: readonly RawRecord[]): (readonly string[] | null)[] =>
  records.map(({ bytes }) => (bytes === null ? null : parseRow(bytes.toString(), ",")));
const lines = (records: readonly RawRecord[]): number[] => records.map(({ line }) => line);

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe("rows", () => {
  test("what is written by the rules is read back, however the bytes are cut", () => {
    const cell = fc
      .array(fc.constantFrom('"', ",", "\n", "\r\n", "a", "é", " ", ";"), { maxLength: 6 })
      .map((parts) => parts.join(""));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("\n", "\r\n"),
        (cells, pieceBytes, end) => {
          const text = cells.map((row) => row.map(quoted).join(",") + end).join("");
          expect(rows(split(text, { pieceBytes }))).toEqual(cells);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("any bytes give the same rows however they are cut, and none is longer than allowed", () => {
    const noise = fc
      .array(fc.constantFrom('"', '""', ",", "\n", '\n"', "a", '",', "\r\n", '"b"'), { maxLength: 60 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        noise,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 3, max: 40 }),
        (text, pieceBytes, maxBytes) => {
          const whole = split(text, { maxBytes });
          expect(split(text, { maxBytes, pieceBytes })).toEqual(whole);
          expect(whole.every(({ bytes }) => bytes === null || bytes.length <= maxBytes)).toBe(true);
          expect(lines(whole)).toEqual(lines(whole).toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a quote that never closes costs its own line alone", () => {
    const text = 'a,b\n1,"open\n2,x\n3,"y"\n4,z\n';
    const records = split(text);
    expect(rows(records)).toEqual([["a", "b"], null, ["2", "x"], ["3", "y"], ["4", "z"]]);
    expect(lines(records)).toEqual([1, 2, 3, 4, 5]);
  });

  test("a row too long is told with its length, on one line or over several, and its neighbours are given out", () => {
    const long = "x".repeat(100);
    expect(
      split(`a,b\n1,${long}\n2,y`, { maxBytes: 20 }).map(({ line, bytes, length }) => [
        line,
        bytes === null,
        length,
      ]),
    ).toEqual([
      [1, false, 3],
      [2, true, 102],
      [3, false, 3],
    ]);
    const several = split(`a,b\n1,"${"x\n".repeat(50)}"\n2,y\n`, { maxBytes: 20 });
    expect(rows(several).at(-1)).toEqual(["2", "y"]);
    expect(several.at(-1)?.line).toBe(53);
  });

  test("a file that is one open quote after another takes no time", () => {
    const line = 'a",",\n';
    expect(split(`${line.repeat(20_000)}"x`, { maxBytes: 1 << 20 }).length).toBeLessThan(20_002);
  });

  test("quotes inside a cell that does not start with one are text", () => {
    expect(parseRow('say "hi",2', ",")).toEqual(['say "hi"', "2"]);
    expect(parseRow('"a" b,2', ",")).toBeNull();
    expect(parseRow("", ",")).toEqual([""]);
    expect(parseRow("a,,\r", ",")).toEqual(["a", "", ""]);
  });
});

describe("a table is told", () => {
  const detect = (text: string, isCertain = false): unknown =>
    detectTable(Buffer.from(text), { isWhole: true, isCertain });

  test.each([",", "\t", ";", "|"])("by its delimiter %j", (delimiter) => {
    const text = [
      ["id", "text"],
      ["1", '"a, b; c | d\te\nf"'],
      ["2", "x"],
    ]
      .map((row) => row.join(delimiter))
      .join("\n");
    expect(detect(text)).toEqual({ delimiter, columns: ["id", "text"] });
  });

  test("with every column named, once", () => {
    expect(detect(",a,a, \n0,1,2,3\n")).toMatchObject({
      columns: ["column 1", "a", "a (column 3)", "column 4"],
    });
  });

  test("from lines of JSON, arrays, prose and bytes", () => {
    expect(detect('{"id":"1","messages":[]}\n{"id":"2","messages":[]}\n')).toBeNull();
    expect(detect('"id":"1","x":1}\n{"id":"2","x":2}\n{"id":"3","x":3}\n')).toBeNull();
    expect(detect('[{"a":1},{"a":2}]')).toBeNull();
    expect(detect("Dear all, this is a text.\nIt has commas, and lines, but no columns.\nBye.\n")).toBeNull();
    expect(detect("\u0001\u0002,a\n1,2\n")).toBeNull();
    expect(detect("")).toBeNull();
  });

  test("even with one column or without rows, where it is known to be one", () => {
    expect(detect("question\nhello\n")).toBeNull();
    expect(detect("question\nhello\n", true)).toEqual({ delimiter: ",", columns: ["question"] });
    expect(detect("id,text\n", true)).toEqual({ delimiter: ",", columns: ["id", "text"] });
    expect(detect('{"a":1}\n', true)).toBeNull();
  });
});
