import { expect, test } from "vitest";
import { untilAborted } from "./until-aborted.ts";

test("a promise that settles first is handed on", async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve(1), signal)).toBe(1);
  expect(await untilAborted(Promise.resolve(2), undefined)).toBe(2);
  await expect(untilAborted(Promise.reject(new Error("failed")), signal)).rejects.toThrow("failed");
});

test("an abort that comes first gives its reason, before or after the wait began", async () => {
  const controller = new AbortController();
  const waiting = untilAborted(new Promise(() => {}), controller.signal);
  controller.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
  await expect(untilAborted(new Promise(() => {}), controller.signal)).rejects.toThrow("enough");
});
