import { createHash } from "node:crypto";
import type { ProviderCall } from "./provider-call.ts";

/** How many characters of a prompt were in a provider's cache, and up to where it was written there. */
export interface CachedPrefix {
  readonly readCharacters: number;
  readonly writtenCharacters: number;
}

export interface PromptCache {
  /** Looks a call up and remembers it. */
  visit(call: ProviderCall): CachedPrefix;
}

/** Characters by which OpenAI's prefixes grow: about 128 tokens. */
const blockSize = 512;

/**
 * A cache of prompts' starts, one for each model, that forgets nothing. With marks (Anthropic) the longest marked
 * start that an earlier call marked too is read, and the rest up to the last mark is written. Without marks (OpenAI)
 * the longest start in blocks of 512 characters that an earlier call began with is read.
 */
export function createPromptCache(): PromptCache {
  const seen = new Set<string>();
  return {
    visit: (call) => {
      const text = call.system + call.prompt;
      const ends =
        call.protocol === "anthropic"
          ? call.cacheMarks
          : Array.from({ length: Math.floor(text.length / blockSize) }, (_, i) => (i + 1) * blockSize);
      const keys = hashPrefixes(`${call.protocol}/${call.model}\0`, text, ends);
      const readCharacters = ends.findLast((_, i) => seen.has(keys[i] ?? "")) ?? 0;
      for (const key of keys) seen.add(key);
      const writtenCharacters = call.protocol === "anthropic" ? (ends.at(-1) ?? 0) : readCharacters;
      return { readCharacters, writtenCharacters };
    },
  };
}

function hashPrefixes(label: string, text: string, ends: readonly number[]): string[] {
  const hash = createHash("sha256").update(label);
  let from = 0;
  return ends.map((end) => {
    hash.update(text.slice(from, end));
    from = end;
    return hash.copy().digest("hex");
  });
}
