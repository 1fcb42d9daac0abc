import { randomBytes } from "node:crypto";
import { open, readFile, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { fileErrorCode } from "../files/file-errors.ts";
import { keyBytes } from "../segments/key-index.ts";

/**
 * An append-only pair of files that one process writes: `<name>.vectors` holds rows of float32, `<name>.keys` one
 * entry a row: key (16 bytes), CRC-32 of the row (4), CRC-32 of these 20 bytes (4). A row is on disk before its entry,
 * so a whole entry speaks for a whole row, and the row's checksum has the last word.
 */
export interface Segment {
  /** Rows that have a whole entry. */
  readonly rows: number;
  keyAt(row: number): Uint8Array;
  checksumAt(row: number): number;
  /** The file of rows; opened at the first call. */
  vectors(): Promise<FileHandle>;
  close(): Promise<void>;
}

const entryBytes = keyBytes + 8;

/** Opens a segment for reading. What follows the first torn entry, or has no whole row, is left out. */
export async function openSegment(path: string, rowBytes: number): Promise<Segment> {
  const keys = await readFile(`${path}.keys`);
  const most = Math.min(
    Math.floor((await sizeOf(`${path}.vectors`)) / rowBytes),
    Math.floor(keys.length / entryBytes),
  );
  const entryAt = (row: number): Buffer => keys.subarray(row * entryBytes, (row + 1) * entryBytes);
  let rows = 0;
  while (rows < most && isWhole(entryAt(rows))) rows++;

  let file: Promise<FileHandle> | null = null;
  return {
    rows,
    keyAt: (row) => entryAt(row).subarray(0, keyBytes),
    checksumAt: (row) => entryAt(row).readUInt32LE(keyBytes),
    vectors: () => (file ??= open(`${path}.vectors`, "r")),
    close: async () => (await file)?.close(),
  };
}

export interface SegmentWriter {
  vectors(): Promise<FileHandle>;
  /** Appends rows with their keys; they are on disk when it returns. After an error the segment must not be used again. */
  append(keys: readonly Uint8Array[], rows: readonly Uint8Array[]): Promise<void>;
  close(): Promise<void>;
}

/** Creates a segment under a fresh name in the directory. */
export async function createSegment(directory: string): Promise<SegmentWriter> {
  const path = join(directory, randomBytes(8).toString("hex"));
  const vectors = await open(`${path}.vectors`, "wx+", 0o600);
  const keys = await open(`${path}.keys`, "wx", 0o600);
  return {
    vectors: () => Promise.resolve(vectors),
    append: async (newKeys, rows) => {
      const entries = Buffer.concat(
        newKeys.map((key, index) => toEntry(key, rows[index] ?? new Uint8Array())),
      );
      await vectors.appendFile(Buffer.concat(rows));
      await vectors.datasync();
      await keys.appendFile(entries);
      await keys.datasync();
    },
    close: async () => {
      await vectors.close();
      await keys.close();
    },
  };
}

function toEntry(key: Uint8Array, row: Uint8Array): Buffer {
  const entry = Buffer.alloc(entryBytes);
  entry.set(key);
  entry.writeUInt32LE(crc32(row), keyBytes);
  entry.writeUInt32LE(crc32(entry.subarray(0, keyBytes + 4)), keyBytes + 4);
  return entry;
}

function isWhole(entry: Buffer): boolean {
  return crc32(entry.subarray(0, keyBytes + 4)) === entry.readUInt32LE(keyBytes + 4);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (fileErrorCode(error) === "ENOENT") return 0;
    throw error;
  }
}
