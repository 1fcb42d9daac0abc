import { StateError } from "@observatory/core";
import { randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncDirectory } from "../files/sync-directory.ts";
import { viewCallRecord, type CallRecordView } from "./call-record.ts";

export const segmentExtension = ".calls";

export interface SegmentScan {
  /** Where the first record begins that is not whole (yet), or the end of the file. */
  readonly end: number;
  /** Records whose texts are damaged. */
  readonly damaged: number;
  /** True where something that is no whole record follows `end`. */
  readonly isTorn: boolean;
}

/**
 * Hands each whole record of a segment from an offset on to `take`, with its place. Another process may be writing
 * the segment: what is not whole is left for a later scan. Throws StateError for a segment of another version.
 */
export async function scanSegment(
  path: string,
  from: number,
  take: (record: CallRecordView, offset: number) => void,
): Promise<SegmentScan> {
  const file = await open(path, "r");
  try {
    let [end, damaged] = [from, 0];
    let rest = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, end + rest.length);
      if (bytesRead === 0) return { end, damaged, isTorn: rest.length > 0 };
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let start = 0;
      if (end === 0) {
        if (bytes.length < signature.length) return { end, damaged, isTorn: true };
        assertSignature(bytes, path);
        start = signature.length;
      }
      for (;;) {
        const record = viewCallRecord(bytes, start);
        if (record === "cut") break;
        if (record === "torn") return { end: end + start, damaged, isTorn: true };
        if (typeof record === "number") {
          // The last record of a segment may still be on its way to the disk.
          if (start + record >= bytes.length) break;
          damaged++;
          start += record;
        } else {
          take(record, end + start);
          start += record.length;
        }
      }
      end += start;
      rest = bytes.subarray(start);
    }
  } finally {
    await file.close();
  }
}

export interface CallSegmentWriter {
  /** Bytes on disk. */
  readonly end: number;
  /** Appends whole records; they are on disk when it returns. After an error the segment must not be written again. */
  append(records: readonly Uint8Array[]): Promise<void>;
  close(): Promise<void>;
}

/** A fresh path for a segment. */
export function callSegmentPath(directory: string): string {
  return join(directory, randomBytes(8).toString("hex") + segmentExtension);
}

export async function createCallSegment(path: string): Promise<CallSegmentWriter> {
  const file = await open(path, "wx", 0o600);
  await file.appendFile(signature);
  await syncDirectory(dirname(path));
  let end = signature.length;
  return {
    get end() {
      return end;
    },
    append: async (records) => {
      const bytes = Buffer.concat(records);
      await file.appendFile(bytes);
      await file.datasync();
      end += bytes.length;
    },
    close: () => file.close(),
  };
}

function assertSignature(bytes: Buffer, path: string): void {
  if (bytes.subarray(0, signature.length).equals(signature)) return;
  throw new StateError(`${path} is damaged, or was written by a newer version`, {
    hint: "Update observatory, or move this file away: the calls in it are then paid for again.",
  });
}

const signature = Buffer.from("obscall1");
const chunkBytes = 2 ** 20;
