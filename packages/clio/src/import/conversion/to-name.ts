import { sha256 } from "@observatory/core";

const maxCharacters = 256;

export interface Name {
  /** Trimmed, well-formed, at most 256 characters; null where there is none. */
  readonly name: string | null;
  /** True where it was a number that had already lost digits when it was read. */
  readonly rounded: boolean;
}

/**
 * An id or account from a string or number. A longer one keeps its start and the SHA-256 of the whole, so that different
 * names stay different. White space alone, and anything else than a string or number, is no name.
 */
export function toName(value: unknown): Name {
  if (typeof value === "number")
    return { name: String(value), rounded: Math.abs(value) > Number.MAX_SAFE_INTEGER };
  if (typeof value !== "string") return { name: null, rounded: false };
  const text = value.toWellFormed().replaceAll("\0", "").trim();
  if (text === "") return { name: null, rounded: false };
  if (text.length <= maxCharacters) return { name: text, rounded: false };
  const digest = sha256(text);
  return {
    name: `${text.slice(0, maxCharacters - digest.length - 1).toWellFormed()}#${digest}`,
    rounded: false,
  };
}
