export interface PeekedBytes {
  /** The first bytes: as many as asked for, fewer only where the stream is shorter. */
  readonly head: Buffer;
  /** The whole stream, head included. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** Looks at the first `count` bytes of a stream without losing them; the rest is read only as `chunks` is. */
export async function peekBytes(stream: AsyncIterable<Buffer>, count: number): Promise<PeekedBytes> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let bytes = 0;
  while (bytes < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    parts.push(next.value);
    bytes += next.value.length;
  }
  const joined = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);

  async function* all(): AsyncGenerator<Buffer> {
    try {
      if (joined.length > 0) yield joined;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: joined.subarray(0, count), chunks: all() };
}
