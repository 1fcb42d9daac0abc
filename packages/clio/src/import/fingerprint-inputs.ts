import { createHash } from "node:crypto";
import { InputError } from "@observatory/core";
import { readFile } from "./sources/read-file.ts";
import { findFiles, isSystemError } from "./sources/find-files.ts";

export interface InputFingerprint {
  /** The file as reports name it. */
  readonly file: string;
  /** Size on disk. */
  readonly bytes: number;
  /** SHA-256 of the bytes on disk, 64 hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Hashes the files that an import of the same inputs would read, in the same order: the key of what depends on them.
 *
 * Nothing is unpacked or held. Throws InputError for an input that does not exist or a file that cannot be read.
 */
export async function fingerprintInputs(
  inputs: readonly string[],
  options: { readonly signal?: AbortSignal } = {},
): Promise<InputFingerprint[]> {
  const prints: InputFingerprint[] = [];
  for (const { file, path } of await findFiles(inputs, options))
    prints.push(await fingerprintFile(file, path, options));
  return prints;
}

async function fingerprintFile(
  file: string,
  path: string,
  options: { readonly signal?: AbortSignal },
): Promise<InputFingerprint> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of readFile(path, options)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new InputError(`${file} cannot be read`, { hint: "Check its permissions and the disk.", cause });
  }
  return { file, bytes, sha256: hash.digest("hex") };
}
