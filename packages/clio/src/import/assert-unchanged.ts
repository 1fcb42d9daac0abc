import { InputError } from "@observatory/core";
import type { InputFingerprint } from "./fingerprint-inputs.ts";
import type { ImportedFile } from "./loss-report.ts";

/**
 * Throws InputError where a file is not the one whose hash the run is known by: something wrote to it between the two
 * readings. Entries of archives, and files that were not read to their ends, are not compared.
 */
export function assertUnchanged(prints: readonly InputFingerprint[], files: readonly ImportedFile[]): void {
  const hashes = new Map(prints.map(({ file, sha256 }) => [file, sha256]));
  for (const { file, sha256 } of files) {
    const before = hashes.get(file);
    if (sha256 === null || before === undefined || before === sha256) continue;
    throw new InputError(`${file} changed while it was read`, {
      hint: "Run the same command again once nothing writes to it, or give a copy of it.",
    });
  }
}
