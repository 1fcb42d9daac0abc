import { expect, test } from "vitest";
import { warnOfUnreviewed } from "./warn-of-unreviewed.ts";

function warningsFor(words: number, clusters: number, of: number): string[] {
  const codes: string[] = [];
  warnOfUnreviewed(
    { appendEvent: (event) => codes.push(event.type === "warning" ? event.code : event.type) },
    { words, clusters, of },
  );
  return codes;
}

test("many clusters with words to review are worth a warning", () => {
  expect(warningsFor(40, 6, 60)).toEqual(["unreviewed-words"]);
});

test("a few words, or words of a few clusters, are not", () => {
  expect(warningsFor(9, 9, 60)).toEqual([]);
  expect(warningsFor(40, 5, 60)).toEqual([]);
});
