import { parseJson, StateError } from "@observatory/core";
import { benchmarkSchema } from "@observatory/crepe/release";
import { Hono } from "hono";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileExists } from "../file-exists.ts";
import type { SourceKind } from "../source-kind.ts";

/** Benchmarks of CREPE. */
export const crepeKind: SourceKind = {
  looksLike: (path) => fileExists(join(path, "benchmark.json")),

  async check(path) {
    const file = join(path, "benchmark.json");
    const parsed = parseJson(await readFile(file, "utf8"));
    const checked = parsed.ok ? benchmarkSchema.safeParse(parsed.value) : null;
    if (checked?.success) return { title: checked.data.name };
    throw new StateError(`${file} is damaged or was written by another version of Observatory`, {
      hint: "Generate the benchmark again, or use the version that wrote it.",
    });
  },

  createRoutes: () => new Hono(),
};
