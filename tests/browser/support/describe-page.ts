import { createTemporaryDirectory } from "@observatory/core/testing";
import { renderSources, startExplorer, type ClioData } from "@observatory/explorer";
import { writeRelease } from "@observatory/explorer/testing";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { missingBrowser, useBrowser } from "./browser.ts";
import { untilLoaded } from "./until-loaded.ts";
import { watchPage, type Watch } from "./watch-page.ts";

/** What the page is to show, by the name of its directory: runs of Clio, and what writes benchmarks of CREPE. */
export interface PageSources {
  readonly clio?: Readonly<Record<string, ClioData>>;
  readonly crepe?: Readonly<Record<string, (directory: string) => Promise<unknown>>>;
}

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  /** Problems that the test makes on purpose. */
  readonly expected?: RegExp;
}

/** Opens the page at a hash such as `#/run/tree?sort=size`, in a browser that has never seen it, and waits for its data. */
export type Visit = (hash?: string, options?: VisitOptions) => Promise<Page>;

export type Medium = "live" | "file";

interface Place {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Runs the same tests twice in a real browser: on the page as a server gives it, and on the file that a report is.
 *
 * After each test every page that it opened must have been quiet: see {@link watchPage}.
 *
 * @example
 * describePage("the tree", { clio: { run: createClioData() } }, (visit) => {
 *   test("shows what is selected", async () => {
 *     const page = await visit("#/run/tree?cluster=b1");
 *     await page.getByRole("treeitem", { selected: true }).waitFor();
 *   });
 * });
 */
export function describePage(
  title: string,
  sources: PageSources,
  specs: (visit: Visit, medium: Medium) => void,
): void {
  const reason = missingBrowser === null ? "" : ` (skipped: ${missingBrowser})`;
  // A machine busy enough makes a browser miss a click or a key; a fault of the page fails three times over.
  describe.skipIf(missingBrowser !== null)(`${title}${reason}`, { retry: 2 }, () => {
    describe.each<Medium>(["live", "file"])("%s", (medium) => {
      let place: Place;
      const opened: Opened[] = [];
      beforeAll(async () => {
        place = await openPlace(sources, medium);
      });
      afterAll(() => place.close());
      afterEach(async () => {
        const ended = opened.splice(0);
        await Promise.all(ended.map(({ context }) => context.close()));
        for (const { watch, expected } of ended) {
          expect(watch.problems.filter((problem) => !expected?.test(problem))).toEqual([]);
        }
      });
      specs((hash, options) => visit(place.url, hash, options, opened), medium);
    });
  });
}

interface Opened {
  readonly context: BrowserContext;
  readonly watch: Watch;
  readonly expected: RegExp | undefined;
}

async function visit(
  url: string,
  hash = "",
  { width = 1280, height = 800, colorScheme = "light", expected }: VisitOptions = {},
  opened: Opened[],
): Promise<Page> {
  const context = await useBrowser().newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  opened.push({ context, watch: await watchPage(page, url), expected });
  await page.goto(`${url}${hash}`);
  await page.getByRole("banner").waitFor();
  await untilLoaded(page);
  return page;
}

/** Writes what the page is to show and opens it in one medium or the other. */
async function openPlace(sources: PageSources, medium: Medium): Promise<Place> {
  const directory = createTemporaryDirectory();
  const remove = () => directory[Symbol.dispose]();
  const paths = await writeSources(sources, directory.path);
  if (medium === "file") {
    const file = join(directory.path, "report.html");
    writeFileSync(file, await renderSources(paths));
    return { url: pathToFileURL(file).href, close: () => Promise.resolve(remove()) };
  }
  const explorer = await startExplorer(paths, { port: 0 });
  return { url: explorer.url, close: () => explorer.close().then(remove) };
}

async function writeSources({ clio = {}, crepe = {} }: PageSources, root: string): Promise<string[]> {
  for (const [name, data] of Object.entries(clio)) writeRelease(join(root, name), data);
  for (const [name, write] of Object.entries(crepe)) await write(join(root, name));
  return [...Object.keys(clio), ...Object.keys(crepe)].map((name) => join(root, name));
}
