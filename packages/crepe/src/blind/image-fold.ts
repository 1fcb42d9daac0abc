import { sha256 } from "@observatory/core";

/** How many parts the images are dealt into: a probe that judges one part learned from the others. */
export const foldCount = 5;

/**
 * The part of an image: the first 32 bits of the SHA-256 of its id, modulo {@link foldCount}. Another `salt` (put
 * before the id) deals the images anew; the empty one gives the parts of the published reference numbers.
 */
export function toImageFold(imageId: string, salt = ""): number {
  return Number.parseInt(sha256(salt + imageId).slice(0, 8), 16) % foldCount;
}
