import { expect, test } from "vitest";
import { runGradually, runSteps, type Steps } from "./in-steps.ts";

function* count(): Steps<number> {
  for (let step = 0; step < 10; step++) yield;
  return 10;
}

test("steps give the same at once and gradually", async () => {
  let time = 0;
  let pauses = 0;
  const gradual = runGradually(count(), {
    sliceMs: 4,
    now: () => time++,
    pause: async () => {
      pauses++;
    },
  });
  expect(await gradual).toBe(runSteps(count()));
  expect(pauses).toBeGreaterThan(1);
});

test("work that nobody waits for any more stops", async () => {
  const stop = new AbortController();
  const gradual = runGradually(count(), {
    signal: stop.signal,
    sliceMs: 0,
    pause: async () => stop.abort(new Error("not wanted")),
  });
  await expect(gradual).rejects.toThrow("not wanted");
});
