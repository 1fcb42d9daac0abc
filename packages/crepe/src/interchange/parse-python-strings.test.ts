import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePythonStrings } from "./parse-python-strings.ts";
import { toPythonList } from "./to-python-list.ts";

test.each([
  ["['a', \"b's\"]", "list", ["a", "b's"]],
  ["{'a', 'a',}", "set", ["a", "a"]],
  ["('a',)", "tuple", ["a"]],
  ["[]", "list", []],
  ["set()", "set", []],
  [
    String.raw`['\'', "\"", '\\', '\n\x41\u00e9\U0001F600\101', '\d']`,
    "list",
    ["'", '"', "\\", "\nAé😀A", "\\d"],
  ],
  ["[ 'a'\n , 'b' ]", "list", ["a", "b"]],
])("%s is read as Python would", (text, kind, strings) => {
  expect(parsePythonStrings(text)).toEqual({ ok: true, value: { kind, strings } });
});

test.each([
  ["['a' 'b']", "missing-comma"],
  ["['a]", "unterminated-string"],
  ["['a'", "missing-comma"],
  ["['a'] x", "text-after-list"],
  ["[1]", "not-a-python-list"],
  ["{}", "not-a-python-list"],
  ["('a')", "not-a-python-list"],
  ["['a',,]", "not-a-python-list"],
  [String.raw`['\x4']`, "invalid-escape"],
  [String.raw`['\N{DASH}']`, "invalid-escape"],
  ["", "not-a-python-list"],
])("%s is refused", (text, reason) => {
  expect(parsePythonStrings(text)).toEqual({ ok: false, reason });
});

test("what is written is read back, whatever the text", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 20 }), { maxLength: 5 }), (strings) => {
      expect(parsePythonStrings(toPythonList(strings))).toEqual({
        ok: true,
        value: { kind: "list", strings },
      });
    }),
  );
});
