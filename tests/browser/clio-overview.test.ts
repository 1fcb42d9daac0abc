import { parseJson } from "@observatory/core";
import { createClioData } from "@observatory/explorer/testing";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage } from "./support/describe-page.ts";

const data = createClioData({ clusters: 24, seed: 7 });
const bare = { ...createClioData({ clusters: 9 }), overlays: null, timeline: null, map: null };
const nobody = createClioData({ clusters: 1 });
const sources = {
  run: data,
  bare,
  nothing: {
    ...nobody,
    release: { ...nobody.release, accountProtection: false },
    clusters: { ...nobody.clusters, levels: 0, clusters: [] },
    overlays: null,
    timeline: null,
    map: null,
  },
};

describePage("the overview and the page of a cluster", { clio: sources }, (visit) => {
  test("lead from a top use case to its cluster and up its path", async () => {
    const page = await visit("#/run/overview");
    const [largest] = data.clusters.clusters
      .filter(({ level }) => level === 0)
      .toSorted((a, b) => b.conversations - a.conversations);
    await page.getByRole("region", { name: "Top use cases" }).getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: largest?.name ?? "none" }).waitFor();
    await page.getByRole("navigation", { name: "Path" }).getByRole("link").first().click();
    await page.getByRole("heading", { name: "Made of" }).waitFor();
  });

  test("hand out tables as CSV and JSON and charts as SVG, each with its numbers", async () => {
    const page = await visit("#/run/overview");
    const csv = await download(page, "Top use cases", "CSV");
    expect(csv.split("\r\n")).toHaveLength(24 + 2);
    expect(csv).toMatch(/^id,name,description,conversations,accounts,share\r\n/u);
    const json = parseJson(await download(page, "What stands out where", "JSON"));
    expect(json).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ facet: "Plan" })]),
    });
    expect(await download(page, "Top use cases", "SVG")).toMatch(/^<svg [^>]*xmlns=/u);

    await page.goto(`${page.url().split("#")[0]}#/run/tree?cluster=b3`);
    await page.getByRole("heading", { name: /^Conversations per week/u }).waitFor();
    const line = await download(page, /^Over time/u, "SVG");
    expect(line).toContain("<polyline");
    expect(line).not.toContain("class=");
  });

  test("sort tables by their heads", async () => {
    const page = await visit("#/run/overview");
    const table = page.getByRole("table", { name: "What stands out where" });
    await table.getByRole("button", { name: "Ratio", exact: true }).click();
    await expect.poll(() => table.locator("th[aria-sort=descending]").textContent()).toContain("Ratio");
    const readRatios = async () =>
      (await table.locator("tbody tr td:nth-child(4)").allTextContents()).map(Number.parseFloat);
    await expect.poll(readRatios).toSatisfy(isDescending);
  });

  test("explain words on focus, and hide that again on Esc", async () => {
    const page = await visit("#/run/overview");
    await page.getByRole("button", { name: "Embedder" }).focus();
    const tip = page.getByRole("tooltip").filter({ visible: true });
    await expect.poll(() => tip.count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => tip.count()).toBe(0);
  });

  test("say that counts of a week are not shown rather than none", async () => {
    const gaps = data.timeline?.clusters["b3"]?.conversations.filter((count) => count === null).length;
    const page = await visit("#/run/tree?cluster=b3");
    await page.getByRole("img", { name: new RegExp(`; ${gaps} of 12 not shown$`, "u") }).waitFor();
  });

  test("leave out what an older release does not have", async () => {
    const page = await visit("#/bare/tree?cluster=b1&facet=languages");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect.poll(() => page.getByLabel("Colour by").count()).toBe(0);
    await expect.poll(() => page.getByRole("heading", { level: 2 }).count()).toBe(0);
  });

  test("say it where no cluster may be shown, and where accounts are not protected", async () => {
    const page = await visit("#/nothing/overview");
    await page.getByText("No account protection.").waitFor();
    await page.getByRole("heading", { name: "No cluster may be shown" }).waitFor();
    await page.getByRole("link", { name: "Tree", exact: true }).click();
    await page.getByText("More conversations or other thresholds give a tree.").waitFor();
  });

  test("say that a link's cluster is not in the run", async () => {
    const page = await visit("#/run/tree?cluster=gone");
    await page.getByRole("heading", { name: "This cluster is not in the run" }).waitFor();
  });
});

async function download(page: Page, what: string | RegExp, format: "CSV" | "JSON" | "SVG"): Promise<string> {
  const name = typeof what === "string" ? `Download or copy: ${what}` : new RegExp(what.source.slice(1), "u");
  await page.getByRole("button", { name }).click();
  const saved = page.waitForEvent("download");
  await page
    .getByRole("button", { name: `Download ${format}` })
    .filter({ visible: true })
    .click();
  return readFile(await (await saved).path(), "utf8");
}

function isDescending(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number, at) => at === 0 || number <= (numbers[at - 1] ?? 0));
}
