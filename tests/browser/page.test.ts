import { createClioData } from "@observatory/explorer/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage } from "./support/describe-page.ts";
import { findAxeProblems } from "./support/find-axe-problems.ts";
import { measureOverflow } from "./support/measure-overflow.ts";

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
      for (const tab of await listTabs(page)) {
        await openTab(page, tab);
        const found = { tab, overflow: await measureOverflow(page), light: await findAxeProblems(page) };
        await page.emulateMedia({ colorScheme: "dark" });
        await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
        const dark = await findAxeProblems(page, ["color-contrast"]);
        expect({ ...found, dark }).toEqual({ tab, overflow: 0, light: [], dark: [] });
        await page.emulateMedia({ colorScheme: "light" });
      }
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
      const page = await visit("", size);
      for (const tab of await listTabs(page)) {
        await openTab(page, tab);
        const found = {
          overflow: await measureOverflow(page),
          executed: await page.evaluate(() => "executed" in globalThis),
        };
        expect({ tab, ...found }).toEqual({ tab, overflow: 0, executed: false });
      }
    });
  },
);

function listTabs(page: Page): Promise<readonly string[]> {
  return page.getByRole("navigation", { name: "Pages" }).getByRole("link").allInnerTexts();
}

async function openTab(page: Page, tab: string): Promise<void> {
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: tab, exact: true }).click();
  await expect.poll(() => page.title()).toMatch(new RegExp(`^${tab} · `, "u"));
  await page.getByRole("status").filter({ hasText: "Loading" }).waitFor({ state: "detached" });
}
