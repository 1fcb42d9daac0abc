import { loadRelease } from "@observatory/clio/release/load";
import { Hono } from "hono";
import { join } from "node:path";
import { fileExists } from "../file-exists.ts";
import { reloadWhenChanged, stampFile } from "../reload-when-changed.ts";
import type { SourceKind } from "../source-kind.ts";
import { toSourceName } from "../to-source-name.ts";

/** Runs of Clio: a run directory, or its `release/` alone. */
export const clioKind: SourceKind = {
  looksLike: async (path) => (await findRelease(path)) !== null || (await fileExists(join(path, "run.json"))),

  async check(path) {
    await loadRelease(path);
    return { title: toSourceName(path) };
  },

  createRoutes(find) {
    const loaders = new Map<string, () => Promise<string>>();
    return new Hono().get("/:id", async (c) => {
      const { id, path } = find(c.req.param("id"));
      const load = loaders.get(id) ?? createLoader(path);
      loaders.set(id, load);
      return c.body(await load(), 200, { "content-type": "application/json; charset=utf-8" });
    });
  },
};

/** Reads the release anew when its first file has changed; the run writes that one last. */
function createLoader(path: string): () => Promise<string> {
  return reloadWhenChanged(
    async () => {
      const file = await findRelease(path);
      return file === null ? null : stampFile(file);
    },
    async () => JSON.stringify(await loadRelease(path)),
  );
}

async function findRelease(path: string): Promise<string | null> {
  for (const candidate of [join(path, "release", "release.json"), join(path, "release.json")]) {
    if (await fileExists(candidate)) return candidate;
  }
  return null;
}
