import { createHash } from "node:crypto";

export interface ByteMeasure {
  readonly bytes: number;
  /** Null until the whole stream has passed. */
  readonly sha256: string | null;
}

/** Counts and hashes a stream of bytes as it passes. */
export interface ByteMeter {
  pass(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
  measure(): ByteMeasure;
}

export function createByteMeter(): ByteMeter {
  const hash = createHash("sha256");
  let bytes = 0;
  let sha256: string | null = null;
  return {
    pass: async function* (stream) {
      for await (const chunk of stream) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
      sha256 = hash.digest("hex");
    },
    measure: () => ({ bytes, sha256 }),
  };
}
