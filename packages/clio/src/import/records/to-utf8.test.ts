import * as fc from "fast-check";
import { expect, test } from "vitest";
import { detectLayout } from "./detect-layout.ts";
import { toUtf8 } from "./to-utf8.ts";

async function convert(bytes: Buffer, size: number): Promise<Buffer> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const parts: Buffer[] = [];
  for await (const part of toUtf8(pieces())) parts.push(part);
  return Buffer.concat(parts);
}

test("UTF-16 of both orders becomes UTF-8, however the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary" }),
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
      async (text, isBig, size) => {
        const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
        expect((await convert(isBig ? bytes.swap16() : bytes, size)).toString()).toBe(text);
      },
    ),
  );
});

test("half a pair and half a character become a byte that is not valid", async () => {
  const broken = Buffer.concat([Buffer.from("\uFEFFa\uD800b\uDC00", "utf16le"), Buffer.from([0x61])]);
  expect([...(await convert(broken, 3))]).toEqual([0x61, 0xff, 0x62, 0xff, 0xff]);
});

test.each([
  ['[{"a":1}]', "elements"],
  ["\n [\n", "elements"],
  ['{\n  "a": 1\n}', "elements"],
  ['{"a":1}\n{"b":2}', "lines"],
  ['{"a":1}', "lines"],
  ['{"a": broken\n{"b":2}', "lines"],
  ["id,text\n1,x", "lines"],
  ["", "lines"],
] as const)("%j is laid out in %s", (text, layout) => {
  expect(detectLayout(Buffer.from(text))).toBe(layout);
});
