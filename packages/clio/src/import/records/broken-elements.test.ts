import * as fc from "fast-check";
import { parseJson } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { peekBytes } from "../sources/peek-bytes.ts";
import { readJsonRecords } from "./read-json-records.ts";

interface ReadElements {
  /** Ids of those that are JSON. */
  readonly ids: readonly string[];
  /** Lines of those that are not. */
  readonly lost: readonly number[];
  readonly numbers: readonly number[];
}

async function read(text: string, { maxBytes = 100_000, pieceBytes = 1 << 20 } = {}): Promise<ReadElements> {
  const bytes = Buffer.from(text);
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const ids: string[] = [];
  const lost: number[] = [];
  const numbers: number[] = [];
  for await (const records of readJsonRecords(await peekBytes(pieces(), 64), { maxBytes })) {
    for (const record of records) {
      const value = record.parse(() => {});
      numbers.push(record.record ?? record.line);
      if (!value.ok) lost.push(record.line);
      else if (isObject(value.value)) ids.push(String(Reflect.get(value.value, "id")));
    }
  }
  return { ids, lost, numbers };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

const element = (id: string, indent = 0): string =>
  JSON.stringify(
    { id, account: "ann", messages: [{ role: "user", content: 'say "hi"' }], labels: {} },
    null,
    indent,
  );

const broken = fc
  .tuple(
    fc.constantFrom("cut", "bracket less", "bracket more", "quote"),
    fc.nat(10_000),
    fc.constantFrom("{", "}", "[", "]"),
  )
  .map(([kind, at, bracket]) => {
    const text = element("broken");
    const place = 1 + (at % (text.length - 1));
    if (kind === "cut") return text.slice(0, place);
    if (kind === "quote") return `${text.slice(0, place)}"${text.slice(place)}`;
    if (kind === "bracket more") return text.slice(0, place) + bracket + text.slice(place);
    const brackets = [...text.matchAll(/[[\]{}]/gu)].map(({ index }) => index);
    const lost = brackets[1 + (at % (brackets.length - 1))] ?? 0;
    return text.slice(0, lost) + text.slice(lost + 1);
  })
  .filter((text) => !parseJson(text).ok);

describe("broken elements of an array", () => {
  test("cost no valid one, wherever they stand and however the array is laid out", async () => {
    const layout = fc.constantFrom([",", 0], [",\n", 0], [", ", 0], [",\n", 2], [",\n  ", 2]);
    const parts = fc.array(fc.option(broken), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(parts, layout, fc.boolean(), async (parts, [comma, indent], isCut) => {
        const texts = parts.map((part, i) => part ?? element(`valid ${i}`, indent));
        const wanted = parts.flatMap((part, i) => (part === null ? [`valid ${i}`] : []));
        const { ids, lost, numbers } = await read(`[${texts.join(comma)}${isCut ? "" : "]"}`);
        expect(ids.filter((id) => id.startsWith("valid"))).toEqual(wanted);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(lost.length > 0).toBe(wanted.length < parts.length);
      }),
      { numRuns: 300 },
    );
  });

  test("do not make an element of what is inside them, or quoted in a text", async () => {
    const nested = '{"id":"1","name":"x","messages":[{"id":"m1","text":"a"},{"id":"m2","text":"b"}],"x":NaN}';
    const quoted = JSON.stringify({ id: "2", name: ',{"id":"fake","name":"x"}', x: "NaN" }).replace(
      '"NaN"',
      "NaN",
    );
    const { ids, lost } = await read(`[${nested},${quoted},{"id":"3","name":"x"}]`);
    expect(ids).toEqual(["3"]);
    expect(lost).toEqual([1, 1]);
  });

  test("may be a quote or a bracket alone", async () => {
    for (const alone of ['"', '1,"x', "{", "[", "}", '{"']) {
      const { ids, lost } = await read(`[${element("1")},${alone},${element("2")},${element("3")}]`);
      expect([alone, ids]).toEqual([alone, ["1", "2", "3"]]);
      expect(lost.length).toBeGreaterThan(0);
    }
  });

  test("do not swallow a file whose elements all stand on one line", async () => {
    const text = `[${element("1")},{"id":"broken","messages":[${`,${element("2")}`.repeat(30)}]`;
    const { ids, lost } = await read(text, { maxBytes: 500, pieceBytes: 64 });
    expect(ids).toEqual(["1", ...Array<string>(30).fill("2")]);
    expect(lost).toEqual([1]);
  });
});
