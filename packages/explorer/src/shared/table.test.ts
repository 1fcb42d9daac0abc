import { describe, expect, it } from "vitest";
import { sortRows, toCsv, toJsonRows, toTabSeparated, type TableColumn } from "./table.ts";

interface Row {
  readonly name: string;
  readonly size: number | null;
}

const columns: readonly TableColumn<Row>[] = [
  { key: "name", title: "Name", value: ({ name }) => name },
  { key: "size", title: "Size", value: ({ size }) => size },
];
const rows: readonly Row[] = [
  { name: "item 10", size: 3 },
  { name: "item 9", size: null },
  { name: "Item 1", size: 20 },
];

describe("sortRows", () => {
  it("puts numbers in order, those without a value last both ways", () => {
    const sizes = (order: "ascending" | "descending") =>
      sortRows(rows, columns, { key: "size", order }).map(({ size }) => size);
    expect(sizes("ascending")).toEqual([3, 20, null]);
    expect(sizes("descending")).toEqual([20, 3, null]);
  });

  it("sorts text as people count, and leaves rows alone without a sort or with an unknown one", () => {
    const sorted = sortRows(rows, columns, { key: "name", order: "ascending" });
    expect(sorted.map(({ name }) => name)).toEqual(["Item 1", "item 9", "item 10"]);
    expect(sortRows(rows, columns, null)).toEqual(rows);
    expect(sortRows(rows, columns, { key: "colour", order: "ascending" })).toEqual(rows);
  });
});

describe("a table as a file", () => {
  const odd: readonly Row[] = [
    { name: 'says "hi", twice\nor more', size: 1 },
    { name: "=HYPERLINK(0)", size: -2 },
  ];

  it("is CSV with quoted text, and with formulas made harmless", () => {
    expect(toCsv(odd, columns)).toBe(
      'name,size\r\n"says ""hi"", twice\nor more",1\r\n\'=HYPERLINK(0),-2\r\n',
    );
  });

  it("is copied one row a line", () => {
    expect(toTabSeparated(odd, columns)).toBe('Name\tSize\nsays "hi", twice or more\t1\n\'=HYPERLINK(0)\t-2');
  });

  it("is JSON with the text as it is", () => {
    expect(toJsonRows(odd, columns)).toContain('"=HYPERLINK(0)"');
  });
});
