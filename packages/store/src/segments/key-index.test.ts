import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { createKeyIndex } from "./key-index.ts";

/** Keys that collide in the index. */
function keyOf(number: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(number % 97, 0, 0, number).buffer);
}

test("the index finds each of many keys under its number and no other", () => {
  const index = createKeyIndex();
  const random = createRandom(1);
  const order = random.shuffle(Array.from({ length: 5000 }, (_, i) => i));
  for (const [entry, number] of order.entries()) expect(index.add(keyOf(number))).toBe(entry);
  for (const [entry, number] of order.entries()) expect(index.find(keyOf(number))).toBe(entry);
  expect(index.add(keyOf(42))).toBe(-1);
  expect(index.find(keyOf(5000))).toBe(-1);
  expect(index.size).toBe(5000);
});
