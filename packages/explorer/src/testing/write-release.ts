import { sha256 } from "@observatory/core";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClioData } from "../shared/clio-data.ts";

/** Writes a release into `<run>/release` as a run would: each file, and `release.json` with their hashes last. */
export function writeRelease(run: string, { release, ...parts }: ClioData): void {
  const directory = join(run, "release");
  mkdirSync(directory, { recursive: true });
  const files: Record<string, { sha256: string; bytes: number }> = {};
  for (const [name, value] of Object.entries(parts)) {
    if (value === null) continue;
    const text = JSON.stringify(value);
    files[`${name}.json`] = { sha256: sha256(text), bytes: Buffer.byteLength(text) };
    writeFileSync(join(directory, `${name}.json`), text);
  }
  writeFileSync(join(directory, "release.json"), JSON.stringify({ ...release, files }));
}
