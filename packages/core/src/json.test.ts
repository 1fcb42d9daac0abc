import { expect, test } from "vitest";
import { parseJson, toCanonicalJson } from "./json.ts";

test("broken JSON is a value with a reason, also when it is nested a million deep", () => {
  expect(parseJson("{")).toEqual({ ok: false, reason: "invalid-json" });
  expect(parseJson("[".repeat(1_000_000))).toEqual({ ok: false, reason: "invalid-json" });
});

test("canonical JSON sorts keys at every depth", () => {
  expect(toCanonicalJson({ b: { d: 1, c: 2 }, a: [] })).toBe('{"a":[],"b":{"c":2,"d":1}}');
});
