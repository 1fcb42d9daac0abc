import type { Page } from "playwright-core";
import { expect } from "vitest";
import { findAxeProblems } from "./find-axe-problems.ts";
import { untilLoaded } from "./until-loaded.ts";

export function listTabs(page: Page): Promise<readonly string[]> {
  return page.getByRole("navigation", { name: "Pages" }).getByRole("link").allInnerTexts();
}

export async function openTab(page: Page, tab: string): Promise<void> {
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: tab, exact: true }).click();
  await expect.poll(() => page.title()).toMatch(new RegExp(`^${tab} · `, "u"));
  await untilLoaded(page);
}

/** Opens every tab and asks of each that axe finds nothing serious, light or dark, and that it is no wider than the window. */
export async function expectSoundTabs(page: Page): Promise<void> {
  for (const tab of await listTabs(page)) {
    await openTab(page, tab);
    const found = { tab, overflow: await measureOverflow(page), light: await findAxeProblems(page) };
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
    const dark = await findAxeProblems(page, ["color-contrast"]);
    expect({ ...found, dark }).toEqual({ tab, overflow: 0, light: [], dark: [] });
    await page.emulateMedia({ colorScheme: "light" });
  }
}

/** By how many pixels the page is wider than its window. */
export function measureOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
