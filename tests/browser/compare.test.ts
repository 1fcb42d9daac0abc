import { createClioData } from "@observatory/explorer/testing";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describePage } from "./support/describe-page.ts";
import { findAxeProblems } from "./support/find-axe-problems.ts";

const before = createClioData({ clusters: 40 });
const clusters = before.clusters.clusters
  .filter(({ id }) => id !== "b9")
  .map((cluster) =>
    cluster.id === "b3" ? { ...cluster, conversations: 9 * cluster.conversations } : cluster,
  );
const after = {
  ...before,
  release: { ...before.release, preset: "public" as const },
  clusters: { ...before.clusters, clusters },
};

describePage("two runs", { clio: { before, after } }, (visit) => {
  test("are compared: what grew, what is gone, and what makes them hard to compare", async () => {
    const page = await visit("#/before/compare?with=after&level=0");
    const table = page.getByRole("table", { name: /Comparison/u });
    const first = table.getByRole("row").nth(1);
    await expect.poll(() => first.innerText()).toContain("Grew");
    await expect.poll(() => first.innerText()).toContain("number 3");
    await expect.poll(() => table.getByRole("row").filter({ hasText: "Gone" }).count()).toBe(1);
    await page
      .getByRole("region", { name: "What makes the two hard to compare" })
      .getByText("preset")
      .waitFor();
  });

  test.each([1280, 390])("have no serious finding of axe at %i px", async (width) => {
    const page = await visit("#/before/compare?with=after&level=0", { width });
    await page.getByRole("table", { name: /Comparison/u }).waitFor();
    expect(await findAxeProblems(page)).toEqual([]);
  });

  test("can be swapped", async () => {
    const page = await visit("#/before/compare?with=after&level=0");
    await page.getByRole("link", { name: "Swap before and after" }).click();
    const first = page
      .getByRole("table", { name: /Comparison/u })
      .getByRole("row")
      .nth(1);
    await expect.poll(() => first.innerText()).toContain("Shrank");
  });

  test("lead to the clusters of either run, also where both have the same id", async () => {
    const page = await visit("#/before/compare?with=after&level=0");
    const links = page
      .getByRole("table", { name: /Comparison/u })
      .getByRole("row")
      .nth(1)
      .getByRole("link");
    const targets = () => links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    await expect.poll(targets).toEqual(["#/before/tree?cluster=b3", "#/after/tree?cluster=b3"]);
    await links.last().click();
    await page.getByRole("treeitem", { selected: true }).waitFor();
  });

  test("give their table as CSV", async () => {
    const page = await visit("#/before/compare?with=after&level=0");
    await page.getByRole("button", { name: /^Download or copy: Comparison/u }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    const lines = readFileSync(await file.path(), "utf8")
      .trim()
      .split("\n");
    expect(lines).toHaveLength(41);
    expect(lines[0]).toContain("share_before");
  });
});

describePage("a run alone", { clio: { alone: before } }, (visit) => {
  test("says that two are needed", async () => {
    const page = await visit("#/alone/compare");
    await page.getByRole("heading", { name: "One run alone" }).waitFor();
  });
});
