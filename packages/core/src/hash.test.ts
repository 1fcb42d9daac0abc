import { expect, test } from "vitest";
import { contentHash, sha256 } from "./hash.ts";

test("sha256 gives the published digest of abc", () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a content hash ignores the order of keys and keys without a value, not the order of lists", () => {
  expect(contentHash({ a: 1, b: [1, 2], c: undefined })).toBe(contentHash({ b: [1, 2], a: 1 }));
  expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
});
