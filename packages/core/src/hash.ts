import { createHash } from "node:crypto";
import { toCanonicalJson } from "./json.ts";

/** SHA-256 of bytes or of UTF-8 text, as 64 hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** SHA-256 of a value's canonical JSON: the key of anything that depends on the value and nothing else. */
export function contentHash(value: unknown): string {
  return sha256(toCanonicalJson(value));
}
