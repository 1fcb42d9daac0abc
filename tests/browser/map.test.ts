import { createClioData } from "@observatory/explorer/testing";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage } from "./support/describe-page.ts";
import { findAxeProblems } from "./support/find-axe-problems.ts";

const many = createClioData({ clusters: 60, names: ['A <b>bold</b> & "quoted" name'] });
const one = createClioData({ clusters: 1 });

describePage("the map", { clio: { many, one, none: { ...many, map: null } } }, (visit) => {
  test("selects the cluster that is clicked, and the tree follows", async () => {
    const page = await visit("#/one/map");
    await waitForMap(page);
    await page.getByRole("application").click();
    await expect.poll(() => readParameter(page, "cluster")).toBe("b0");
    await page.getByRole("region", { name: "Selected cluster" }).waitFor();
    await page.getByRole("link", { name: "All about it, in the tree" }).click();
    await page.getByRole("treeitem", { selected: true }).waitFor();
    await expect
      .poll(() => page.getByRole("treeitem", { selected: true }).innerText())
      .toContain(one.clusters.clusters.find(({ id }) => id === "b0")?.name);
  });

  test("looks at the cluster that was selected elsewhere", async () => {
    const page = await visit("#/many/tree?cluster=b7");
    await page.getByRole("link", { name: "Map", exact: true }).click();
    await waitForMap(page);
    await expect.poll(() => Number(readParameter(page, "zoom"))).toBeGreaterThan(1);
    const selected = page.getByRole("listbox").getByRole("option", { selected: true });
    await expect.poll(() => selected.innerText()).toContain("number 7");
  });

  test("moves, zooms and shows all by keys, without new steps to go back", async () => {
    const page = await visit("#/many/map");
    await waitForMap(page);
    const steps = await page.evaluate(() => history.length);
    await page.getByRole("application").focus();
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => Number(readParameter(page, "zoom"))).toBe(1.5);
    expect(Number(readParameter(page, "x"))).not.toBe(0);
    await page.keyboard.press("0");
    await expect.poll(() => readParameter(page, "zoom")).toBeNull();
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  test("is walked over by arrows in the list of what is in sight", async () => {
    const page = await visit("#/many/map");
    await waitForMap(page);
    const list = page.getByRole("listbox");
    await list.focus();
    const first = await list.getAttribute("aria-activedescendant");
    await page.keyboard.press("ArrowDown");
    const second = await list.getAttribute("aria-activedescendant");
    expect(second).not.toBe(first);
    await page.keyboard.press("Enter");
    await expect.poll(() => readParameter(page, "cluster")).not.toBeNull();
    expect(second).toContain(readParameter(page, "cluster"));
    await page.keyboard.press("Escape");
    await expect.poll(() => readParameter(page, "cluster")).toBeNull();
  });

  test("pans by a drag and zooms by the wheel around the pointer", async () => {
    const page = await visit("#/many/map");
    await waitForMap(page);
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, -240);
    await expect.poll(() => Number(readParameter(page, "zoom"))).toBeGreaterThan(1.4);
    const before = Number(readParameter(page, "x"));
    await page.mouse.down();
    await page.mouse.move(300, 400, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => Number(readParameter(page, "x"))).toBeGreaterThan(before);
    expect(readParameter(page, "cluster")).toBeNull();
  });

  test.each([1280, 390])("has no serious finding of axe with something selected at %i px", async (width) => {
    const page = await visit("#/many/map?cluster=b3&facet=languages", { width });
    await waitForMap(page);
    expect(await findAxeProblems(page)).toEqual([]);
    await page.getByRole("listbox").focus();
    expect(await findAxeProblems(page)).toEqual([]);
  });

  test("draws the same again from its link", async () => {
    const hash = "#/many/map?cluster=b3&facet=languages&value=1&x=0.1&y=-0.2&zoom=3.5";
    const [first, second] = await Promise.all([visit(hash), visit(hash)]);
    await Promise.all([waitForMap(first), waitForMap(second)]);
    expect(await readPixels(first)).toBe(await readPixels(second));
    const elsewhere = await visit("#/many/map?x=0.3&y=-0.2&zoom=3.5");
    await waitForMap(elsewhere);
    expect(await readPixels(elsewhere)).not.toBe(await readPixels(first));
  });

  test("is taken along as SVG and as PNG", async () => {
    const page = await visit("#/many/map?cluster=b0");
    await waitForMap(page);
    const svg = (await download(page, "Download SVG")).toString("utf8");
    const read = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        error: parsed.querySelector("parsererror")?.textContent ?? null,
        circles: parsed.querySelectorAll("circle").length,
        titles: [...parsed.querySelectorAll("circle > title")].map(({ textContent }) => textContent),
      };
    }, svg);
    expect(read.error).toBeNull();
    expect(read.circles).toBeGreaterThan(3);
    expect(read.titles).toContain('A <b>bold</b> & "quoted" name');
    const png = await download(page, "Download PNG");
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  });

  test("says what to do where a release has none", async () => {
    const page = await visit("#/none/map");
    await page.getByRole("heading", { name: "No map in this release" }).waitFor();
  });
});

// The address and the list follow a little after the first drawing.
async function waitForMap(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("map-drawn").length > 0);
  await page.getByRole("listbox").getByRole("option").first().waitFor({ state: "attached" });
}

function readParameter(page: Page, name: string): string | null {
  return new URLSearchParams(new URL(page.url()).hash.split("?")[1]).get(name);
}

function readPixels(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector("canvas")?.toDataURL() ?? "");
}

async function download(page: Page, action: string): Promise<Buffer> {
  await page.getByRole("button", { name: "Download or copy: map" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: action }).click(),
  ]);
  return readFileSync(await file.path());
}
