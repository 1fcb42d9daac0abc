import fc from "fast-check";
import { expect, test } from "vitest";
import { cutMiddle, cutStart, textWidth, wrapToWidth } from "./text-width.ts";
import { toWrappedTable } from "./wrapped-table.ts";

const right = { align: "right" as const };

test("columns that do not fit go on below, with the names again", () => {
  const columns = [
    { title: "name" },
    { title: "a", ...right },
    { title: "b", ...right },
    { title: "c", ...right },
  ];
  const rows = [
    ["first", "10.0", "20.0", "30.0"],
    ["second", "1.0", "2.0", "3.0"],
  ];
  expect(toWrappedTable(columns, rows, { width: 20, names: 1 })).toEqual([
    "name       a     b",
    "──────  ────  ────",
    "first   10.0  20.0",
    "second   1.0   2.0",
    "",
    "name       c",
    "──────  ────",
    "first   30.0",
    "second   3.0",
  ]);
});

test("names are cut where that saves a part, and so that they stay apart", () => {
  const columns = [{ title: "name" }, { title: "a", ...right }, { title: "b", ...right }];
  const toNames = (names: readonly string[]) => {
    const rows = names.map((name) => [name, "100.0", "100.0"]);
    const [head = "", , ...lines] = toWrappedTable(columns, rows, { width: 40, names: 1 });
    return [head.trim().split(/ +/u).join(" "), ...lines.map((line) => line.split(" ")[0])];
  };
  expect(toNames(["open_clip:ViT-B-32/laion400m_e31", "open_clip:ViT-B-32/laion400m_e32"])).toEqual([
    "name a b",
    "open_clip:Vi…laion400m_e31",
    "open_clip:Vi…laion400m_e32",
  ]);
  expect(toNames(["openai/RN-50-32/a-tail-of-a-name", "openai/RN-50-16/a-tail-of-a-name"])).toEqual([
    "name a b",
    "…RN-50-32/a-tail-of-a-name",
    "…RN-50-16/a-tail-of-a-name",
  ]);
});

test("no line is wider than the terminal, and nothing of a number is lost", () => {
  const text = fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom("a", "b", "-", "/") });
  const cell = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom("1", "2", ".") });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, cell, cell, cell), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 24, max: 90 }),
      (rows, width) => {
        const columns = ["name", "a", "b", "c"].map((title, i) => ({ title, ...(i === 0 ? {} : right) }));
        const lines = toWrappedTable(columns, rows, { width, names: 1 });
        expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
        const words = lines.join(" ").split(" ");
        for (const [, ...numbers] of rows) expect(words).toEqual(expect.arrayContaining(numbers));
      },
    ),
  );
});

test("texts are cut in the middle or at the start, and broken at spaces", () => {
  expect(cutMiddle("abcdefghij", 5)).toBe("ab…ij");
  expect(cutStart("abcdefghij", 5)).toBe("…ghij");
  expect(cutMiddle("abc", 5)).toBe("abc");
  expect(wrapToWidth("one two three fourteen", 9)).toEqual(["one two", "three", "fourteen"]);
});
