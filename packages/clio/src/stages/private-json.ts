import { parseJson, StateError } from "@observatory/core";
import { readFile } from "node:fs/promises";
import type { z } from "zod";

/** Reads one of our own private files. Throws StateError that names it and the cure. */
export async function loadPrivateJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = parseJson(await readFile(path, "utf8"));
  const checked = parsed.ok ? schema.safeParse(parsed.value) : null;
  if (checked?.success) return checked.data;
  throw new StateError(`${path} is damaged or of another version`, {
    hint: "Delete the directory that holds it and run the same command again: the stage is done anew.",
  });
}
