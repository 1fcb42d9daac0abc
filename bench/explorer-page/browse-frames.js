/**
 * Moves the mouse over a page in a way and tells how long its frames took, by the times that the browser gives to
 * `requestAnimationFrame`. Milliseconds; `late` is the share of frames that missed at least one refresh of 60 a second.
 */
export async function measureFrames(page, act) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await readScript(session);
  await page.evaluate(() => {
    globalThis.frameTimes = [];
    const note = (now) => {
      globalThis.frameTimes.push(now);
      if (globalThis.frameTimes.length < 100_000) globalThis.frameLoop = requestAnimationFrame(note);
    };
    globalThis.frameLoop = requestAnimationFrame(note);
  });
  await act();
  const times = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.frameLoop);
    return globalThis.frameTimes;
  });
  const script = (await readScript(session)) - before;
  await session.detach();
  const gaps = times.slice(1).map((time, index) => time - times[index]);
  gaps.sort((a, b) => a - b);
  return {
    frames: gaps.length,
    p50: round(gaps[Math.floor(gaps.length * 0.5)] ?? 0),
    p95: round(gaps[Math.floor(gaps.length * 0.95)] ?? 0),
    over17: round(gaps.filter((gap) => gap > 17.2).length / gaps.length, 3),
    late: round(gaps.filter((gap) => gap > 25).length / gaps.length, 3),
    scriptPerFrame: round((1000 * script) / Math.max(1, gaps.length)),
  };
}

/** Drags in circles for so many moves. */
export async function drag(page, { x, y }, moves) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move <= moves; move++) {
    await page.mouse.move(x + 180 * Math.sin(move / 12), y + 120 * Math.sin(move / 9));
  }
  await page.mouse.up();
}

/** Turns the wheel in and out again. */
export async function wheel(page, { x, y }, turns) {
  await page.mouse.move(x, y);
  for (let turn = 0; turn < turns; turn++) await page.mouse.wheel(0, turn < turns / 2 ? -60 : 60);
}

async function readScript(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0;
}

function round(number, digits = 1) {
  return Number(number.toFixed(digits));
}
