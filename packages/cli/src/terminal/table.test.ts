import { expect, test } from "vitest";
import { toTable } from "./table.ts";
import { cutToWidth, textWidth } from "./text-width.ts";

test("columns are as wide as their widest cell and numbers stand right", () => {
  const columns = [{ title: "name" }, { title: "n", align: "right" as const }];
  expect(
    toTable(columns, [
      ["a", "5"],
      ["longer", "100"],
    ]),
  ).toEqual(["name      n", "──────  ───", "a         5", "longer  100"]);
});

test("wide characters take two columns, combining marks none", () => {
  expect(textWidth("日本")).toBe(4);
  expect(textWidth("e\u0301")).toBe(1);
  expect(cutToWidth("日本語の会話", 5)).toBe("日本…");
});
