import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHashSet } from "./hash-set.ts";
import { shortenMessage } from "./shorten-message.ts";
import { toInstant } from "./to-instant.ts";
import { toName } from "./to-name.ts";
import { toRole } from "./to-role.ts";
import { toText } from "./to-text.ts";

describe("toInstant", () => {
  test.each([
    ["2024-05-01T12:30:00+02:00", "2024-05-01T10:30:00.000Z"],
    ["2023-07-24T18:18:55.536000+00:00", "2023-07-24T18:18:55.536Z"],
    ["2024-05-01 12:30:00.5 UTC", "2024-05-01T12:30:00.500Z"],
    ["2024-05-01T12:30-0530", "2024-05-01T18:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    [1_700_000_000, "2023-11-14T22:13:20.000Z"],
    [1_700_000_000.25, "2023-11-14T22:13:20.250Z"],
    [1_700_000_000_000, "2023-11-14T22:13:20.000Z"],
    [1_700_000_000_000_000, "2023-11-14T22:13:20.000Z"],
    ["1700000000", "2023-11-14T22:13:20.000Z"],
  ])("%s is %s", (value, instant) => {
    expect(toInstant(value)).toBe(instant);
  });

  test.each([
    "2023-02-29",
    "2024-13-01",
    "2024-04-31T00:00Z",
    "2024-01-01T24:00:00Z",
    "2024-01-01T00:00:00+19:00",
    "0000-00-00",
    "1970-01-01T00:00:00Z",
    "yesterday",
    "",
    0,
    -5,
    1e30,
    Number.NaN,
    true,
    null,
    {},
    "9999-12-31",
  ])("%s is no time", (value) => {
    expect(toInstant(value)).toBeNull();
  });
});

describe("toText", () => {
  test("keeps the text of parts and marks the others by kind", () => {
    const parts = [
      { type: "text", text: "look" },
      { type: "image_url", image_url: { url: "https://private" } },
      { type: "input_audio", input_audio: {} },
      { type: "document", source: {} },
      { type: "thinking", thinking: "hm" },
      "plain",
      7,
    ];
    expect(toText(parts)).toEqual({
      text: "look\n[image]\n[audio]\n[file]\n[reasoning]\nplain\n[attachment]",
      marked: true,
    });
  });

  test("shows calls of tools and their results", () => {
    const calls = [
      { id: "1", type: "function", function: { name: "weather", arguments: '{"city":"Rome"}' } },
    ];
    expect(toText(null, calls)).toEqual({ text: '[tool call: weather] {"city":"Rome"}', marked: false });
    expect(toText([{ type: "tool_use", name: "f", input: { a: 1 } }]).text).toBe('[tool call: f] {"a":1}');
    expect(toText([{ type: "tool_result", content: [{ type: "text", text: "sunny" }] }]).text).toBe("sunny");
  });
});

describe("toName", () => {
  test("long names stay different and bounded", () => {
    const a = toName(`${"x".repeat(1000)}a`).name;
    const b = toName(`${"x".repeat(1000)}b`).name;
    expect(a).not.toBe(b);
    expect(a?.length).toBe(256);
  });

  test.each([
    [" a ", "a"],
    [0, "0"],
    ["", null],
    [" \u00A0", null],
    [null, null],
    [true, null],
    [{}, null],
  ])("%j is %j", (value, name) => {
    expect(toName(value).name).toBe(name);
  });
});

test("roles are known in any case and no property of an object is one", () => {
  expect(toRole(" Human ")).toBe("user");
  expect(toRole("constructor")).toBeNull();
});

test("a shortened text is well-formed, near its limit, and starts and ends as the whole does", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 30 }), (text) => {
      const short = shortenMessage(text, 20);
      expect(short.isWellFormed()).toBe(true);
      expect(short.length).toBeLessThanOrEqual(20 + 60);
      expect(short.slice(0, 9)).toBe(text.slice(0, 9));
      expect(short.slice(-9)).toBe(text.slice(-9));
    }),
  );
});

test("a hash set is a set", () => {
  const hash = fc.oneof(
    fc.integer({ min: 1, max: 50 }),
    fc.maxSafeInteger().map((n) => Math.abs(n) || 1),
  );
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 2000 }), (hashes) => {
      const set = createHashSet();
      const reference = new Set<number>();
      for (const value of hashes) {
        expect(set.add(value)).toBe(!reference.has(value));
        reference.add(value);
      }
      expect(hashes.every((value) => set.has(value))).toBe(true);
    }),
  );
});
