import { untilAborted } from "@observatory/core";

export interface SingleFlight<T> {
  /**
   * Runs the work, unless work of this key is under way: then its result is shared. The work's signal is aborted when
   * nobody waits for it any more; a call that is aborted alone stops waiting alone.
   */
  run(
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<{ readonly value: T; readonly isShared: boolean }>;
  /** Waits until nothing is under way. */
  settle(): Promise<void>;
}

/** Does equal work that is wanted at the same time once. */
export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>();
  const start = (key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> => {
    const ending = new AbortController();
    const flight: Flight<T> = { result: work(ending.signal), ending, waiting: 0 };
    flights.set(key, flight);
    const land = (): void => void flights.delete(key);
    flight.result.then(land, land);
    return flight;
  };
  return {
    run: async (key, signal, work) => {
      signal?.throwIfAborted();
      let flight = flights.get(key);
      // What nobody waited for ends first: it may still bring what it went for.
      while (flight?.ending.signal.aborted) {
        await untilAborted(Promise.allSettled([flight.result]), signal);
        flight = flights.get(key);
      }
      const isShared = flight !== undefined;
      flight ??= start(key, work);
      flight.waiting++;
      try {
        return { value: await untilAborted(flight.result, signal), isShared };
      } finally {
        if (--flight.waiting === 0 && flights.get(key) === flight) flight.ending.abort(signal?.reason);
      }
    },
    settle: async () => {
      while (flights.size > 0) await Promise.allSettled([...flights.values()].map(({ result }) => result));
    },
  };
}

interface Flight<T> {
  readonly result: Promise<T>;
  readonly ending: AbortController;
  waiting: number;
}
