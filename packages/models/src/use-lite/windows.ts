import { maxTokens } from "./model.ts";

/** At most this many windows of a text are embedded. */
export const maxWindows = 32;

const overlap = 32;
const maxCharacters = 32_768;

/**
 * Where the windows of a text of `length` tokens start. One window at 0 holds up to 128 tokens; a longer text gets
 * full windows of 128 that are spread evenly from its start to its end and overlap by at least 32 tokens, as long
 * as 32 windows (3,104 tokens) suffice; beyond, the gaps between the windows grow.
 */
export function toWindowStarts(length: number): readonly number[] {
  if (length <= maxTokens) return [0];
  const count = Math.min(maxWindows, 1 + Math.ceil((length - maxTokens) / (maxTokens - overlap)));
  return Array.from({ length: count }, (_, i) => Math.round((i * (length - maxTokens)) / (count - 1)));
}

/**
 * The part of a text that is tokenised: all of it up to 32,768 UTF-16 units, else 32 excerpts of 1,024 units that are
 * spread evenly from its start to its end, with single spaces between them.
 */
export function toExcerpt(text: string): string {
  if (text.length <= maxCharacters) return text;
  const size = maxCharacters / maxWindows;
  const starts = Array.from({ length: maxWindows }, (_, i) =>
    Math.round((i * (text.length - size)) / (maxWindows - 1)),
  );
  return starts.map((start) => text.slice(start, start + size)).join(" ");
}
