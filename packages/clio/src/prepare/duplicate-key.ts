import { sha256 } from "@observatory/core";
import type { Conversation } from "../conversation.ts";

/**
 * A key that near-duplicate conversations of one account share: 128 bits of SHA-256 of `normalizeForDuplicates`.
 *
 * Catches resent, retyped and numbered copies. Does not catch another word order, an added or replaced word or a
 * translation. Short texts that differ in numbers alone ("alarm at 6", "alarm at 7") count as duplicates, which is the
 * safe side where duplicates are collapsed before accounts are counted.
 */
export function duplicateKey(conversation: Conversation): string {
  return sha256(normalizeForDuplicates(conversation)).slice(0, 32);
}

/**
 * What the user wrote without what changes from copy to copy: NFKC, lower case, invisible characters removed, every
 * number 0, and everything between words and numbers one space. Where no word or number is left, the text
 * itself with its white space collapsed. Turns stay apart, by line ends.
 */
export function normalizeForDuplicates(conversation: Pick<Conversation, "messages">): string {
  return conversation.messages
    .filter((message) => message.role === "user")
    .map((message) => normalize(message.content))
    .join("\n");
}

function normalize(text: string): string {
  const folded = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, "");
  const words = folded
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .replaceAll(/\p{N}(?:[\p{N} ]*\p{N})?/gu, "0")
    .trim();
  return words === "" ? folded.replaceAll(/\s+/gu, " ").trim() : words;
}
