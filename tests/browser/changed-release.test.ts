import { createTemporaryDirectory } from "@observatory/core/testing";
import { startExplorer } from "@observatory/explorer";
import { createClioData, writeRelease } from "@observatory/explorer/testing";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missingBrowser, useBrowser } from "./support/browser.ts";

test.skipIf(missingBrowser !== null)(
  "a run that is gone is said on its page, the others go on, and what is written anew is shown anew",
  async () => {
    using directory = createTemporaryDirectory();
    const [gone, stays] = [join(directory.path, "gone"), join(directory.path, "stays")];
    for (const run of [gone, stays]) writeRelease(run, createClioData());
    const explorer = await startExplorer([gone, stays], { port: 0 });
    const page = await useBrowser().newPage();
    try {
      rmSync(gone, { recursive: true });
      await page.goto(`${explorer.url}#/gone/tree`);
      const alert = page.getByRole("alert").filter({ hasText: "cannot be shown" });
      await expect.poll(() => alert.textContent()).toMatch(/there is no release at .*gone/iu);

      writeRelease(stays, createClioData({ clusters: 3, names: ["Written anew"] }));
      await page.goto(`${explorer.url}#/stays/tree?cluster=b0`);
      await page.getByRole("heading", { level: 1, name: "Written anew" }).waitFor();
    } finally {
      await page.close();
      await explorer.close();
    }
  },
);
