import { hash } from "node:crypto";

/** 53 bits of the text's SHA-256, never 0. */
export function toHash(text: string): number {
  const digest = hash("sha256", text, "buffer");
  return digest.readUInt32LE(0) + (digest.readUInt32LE(4) & 0x1f_ffff) * 0x1_0000_0000 || 1;
}
