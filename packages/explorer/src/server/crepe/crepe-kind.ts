import { UsageError } from "@observatory/core";
import { loadBenchmark } from "@observatory/crepe/release/load";
import { Hono } from "hono";
import { join } from "node:path";
import { parseItemFilter } from "../../shared/crepe/item-filter.ts";
import { fileExists } from "../file-exists.ts";
import type { SourceKind } from "../source-kind.ts";
import { openCrepeIndex, type CrepeIndex } from "./crepe-index.ts";
import { listCrepeItems } from "./list-crepe-items.ts";
import { reloadWhenChanged } from "../reload-when-changed.ts";
import { stampBenchmark } from "./stamp-benchmark.ts";
import { readCrepeItem } from "./read-crepe-item.ts";
import { readImage } from "./read-image.ts";
import { toCrepeOverview } from "./to-crepe-overview.ts";

/** The most items of one answer. */
const largestPage = 200;

/** Benchmarks of CREPE. */
export const crepeKind: SourceKind = {
  looksLike: (path) => fileExists(join(path, "benchmark.json")),

  async check(path) {
    const { record } = await loadBenchmark(path);
    return { title: record.name };
  },

  /**
   * `GET /:id` is the overview, `/:id/items` a page of items (`offset`, `limit`, and the names of the filter),
   * `/:id/items/<item>` one of them, `/:id/images/<file>` an image that some item names.
   */
  createRoutes(find) {
    const open = new Map<string, OpenBenchmark>();
    const openOf = (id: string): OpenBenchmark => {
      const { path } = find(id);
      const found = open.get(id) ?? openBenchmark(path);
      open.set(id, found);
      return found;
    };
    return new Hono()
      .get("/:id", async (c) => c.json(await openOf(c.req.param("id")).overview()))
      .get("/:id/items", async (c) => {
        const index = await openOf(c.req.param("id")).index();
        const { offset, limit, ...filter } = c.req.query();
        return c.json(
          listCrepeItems(index, parseItemFilter(filter), {
            offset: toWhole(offset, 0),
            limit: Math.min(largestPage, toWhole(limit, 50)),
          }),
        );
      })
      .get("/:id/items/:item{.+}", async (c) => {
        const id = c.req.param("id");
        const index = await openOf(id).index();
        const place = index.placeOf.get(c.req.param("item"));
        const item =
          place === undefined ? null : await readCrepeItem(index, place, (file) => toImageUrl(id, file));
        if (item === null)
          throw new UsageError("the benchmark has no such item", {
            hint: "Choose one of those in the list.",
          });
        return c.json(item);
      })
      .get("/:id/images/:file{.+}", async (c) => {
        const index = await openOf(c.req.param("id")).index();
        const file = c.req.param("file");
        const image = index.images.has(file) ? await readImage(index.directory, file) : null;
        if (image === null)
          throw new UsageError("the benchmark has no such image", {
            hint: "Images are those that items name, in images/ of the benchmark.",
          });
        return c.body(image.bytes, 200, { "content-type": image.type, "cache-control": "no-cache" });
      });
  },
};

interface OpenBenchmark {
  readonly index: () => Promise<CrepeIndex>;
  readonly overview: () => ReturnType<typeof toCrepeOverview>;
}

/** Both are made when first asked for, and again when files have changed. */
function openBenchmark(path: string): OpenBenchmark {
  const stamp = () => stampBenchmark(path);
  const index = reloadWhenChanged(stamp, () => openCrepeIndex(path));
  return { index, overview: reloadWhenChanged(stamp, async () => toCrepeOverview(await index())) };
}

/** Relative to the page. */
function toImageUrl(id: string, file: string): string {
  return `api/crepe/${encodeURIComponent(id)}/images/${file.split("/").map(encodeURIComponent).join("/")}`;
}

function toWhole(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : otherwise;
}
