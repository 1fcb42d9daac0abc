import { expect, test } from "vitest";
import { createPaint } from "./paint.ts";
import { createProgress } from "./progress.ts";

function record(live: boolean) {
  let written = "";
  let time = 0;
  const draw = createProgress({
    write: (text) => void (written += text),
    live,
    columns: 60,
    paint: createPaint(false),
    now: () => time,
  });
  return { draw, wait: (ms: number) => void (time += ms), text: () => written };
}

test("in a pipe a long stage tells once every ten seconds how far it is, and what it did at its end", () => {
  const { draw, wait, text } = record(false);
  draw({ type: "stage-start", stage: "embed", total: 100 });
  for (let done = 10; done <= 90; done += 10) {
    wait(2_500);
    draw({ type: "stage-progress", stage: "embed", done, total: 100 });
  }
  draw({ type: "stage-end", stage: "embed", status: "done", counts: { texts: 100 }, durationMs: 25_000 });
  expect(text()).toBe(
    "  embed  40 of 100  40.0 %  about 15.0 s left\n  embed  80 of 100  80.0 %  about 5.0 s left\n✓ embed          100 texts  25.0 s\n",
  );
});

test("on a terminal one line is redrawn and gone at the end of the stage", () => {
  const { draw, wait, text } = record(true);
  draw({ type: "stage-start", stage: "facets", total: null });
  wait(100);
  draw({ type: "stage-progress", stage: "facets", done: 1_000, total: null });
  draw({
    type: "stage-end",
    stage: "facets",
    status: "reused",
    counts: { conversations: 1_000 },
    durationMs: 3,
  });
  expect(text()).toBe("  facets  1,000\r\u001B[K✓ facets         1,000 conversations  already done\n");
});

test("a warning comes with what to do", () => {
  const { draw, text } = record(false);
  draw({ type: "warning", code: "x", message: "no accounts", hint: "Give some." });
  expect(text()).toBe("! no accounts\n  Give some.\n");
});

test("answers that did not fit are told in words, and only where there were any", () => {
  const { draw, text } = record(false);
  const end = { type: "stage-end", stage: "name", status: "done", durationMs: 1_000 } as const;
  draw({ ...end, counts: { clusters: 3, retried: 2, byRule: 1 } });
  draw({ ...end, counts: { clusters: 0, retried: 0, byRule: 0 } });
  expect(text()).toBe(
    "✓ name           3 clusters, 2 asked again, 1 by rule  1.0 s\n✓ name           0 clusters  1.0 s\n",
  );
});
