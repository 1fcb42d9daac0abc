import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { InputError } from "./errors.ts";

/** SHA-256 of a file's bytes, streamed. Throws InputError where it cannot be read. */
export async function hashFile(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      options.signal?.throwIfAborted();
      if (chunk instanceof Uint8Array) hash.update(chunk);
    }
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw new InputError(`cannot read ${path}`, { hint: "Check the path and its permissions.", cause });
  }
  return hash.digest("hex");
}
