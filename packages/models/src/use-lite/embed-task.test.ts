import { expect, test } from "vitest";
import { createUseLiteEncoder } from "./embed-task.ts";

const length = 9;
const tokens = Int32Array.from({ length: 10 * length }, (_, i) => 6 + ((i * 7919) % 7994));

test("on either engine a text's bits do not depend on its neighbours, and the engines agree to 1e-5", async () => {
  const [native, wasm] = await Promise.all([createUseLiteEncoder("native"), createUseLiteEncoder("wasm")]);
  const vectors = [];
  for (const encode of [native, wasm]) {
    const all = await encode({ length, tokens });
    for (const row of [0, 9]) {
      const alone = await encode({ length, tokens: tokens.slice(row * length, (row + 1) * length) });
      expect(alone).toEqual(all.slice(row * 512, (row + 1) * 512));
    }
    vectors.push(all);
  }
  const [a, b] = vectors;
  expect(Math.max(...(a ?? []).map((value, i) => Math.abs(value - (b?.[i] ?? Number.NaN))))).toBeLessThan(
    1e-5,
  );
});
