import { sha256 } from "@observatory/core";

/** Longer names are cut: file systems take 255 bytes, and a temporary name is longer. */
const longest = 120;

/**
 * The name of a scorer's file in `results/`: its id with everything but letters, digits, `_`, `-` and inner dots as %XX of
 * its UTF-8 bytes, so that no id leads out of the directory. A long one is cut and told apart by its hash.
 */
export function toResultFileName(scorerId: string): string {
  const escaped = [...Buffer.from(scorerId, "utf8")]
    .map((byte, i) => {
      const character = String.fromCodePoint(byte);
      const plain = /[\w-]/u.test(character) || (character === "." && i > 0);
      return plain ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
  if (escaped.length <= longest) return `${escaped}.json`;
  return `${escaped.slice(0, longest)}~${sha256(scorerId).slice(0, 12)}.json`;
}
