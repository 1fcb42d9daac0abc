import { sha256, StateError, UsageError } from "@observatory/core";
import { parseVersionedFile, type VersionedFile } from "@observatory/store";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { mapFileSchema, mapSchemaName } from "./map-schema.ts";
import { overlaysFileSchema, overlaysSchemaName } from "./overlays-schema.ts";
import { describePath } from "./describe-path.ts";
import type { Release } from "./release.ts";
import {
  clustersFileSchema,
  clustersSchemaName,
  releaseFileSchema,
  releaseSchemaName,
  type ReleaseFile,
} from "./schema.ts";
import { timelineFileSchema, timelineSchemaName } from "./timeline-schema.ts";

export type { Release } from "./release.ts";

/**
 * Reads and checks the release of a run directory, or of a copied `release/` directory alone.
 *
 * Throws UsageError for a path without a release, which says what it looks like instead; StateError that names the file
 * where one is missing, damaged, changed by hand, or of a newer version. Files that an earlier version did not write
 * are null.
 */
export async function loadRelease(path: string): Promise<Release> {
  const place = await findRelease(path);
  const text = await readText(join(place.directory, "release.json"));
  if (text === null) throw await describeMissing(path);
  const release = parseVersionedFile(
    text,
    join(place.directory, "release.json"),
    toKind(releaseSchemaName, releaseFileSchema, place.cure),
  );
  const listed: ListedFiles = { place, files: release.files };
  const clusters = await loadListed("clusters.json", clustersSchemaName, clustersFileSchema, listed);
  if (clusters === null) {
    throw new StateError(`${join(place.directory, "release.json")} lists no clusters.json`, {
      hint: place.cure,
    });
  }
  return {
    release,
    clusters,
    overlays: await loadListed("overlays.json", overlaysSchemaName, overlaysFileSchema, listed),
    timeline: await loadListed("timeline.json", timelineSchemaName, timelineFileSchema, listed),
    map: await loadListed("map.json", mapSchemaName, mapFileSchema, listed),
  };
}

interface ReleasePlace {
  readonly directory: string;
  /** What to do about a file that is not as it should be. */
  readonly cure: string;
}

interface ListedFiles {
  readonly place: ReleasePlace;
  readonly files: ReleaseFile["files"];
}

async function findRelease(path: string): Promise<ReleasePlace> {
  const inRun = join(path, "release");
  return (await readText(join(inRun, "release.json"))) !== null
    ? { directory: inRun, cure: "Run the same clio run command again: it writes the release anew." }
    : { directory: path, cure: "Copy the whole release directory again from the run that wrote it." };
}

async function describeMissing(path: string): Promise<UsageError> {
  const { looksLike, cure } = await describePath(path);
  return new UsageError(`there is no release at ${path}: it ${looksLike}`, { hint: cure });
}

/** Null where the release does not list the file. */
async function loadListed<T>(
  name: string,
  label: string,
  schema: z.ZodType<T>,
  { place, files }: ListedFiles,
): Promise<T | null> {
  const listed = files[name];
  if (listed === undefined) return null;
  const path = join(place.directory, name);
  const text = await readText(path);
  if (text === null) {
    throw new StateError(`${path} is missing, though release.json lists it`, { hint: place.cure });
  }
  if (sha256(text) !== listed.sha256) {
    const bytes = Buffer.byteLength(text);
    const how =
      bytes < listed.bytes
        ? `it has ${bytes} of ${listed.bytes} bytes`
        : "it was changed after the run wrote it";
    throw new StateError(`${path} is not the file that the run wrote: ${how}`, { hint: place.cure });
  }
  return parseVersionedFile(text, path, toKind(label, schema, place.cure));
}

/** As the schema's own label names it: name and version. */
function toKind<T>(label: string, schema: z.ZodType<T>, cure: string): VersionedFile<T> {
  const at = label.lastIndexOf("@");
  return { name: label.slice(0, at), version: Number(label.slice(at + 1)), schema, cure };
}

/** Null where there is no file to read. */
async function readText(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}
