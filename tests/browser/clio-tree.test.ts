import { createClioData } from "@observatory/explorer/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage } from "./support/describe-page.ts";
import { findAxeProblems } from "./support/find-axe-problems.ts";

const data = createClioData({
  clusters: 24,
  languages: 4,
  seed: 7,
  names: ["Plan a café's menu", "Translate a menu", "Find quiet walks"],
  descriptions: ["About <b>food</b>.", "About food abroad.", "In the hills."],
});

describePage("the tree", { clio: { run: data } }, (visit) => {
  test("is walked, opened, closed and selected by keyboard alone", async () => {
    const page = await visit("#/run/tree?level=2");
    await tree(page).focus();
    expect(await activeRow(page)).toMatchObject({ level: "1", expanded: "false" });
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => activeRow(page)).toMatchObject({ level: "1", expanded: "true" });
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => activeRow(page)).toMatchObject({ level: "2" });
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => activeRow(page)).toMatchObject({ level: "1", expanded: "false" });
    const before = await rows(page).count();
    await page.keyboard.press("*");
    await expect.poll(() => rows(page).count()).toBeGreaterThan(before);
    await page.keyboard.press("End");
    const last = await activeRow(page);
    await page.keyboard.press("Home");
    expect(await activeRow(page)).not.toEqual(last);
    const { name } = await activeRow(page);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await expect.poll(() => rows(page).and(page.locator("[aria-selected=true]")).count()).toBe(1);
  });

  test("goes to what is typed", async () => {
    const page = await visit("#/run/tree?level=0");
    await tree(page).focus();
    await page.keyboard.type("find q");
    await expect.poll(async () => (await activeRow(page)).name).toBe("Find quiet walks");
  });

  test("finds words in names and descriptions, keeps what leads there, and marks them as text", async () => {
    const page = await visit("#/run/tree");
    await tree(page).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("cafe food");
    await page.getByText("1 match", { exact: true }).first().waitFor();
    await expect.poll(() => rows(page).count()).toBe(3);
    await expect.poll(() => page.locator("mark").allTextContents()).toEqual(["café"]);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await activeRow(page)).name).toBe("Plan a café's menu");
    await expect.poll(() => page.url()).toContain("query=cafe+food");
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
  });

  test("says what to do where nothing matches", async () => {
    const page = await visit("#/run/tree?query=zebra");
    await page.getByText("Nothing matches").waitFor();
    await page.getByRole("button", { name: "Show all clusters" }).click();
    await tree(page).waitFor();
  });

  test("sorts, colours and says so in the address, and a link brings it back", async () => {
    const page = await visit("#/run/tree?level=0");
    await page.getByLabel("Colour by").selectOption({ label: "Language" });
    await page.getByLabel("Value of Language").selectOption({ label: "Spanish" });
    await page.getByLabel("Sort").selectOption({ label: "Language: Spanish, high first" });
    const hash = "#/run/tree?facet=languages&level=0&sort=high&value=1";
    await expect.poll(() => new URL(page.url()).hash).toBe(hash);
    await page.getByRole("img", { name: /^Language: Spanish: colours from/u }).waitFor();
    const shown = await rows(page).allTextContents();

    const again = await visit(hash);
    await tree(again).waitFor();
    await expect.poll(() => rows(again).allTextContents()).toEqual(shown);
    await again.getByRole("link", { name: "Where it stands out" }).click();
    await again.getByRole("heading", { name: "Clusters by Language: Spanish" }).waitFor();
  });

  test("selects in steps that the back button undoes, while typing makes none", async () => {
    const page = await visit("#/run/tree?cluster=b1&level=0");
    await page.getByRole("heading", { level: 1, name: "Translate a menu" }).waitFor();
    await rows(page).filter({ hasText: "Find quiet walks" }).click();
    await page.getByRole("heading", { level: 1, name: "Find quiet walks" }).waitFor();
    await page.getByLabel("Search names").fill("menu");
    await expect.poll(() => page.url()).toContain("query=menu");
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Translate a menu" }).waitFor();
  });

  test("gives way to the cluster on a narrow screen, and comes back", async () => {
    const page = await visit("#/run/tree?level=0", { width: 390, height: 844 });
    await rows(page).filter({ hasText: "Find quiet walks" }).click();
    await page.getByRole("heading", { level: 1, name: "Find quiet walks" }).waitFor();
    await expect.poll(() => tree(page).isVisible()).toBe(false);
    await page.getByRole("link", { name: "All clusters" }).click();
    await tree(page).waitFor();
  });

  test.each([1280, 390])(
    "has no serious finding of axe with a cluster and colours at %d px",
    async (width) => {
      const page = await visit("#/run/tree?cluster=b2&level=0&facet=concern", { width });
      await page.getByRole("heading", { level: 1, name: "Find quiet walks" }).waitFor();
      expect(await findAxeProblems(page)).toEqual([]);
    },
  );
});

describePage("a tree of 5,000 clusters", { clio: { run: createClioData({ clusters: 5_000 }) } }, (visit) => {
  test("draws only the rows in sight, and reaches the last by keyboard", async () => {
    const page = await visit("#/run/tree?level=0");
    await tree(page).focus();
    await expect.poll(() => rows(page).count()).toBeLessThan(80);
    await page.keyboard.press("End");
    const { position, siblings } = await activeRow(page);
    expect(position).toBe(siblings);
    await expect.poll(() => rows(page).count()).toBeLessThan(80);
  });
});

function tree(page: Page) {
  return page.getByRole("tree", { name: "Clusters" });
}

function rows(page: Page) {
  return page.getByRole("treeitem");
}

/** The row that the tree says is active, which must be in the page. */
function activeRow(page: Page) {
  return tree(page).evaluate((element) => {
    const row = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
    const read = (name: string) => row?.getAttribute(name) ?? null;
    return {
      name: read("title") ?? "",
      level: read("aria-level"),
      expanded: read("aria-expanded"),
      position: read("aria-posinset"),
      siblings: read("aria-setsize"),
    };
  });
}
