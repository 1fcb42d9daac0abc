import { parseJson, sha256, StateError, UsageError } from "@observatory/core";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { clustersFileSchema, releaseFileSchema, type ClustersFile, type ReleaseFile } from "./schema.ts";

/** What may be shown of a run, as it stands on disk. */
export interface Release {
  readonly release: ReleaseFile;
  readonly clusters: ClustersFile;
}

/**
 * Reads and checks the release of a run directory, or of a copied `release/` directory alone.
 *
 * Throws UsageError where there is none, StateError where a file is damaged, was changed by hand, or is of another
 * version.
 */
export async function loadRelease(path: string): Promise<Release> {
  const directory = (await exists(join(path, "release", "release.json"))) ? join(path, "release") : path;
  const release = await loadFile(directory, "release.json", releaseFileSchema);
  const clusters = await loadFile(
    directory,
    "clusters.json",
    clustersFileSchema,
    release.value.files["clusters.json"]?.sha256,
  );
  return { release: release.value, clusters: clusters.value };
}

async function loadFile<T>(
  directory: string,
  name: string,
  schema: z.ZodType<T>,
  wanted?: string,
): Promise<{ value: T }> {
  const path = join(directory, name);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new UsageError(`there is no release at ${directory}`, {
      hint: "Give a run directory whose run has finished; the same clio run command finishes it.",
      cause: error,
    });
  });
  if (wanted !== undefined && sha256(text) !== wanted) {
    throw new StateError(`${path} is not the file that the run wrote`, {
      hint: "Run the same clio run command again: it writes the release anew.",
    });
  }
  const parsed = parseJson(text);
  const checked = parsed.ok ? schema.safeParse(parsed.value) : null;
  if (checked?.success) return { value: checked.data };
  throw new StateError(`${path} is damaged or was written by another version of Observatory`, {
    hint: "Run the same clio run command again, or use the version that wrote it.",
  });
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
