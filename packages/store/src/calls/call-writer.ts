import { withFileErrors } from "../files/file-errors.ts";
import { callSegmentPath, createCallSegment, type CallSegmentWriter } from "./call-segment.ts";

export interface CallWriter {
  /** The segment that it writes, or will. */
  readonly path: string;
  /** Appends a record; it is on disk when this returns. Throws StateError. */
  append(record: Buffer): Promise<void>;
  /** Appends a record together with later ones, or when the writer is flushed or closed. */
  appendLater(record: Buffer): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Appends records to a segment of its own, which begins with the first of them. Records that come while others are
 * on their way to the disk go together, with one flush. `onWritten` is told of records that are on disk.
 */
export function createCallWriter(
  directory: string,
  onWritten: (records: readonly Buffer[], path: string, offset: number) => void,
): CallWriter {
  let segment: CallSegmentWriter | null = null;
  // Known before the file is, so that it is never taken for another process's.
  let path = callSegmentPath(directory);
  let waiting: Buffer[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();

  const writeWaiting = async (): Promise<void> => {
    next = null;
    const records = waiting;
    waiting = [];
    if (records.length === 0) return;
    await withFileErrors("write", directory, async () => {
      const current = segment ?? (await createCallSegment(path));
      segment = current;
      const offset = current.end;
      try {
        await current.append(records);
      } catch (error) {
        // It may end in a part of a record: what follows goes to another one.
        segment = null;
        path = callSegmentPath(directory);
        await current.close();
        throw error;
      }
      onWritten(records, path, offset);
    });
  };
  /** The write that takes all that waits now: it begins when the one under way has ended. */
  const flush = (): Promise<void> => {
    next ??= last = last.catch(() => {}).then(writeWaiting);
    return next;
  };
  return {
    get path() {
      return path;
    },
    append: async (record) => {
      waiting.push(record);
      await flush();
    },
    appendLater: async (record) => {
      if (waiting.push(record) >= mostWaiting) await flush();
    },
    flush,
    close: async () => {
      await flush();
      await segment?.close();
      segment = null;
    },
  };
}

const mostWaiting = 256;
