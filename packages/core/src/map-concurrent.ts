export interface MapConcurrentOptions {
  /** How many calls may be in flight; at least 1. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
}

/**
 * Maps a stream with bounded concurrency and back-pressure; results come in input order.
 *
 * At most `concurrency` inputs are read ahead. The first error ends the stream, and so does an abort; an early
 * `break` by the consumer aborts the signal that the calls in flight were given.
 *
 * @example
 * for await (const size of mapConcurrent(files, (file) => sizeOf(file), { concurrency: 4 })) total += size;
 */
export async function* mapConcurrent<In, Out>(
  inputs: Iterable<In> | AsyncIterable<In>,
  map: (input: In, signal: AbortSignal) => Promise<Out>,
  options: MapConcurrentOptions,
): AsyncGenerator<Out> {
  const ending = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, ending.signal]) : ending.signal;
  const inFlight: Promise<Out>[] = [];
  try {
    for await (const input of inputs) {
      signal.throwIfAborted();
      const call = map(input, signal);
      // A later call may fail while an earlier one is awaited: it is observed when its turn comes.
      call.catch(() => {});
      inFlight.push(call);
      if (inFlight.length >= Math.max(1, options.concurrency)) yield await takeFirst(inFlight);
    }
    while (inFlight.length > 0) yield await takeFirst(inFlight);
  } finally {
    ending.abort();
    await Promise.allSettled(inFlight);
  }
}

function takeFirst<T>(queue: Promise<T>[]): Promise<T> {
  const first = queue.shift();
  if (first === undefined) throw new RangeError("the queue is empty");
  return first;
}
