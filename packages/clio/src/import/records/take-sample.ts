import type { SourceRecord, SourceRecords } from "./source-record.ts";

/** The first records of a file, looked at without losing them. */
export interface Sample extends Pick<SourceRecords, "columns"> {
  /** Parsed records among them. */
  readonly values: readonly unknown[];
  /** Whether the file has no record at all. */
  readonly isEmpty: boolean;
  /** All records of the file, these included. To be read once. */
  readonly batches: AsyncGenerator<readonly SourceRecord[]>;
}

const sampleRecords = 64;
const sampleAttempts = 1000;
const sampleBytes = 4 * 1024 * 1024;

/** Looks at the first record or, where it `parses`, at the first ones until enough have been parsed or tried. */
export async function takeSample(
  { columns, batches }: SourceRecords,
  { parses }: { readonly parses: boolean },
): Promise<Sample> {
  const taken: (readonly SourceRecord[])[] = [];
  const values: unknown[] = [];
  let attempts = 0;
  let bytes = 0;
  const isEnough = (): boolean =>
    values.length >= (parses ? sampleRecords : 1) || attempts >= sampleAttempts || bytes >= sampleBytes;
  while (!isEnough()) {
    const next = await batches.next();
    if (next.done === true) break;
    taken.push(next.value);
    for (const record of next.value) {
      if (isEnough()) break;
      attempts++;
      bytes += record.length;
      const value = record.parse(() => {});
      if (value.ok) values.push(value.value);
    }
  }
  return { columns, values, isEmpty: attempts === 0, batches: chain(taken, batches) };
}

async function* chain<T>(first: Iterable<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}
