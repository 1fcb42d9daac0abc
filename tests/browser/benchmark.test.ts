import { writeCrepeBenchmark } from "@observatory/explorer/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage } from "./support/describe-page.ts";
import { findAxeProblems } from "./support/find-axe-problems.ts";
import { measureOverflow } from "./support/tabs.ts";

const scorers = {
  chance: () => false,
  "blind/longest": (place: number) => place === 0,
  "models/good": (place: number) => place !== 3,
  "models/poor": (place: number) => place < 6,
};

const caption = (page: Page) => page.getByRole("article").getByRole("heading", { level: 1 });

const list = (page: Page) => page.getByRole("navigation", { name: "Items" });
const goTo = (page: Page, hash: string) =>
  page.evaluate((next) => {
    location.hash = next;
  }, hash);

describePage(
  "a benchmark",
  { crepe: { bench: (directory) => writeCrepeBenchmark(directory, { scorers, items: 60 }) } },
  (visit, medium) => {
    const themes = ["light", "dark"] as const;
    const views = themes.flatMap((colorScheme) => [1280, 390].map((width) => ({ colorScheme, width })));
    test.each(views)(
      "has no serious finding of axe and fits in $colorScheme at $width px",
      async (options) => {
        const page = await visit("#/bench/overview", options);
        const parts: readonly (readonly [string, string])[] = [
          ["overview", "Cells"],
          ["scores", "Paired differences"],
          ["items?item=made-1%2Fswap-5%2F1", "Scene graph"],
          ...(options.width === 390 ? [["items", "60 items"] as const] : []),
        ];
        for (const [hash, text] of parts) {
          await goTo(page, `#/bench/${hash}`);
          await page.getByText(text).first().waitFor();
          expect({ hash, axe: await findAxeProblems(page), overflow: await measureOverflow(page) }).toEqual({
            hash,
            axe: [],
            overflow: 0,
          });
        }
      },
    );

    test("leads from a cell to its items, and back", async () => {
      const page = await visit("#/bench/overview");
      await page.getByRole("link", { name: "16", exact: true }).first().click();
      await list(page).getByText("16 items").waitFor();
      await expect.poll(() => new URL(page.url()).hash).toMatch(/items\?n=\d&type=(?:atom|swap)/u);
      await page.goBack();
      await page.getByRole("heading", { name: "Cells" }).waitFor();
    });

    test("restores an item from its link, and goes on by keys and by siblings", async () => {
      const page = await visit("#/bench/items?item=made-1%2Fswap-5%2F1");
      await expect.poll(() => caption(page).textContent()).toBe("a yellow hat number 3 left of a cup");
      await page.keyboard.press("k");
      await expect.poll(() => caption(page).textContent()).toBe("a green hat number 2 left of a cup");
      await page.keyboard.press("j");
      await expect.poll(() => caption(page).textContent()).toMatch(/number 3/u);
      await page
        .getByRole("article")
        .getByRole("link", { name: /number 2/u })
        .click();
      await expect.poll(() => new URL(page.url()).hash).toContain("made-1%2Fswap-5%2F0");
      await page.goBack();
      await expect.poll(() => caption(page).textContent()).toMatch(/number 3/u);
    });

    test("shows where the image's caption stands, what was edited, and who was misled", async () => {
      const page = await visit("#/bench/items?item=made-1%2Fswap-5%2F1");
      const article = page.getByRole("article");
      await expect.poll(() => article.locator("mark").allTextContents()).toEqual(["and a spoon", "no"]);
      await article
        .getByRole("row", { name: /models\/good/u })
        .getByText("2", { exact: true })
        .waitFor();
      await article
        .getByRole("img", { name: /Scene graph: hat: yellow; cup; hat – left of – cup/u })
        .waitFor();
      const image = article.getByRole("img", { name: /^Scene: / });
      await expect
        .poll(() => image.evaluate((node) => (node instanceof HTMLImageElement ? node.naturalWidth : 0)))
        .toBe(1);
    });

    test("filters by who is right, and says when nothing passes", async () => {
      const page = await visit("#/bench/items");
      await page.getByRole("combobox", { name: "Wrong" }).selectOption("models/good");
      await list(page)
        .getByText(/^1 item/u)
        .waitFor();
      await page.getByRole("searchbox").fill("nowhere");
      await page.getByRole("heading", { name: "No item passes" }).waitFor();
      await page.getByRole("button", { name: "Clear" }).click();
      await list(page).getByText("60 items").waitFor();
    });

    test("draws scores with chance and the best blind probe, which download as SVG", async () => {
      const page = await visit("#/bench/scores");
      const chart = page.getByRole("img", { name: /^R@1 on swap by n\. models\/good: .*Chance 33%/u });
      await chart.waitFor();
      await page.getByRole("img", { name: /^Gain on swap over .*models\/good: \+\d/u }).waitFor();
      await page.getByRole("button", { name: "Download or copy: R@1 swap By complexity" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download SVG" }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^R-1-swap.*\.svg$/u);
    });

    test("says what is missing, and how to make it", async () => {
      const page = await visit("#/bench/overview");
      await page.getByText("observatory crepe audit").waitFor();
      const note = page.getByText(/This file holds 60 of 60 items/u);
      await expect.poll(() => note.count()).toBe(medium === "file" ? 1 : 0);
    });
  },
);

const hostile = [
  `<img src=x onerror="globalThis.executed=1">`,
  `</script><script>globalThis.executed=1</script>`,
  "طلب المساعدة \u202Eevil",
  "👩🏽‍🚀 🪐 e\u0301\u0323",
  "word ".repeat(2_000).trim(),
  "x".repeat(10_000),
];

describePage(
  "a benchmark of hostile texts",
  { crepe: { bench: (directory) => writeCrepeBenchmark(directory, { texts: hostile, items: 12 }) } },
  (visit) => {
    test.each([1280, 390])("is text at %d px, and moves nothing", async (width) => {
      const page = await visit("#/bench/overview", { width });
      for (const [place, text] of hostile.entries()) {
        const pair = Math.floor(place / 2);
        const id = `made-${pair}/${pair % 2 === 0 ? "atom" : "swap"}-${4 + pair}/${place % 2}`;
        await goTo(page, `#/bench/items?item=${encodeURIComponent(id)}`);
        await expect.poll(() => caption(page).textContent()).toBe(text);
        expect({ text: text.slice(0, 30), overflow: await measureOverflow(page) }).toEqual({
          text: text.slice(0, 30),
          overflow: 0,
        });
      }
      expect(await page.evaluate(() => "executed" in globalThis)).toBe(false);
    });
  },
);

describePage(
  "a benchmark without results or images",
  { crepe: { bare: (directory) => writeCrepeBenchmark(directory, { hasImages: false }) } },
  (visit) => {
    test("says how to score it, and shows items all the same", async () => {
      const page = await visit("#/bare/scores");
      await page.getByText("crepe evaluate").waitFor();
      const items = await visit("#/bare/items");
      await items.getByText("This source has no images").waitFor();
    });
  },
);
