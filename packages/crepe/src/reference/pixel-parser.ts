import { failed, succeeded, type Outcome } from "@observatory/core";
import { readFile } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import type { Scorer } from "../evaluate/scorer.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { LocateImage } from "../lint/find-images.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { loadIcons } from "../world/load-icons.ts";
import { indexClaims } from "./caption-claims.ts";
import { drawTemplates } from "./icon-templates.ts";
import { parseRaster } from "./parse-raster.ts";
import type { Raster } from "./separate-colours.ts";
import { shareOfClaim } from "./share-of-claim.ts";

export interface PixelParserOptions {
  readonly rows: readonly RetrievalRow[];
  readonly locateImage: LocateImage;
  /** Decodes a file to pixels, or says why not (`broken-image`). */
  readonly decodeImage: (bytes: Uint8Array) => Promise<Outcome<Raster>>;
}

/**
 * A reference scorer of drawn items that has eyes and no training, `pixel-parser`: of the image it knows the pixels alone
 * ({@link parseRaster}), of the captions what they claim. Scores are those of the full oracle, on the graph that it has
 * seen: what it lacks to 100 % is what it did not see.
 *
 * Reasons for no score: `no-image`, `unreadable-image`, `no-graph-of-caption`, and those of `decodeImage`. Throws
 * InputError where items are not of the drawn world.
 */
export function createPixelParser({ rows, locateImage, decodeImage }: PixelParserOptions): Scorer {
  const findClaim = indexClaims(rows);
  const icons = loadIcons();
  const templates = drawTemplates(icons);
  let last: { readonly path: string; readonly seen: Outcome<SceneGraph> } | null = null;

  async function look(path: string): Promise<Outcome<SceneGraph>> {
    if (last?.path === path) return last.seen;
    const seen = await read(path);
    last = { path, seen };
    return seen;
  }

  async function read(path: string): Promise<Outcome<SceneGraph>> {
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return failed("unreadable-image");
    const raster = await decodeImage(bytes);
    return raster.ok ? succeeded(parseRaster(raster.value, { icons, templates })) : raster;
  }

  return {
    info: { id: "pixel-parser", kind: "reference", details: { version: 1 } },
    async *score(questions, { signal } = {}) {
      for (const { row, captions } of questions) {
        await setImmediate();
        signal?.throwIfAborted();
        const path = locateImage(row);
        const seen = path === null ? failed("no-image") : await look(path);
        const claims = captions.flatMap((caption) => findClaim(row, caption) ?? []);
        if (!seen.ok) yield seen;
        else if (claims.length < captions.length) yield failed("no-graph-of-caption");
        else yield succeeded(claims.map((claim) => shareOfClaim(claim, seen.value, "full")));
      }
    },
    close: async () => {},
  };
}
