import type { CaptionSource } from "./caption-source.ts";
import { readCaptions } from "./read-captions.ts";

/** What was read of one source so far. */
export interface SourceTally {
  captions: number;
  readonly losses: Map<string, number>;
}

export interface ReadChunksOptions {
  /** Captions of a chunk; it ends earlier once its texts pass {@link maxCharacters}. */
  readonly chunkSize: number;
  readonly signal?: AbortSignal;
}

/** Streams the captions of all sources in chunks, and counts captions and losses into the tally of each source. */
export async function* readChunks(
  sources: readonly CaptionSource[],
  tally: readonly SourceTally[],
  options: ReadChunksOptions,
): AsyncGenerator<readonly string[]> {
  let chunk: string[] = [];
  let characters = 0;
  for (const [index, source] of sources.entries()) {
    const counted = tally[index] ?? { captions: 0, losses: new Map() };
    for await (const caption of readCaptions(source, options)) {
      if (!caption.ok) {
        counted.losses.set(caption.reason, (counted.losses.get(caption.reason) ?? 0) + 1);
        continue;
      }
      counted.captions++;
      chunk.push(caption.value);
      characters += caption.value.length;
      if (chunk.length < options.chunkSize && characters < maxCharacters) continue;
      yield chunk;
      chunk = [];
      characters = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** UTF-16 units; keeps chunks of long texts small. */
const maxCharacters = 4 * 2 ** 20;
