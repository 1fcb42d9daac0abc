import { sha256 } from "@observatory/core";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** A file of a repository. */
export interface HubContentFile {
  readonly bytes: Buffer;
  /** SHA-256 of a large file, which is kept apart under it; git's SHA-1 of a small one. */
  readonly digest: string;
  readonly isLarge: boolean;
}

/** All that a hub has. */
export interface HubContent {
  /** Of every repository. */
  readonly commit: string;
  /** Files by their path, by repository. */
  readonly repositories: ReadonlyMap<string, ReadonlyMap<string, HubContentFile>>;
}

/** Files from this size on are kept apart, under their SHA-256. */
const largeFrom = 10_000;

/** Reads folders by the repository that they are served as. */
export function readHubContent(folders: Readonly<Record<string, string>>): HubContent {
  const repositories = new Map(
    Object.entries(folders).map(([name, folder]) => [name, readFolder(folder)] as const),
  );
  const digests = [...repositories.values()].flatMap((files) =>
    [...files.values()].map((file) => file.digest),
  );
  return { commit: createHash("sha1").update(digests.join()).digest("hex"), repositories };
}

/** How git names a blob. */
export function toGitDigest(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

function readFolder(folder: string): Map<string, HubContentFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        const isLarge = bytes.length >= largeFrom;
        const digest = isLarge ? sha256(bytes) : toGitDigest(bytes);
        return [
          path.slice(folder.length).split(sep).filter(Boolean).join("/"),
          { bytes, digest, isLarge },
        ] as const;
      }),
  );
}
