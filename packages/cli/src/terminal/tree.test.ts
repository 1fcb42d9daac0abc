import { expect, test } from "vitest";
import { createPaint } from "./paint.ts";
import { toTreeLines } from "./tree.ts";

const cluster = (id: string, parent: string | null, name: string, conversations: number) => ({
  id,
  level: parent === null ? 1 : 0,
  parent,
  name,
  description: "",
  conversations,
  accounts: conversations,
  share: conversations / 100,
  withheld: null,
  audit: { rating: null, reason: null },
});

const clusters = [
  cluster("a", null, "Plan trips", 60),
  cluster("a1", "a", "Book flights", 40),
  cluster("a2", "a", "Find hotels", 20),
  cluster("b", null, "Cook", 40),
];
const options = { depth: 2, columns: 70, paint: createPaint(false) };

test("children stand under their parents with counts, shares and bars", () => {
  expect(toTreeLines(clusters, options)).toEqual(
    [
      "                                          chats    share",
      "Plan trips                                   60   60.0 %  ██████████",
      "├─ Book flights                              40   40.0 %  ███████",
      "└─ Find hotels                               20   20.0 %  ███",
      "Cook                                         40   40.0 %  ███████",
    ].map((line) => line.trimEnd()),
  );
});

test("depth 1 shows the top alone", () => {
  expect(toTreeLines(clusters, { ...options, depth: 1 })).toHaveLength(3);
});

test("a name can neither break the layout nor command the terminal", () => {
  const hostile = cluster("x", null, `\u001B[31mred\u202E${"long ".repeat(50)}`, 10);
  const lines = toTreeLines([hostile], options);
  expect(lines.join("")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(lines.every((line) => line.length <= 80)).toBe(true);
});
