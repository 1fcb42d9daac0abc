import { InputError } from "@observatory/core";
import { expect, test } from "vitest";
import { assertUnchanged } from "./assert-unchanged.ts";

const file = (name: string, sha256: string | null) => ({
  file: name,
  sha256,
  bytes: 1,
  format: null,
  records: 0,
  read: 0,
  kept: 0,
});

test("a file that is another on its second reading is an error that names it", () => {
  const prints = ["a", "b", "x.zip"].map((name) => ({ file: name, bytes: 1, sha256: "1" }));
  assertUnchanged(prints, [file("a", "1"), file("b", null), file("x.zip/a", "2")]);
  expect(() => assertUnchanged(prints, [file("a", "1"), file("b", "2")])).toThrow(InputError);
  expect(() => assertUnchanged(prints, [file("b", "2")])).toThrow(/^b changed/u);
});
