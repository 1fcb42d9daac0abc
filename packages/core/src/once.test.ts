import { expect, test } from "vitest";
import { once } from "./once.ts";

test("nothing is made before the first wish, and the same is given to all", async () => {
  let made = 0;
  const open = once(async () => ({ number: ++made }));
  expect(made).toBe(0);
  const [first, second] = await Promise.all([open(), open()]);
  expect([first.number, second === first, (await open()) === first]).toEqual([1, true, true]);
});

test("a failure is kept as well", async () => {
  let tries = 0;
  const open = once(async () => {
    tries++;
    throw new Error("no room");
  });
  await expect(open()).rejects.toThrow("no room");
  await expect(open()).rejects.toThrow("no room");
  expect(tries).toBe(1);
});
