import { createClioData } from "@observatory/explorer/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage } from "./support/describe-page.ts";
import { expectSoundTabs, listTabs, measureOverflow, openTab } from "./support/tabs.ts";

const sizes = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

describePage(
  "every page of a run",
  { clio: { one: createClioData(), two: createClioData({ seed: 2 }) } },
  (visit) => {
    test("opens on the first source and says in the title what it shows", async () => {
      const page = await visit();
      await expect.poll(() => page.title()).toMatch(/one · Observatory$/u);
    });

    test.each(sizes)("has no serious finding of axe, light or dark, and fits at $width px", async (size) => {
      const page = await visit("", size);
      await expectSoundTabs(page);
    });

    test("restores a page from its link, and goes back", async () => {
      const page = await visit();
      const tabs = await listTabs(page);
      const last = tabs.at(-1) ?? "";
      const first = await page.title();
      await openTab(page, last);
      const there = { hash: new URL(page.url()).hash, title: await page.title() };
      await page.goBack();
      await expect.poll(() => page.title()).toBe(first);

      const again = await visit(there.hash);
      await expect.poll(() => again.title()).toBe(there.title);
    });

    test("changes to the other run", async () => {
      const page = await visit();
      await page.getByRole("combobox", { name: "Run or benchmark" }).selectOption("two");
      await expect.poll(() => page.title()).toMatch(/two · Observatory$/u);
    });

    test("opens where an old or damaged link leads nowhere", async () => {
      const page = await visit("#/gone/%E0%A4%A/?cluster=none&x=NaN");
      await expect.poll(() => page.title()).toMatch(/one · Observatory$/u);
    });
  },
);

const hostile = {
  markup: `<img src=x onerror="globalThis.executed=1"><script>globalThis.executed=1</script>`,
  endOfScript: `</script><script>globalThis.executed=1</script><!--`,
  quotes: `" onmouseover="globalThis.executed=1" 'x' \`\${executed}\` &quot; &lt;b&gt; {{1+1}}`,
  address: "javascript:globalThis.executed=1",
  rightToLeft: "طلب المساعدة في كتابة رسالة \u202Eevil\u202C رسمية",
  emoji: "👩🏽‍🚀 plan a trip 🪐 ❤️‍🔥 e\u0301\u0323",
  long: "Plan ".repeat(2_000),
  unbroken: "x".repeat(10_000),
};

const names = Object.values(hostile);

describePage(
  "names of any kind",
  { clio: { run: createClioData({ names, descriptions: names }) } },
  (visit) => {
    test.each(sizes)("run nothing and leave the layout whole at $width px", async (size) => {
      await expectHarmless(await visit("", size));
    });

    test("are shown as text, the long ones cut", async () => {
      const page = await visit("#/run/tree", { width: 390 });
      const heading = page.getByRole("article", { name: "Cluster" }).getByRole("heading", { level: 1 });
      for (const [at, name] of names.entries()) {
        await page.evaluate((id) => (location.hash = `#/run/tree?cluster=${id}`), `b${at}`);
        await expect.poll(() => heading.textContent()).toContain(name.trim().slice(0, 200));
        expect((await heading.boundingBox())?.height ?? 0).toBeLessThan(300);
        expect(await measureOverflow(page)).toBe(0);
      }
      expect(await page.evaluate(() => "executed" in globalThis)).toBe(false);
    });
  },
);

async function expectHarmless(page: Page): Promise<void> {
  for (const tab of await listTabs(page)) {
    await openTab(page, tab);
    const executed = await page.evaluate(() => "executed" in globalThis);
    expect({ tab, executed, overflow: await measureOverflow(page) }).toEqual({
      tab,
      executed: false,
      overflow: 0,
    });
  }
}
