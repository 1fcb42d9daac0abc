/**
 * Sends an element one event a frame, each of which makes it draw anew, and tells how long the frames took, by the times
 * that the browser gives to `requestAnimationFrame`. Milliseconds; `over17` is the share of frames that took longer than
 * one refresh of 60 a second, `scriptPerFrame` what JavaScript took of each.
 *
 * @param {"pan" | "zoom"} kind arrow keys, or turns of the wheel
 */
export async function measureFrames(page, selector, kind, count) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await readScript(session);
  const times = await page.evaluate(
    ({ selector, kind, count }) =>
      new Promise((resolve) => {
        const element = document.querySelector(selector);
        const times = [];
        const step = (now) => {
          times.push(now);
          if (times.length > count) {
            resolve(times);
            return;
          }
          const isBack = Math.floor(times.length / 10) % 2 === 1;
          element.dispatchEvent(
            kind === "pan"
              ? new KeyboardEvent("keydown", { key: isBack ? "ArrowLeft" : "ArrowRight", bubbles: true })
              : new WheelEvent("wheel", {
                  deltaY: isBack ? 45 : -45,
                  clientX: 470,
                  clientY: 430,
                  cancelable: true,
                }),
          );
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { selector, kind, count },
  );
  const script = (await readScript(session)) - before;
  await session.detach();
  const gaps = times.slice(1).map((time, index) => time - times[index]);
  gaps.sort((a, b) => a - b);
  return {
    p50: round(gaps[Math.floor(gaps.length * 0.5)] ?? 0),
    p95: round(gaps[Math.floor(gaps.length * 0.95)] ?? 0),
    // The browser's own times jitter by some tenths.
    over17: round(gaps.filter((gap) => gap > 17.2).length / gaps.length, 3),
    scriptPerFrame: round((1000 * script) / gaps.length),
  };
}

async function readScript(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0;
}

function round(number, digits = 1) {
  return Number(number.toFixed(digits));
}
