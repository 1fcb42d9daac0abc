import { contentHash } from "@observatory/core";
import { hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { ensurePrivateDirectory } from "../files/ensure-private-directory.ts";
import { withFileErrors } from "../files/file-errors.ts";
import { createEntryTable } from "../segments/entry-table.ts";
import { createKeyIndex, keyBytes } from "../segments/key-index.ts";
import { listSegments } from "../segments/list-segments.ts";
import { createSegment, openSegment, type SegmentWriter } from "./vector-segment.ts";

export interface VectorCacheOptions {
  /** Which embedder's vectors these are: {@link TextEmbedder.id}. */
  readonly embedderId: string;
  readonly dimensions: number;
}

export interface VectorCache extends AsyncDisposable {
  readonly embedderId: string;
  readonly dimensions: number;
  /** Number of texts whose vectors are kept. */
  readonly size: number;
  /** The vector of each text, in order, or null where it is not kept. Throws StateError. */
  getMany(texts: readonly string[]): Promise<(Float32Array | null)[]>;
  /** Keeps the vectors of texts; they are on disk when it returns. A text that is kept already stays as it is. Throws StateError. */
  putMany(texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the vectors that one embedder gave to texts, kept by content: the head of SHA-256 of embedder and text.
 *
 * Vectors are packed into append-only segments with checksums; a torn tail or a damaged row counts as not kept. Any
 * number of processes may have the directory open: each appends to a segment of its own and sees those of others
 * that were there when it opened. Files are private (0600); no text is stored. Memory: 44 to 76 bytes a vector.
 */
export async function openVectorCache(directory: string, options: VectorCacheOptions): Promise<VectorCache> {
  const { embedderId, dimensions } = options;
  const rowBytes = dimensions * Float32Array.BYTES_PER_ELEMENT;
  const own = join(directory, contentHash({ embedderId, dimensions }).slice(0, 2 * keyBytes));
  await ensurePrivateDirectory(own);

  const index = createKeyIndex();
  const locations = createEntryTable(3);
  const segments: { vectors(): Promise<FileHandle>; close(): Promise<void> }[] = [];
  const damaged = new Set<number>();
  const remember = (key: Uint8Array, { segment, row, checksum }: VectorLocation): void => {
    const added = index.add(key);
    const entry = added >= 0 ? added : index.find(key);
    if (added >= 0 || damaged.delete(entry)) locations.set(entry, [segment, row, checksum]);
  };

  const locationOf = (entry: number): VectorLocation => ({
    segment: locations.get(entry, 0),
    row: locations.get(entry, 1),
    checksum: locations.get(entry, 2),
  });

  await withFileErrors("read", own, async () => {
    for (const path of await listSegments(own, ".keys")) {
      const segment = await openSegment(path, rowBytes);
      for (let row = 0; row < segment.rows; row++) {
        remember(segment.keyAt(row), { segment: segments.length, row, checksum: segment.checksumAt(row) });
      }
      segments.push(segment);
    }
  });

  const keyOf = (text: string): Uint8Array =>
    hash("sha256", `${embedderId}\0${text}`, "buffer").subarray(0, keyBytes);

  const getMany = async (texts: readonly string[]): Promise<(Float32Array | null)[]> => {
    const found: (Float32Array | null)[] = Array.from({ length: texts.length }, () => null);
    const wanted: Wanted[] = [];
    for (const [position, text] of texts.entries()) {
      const entry = index.find(keyOf(text));
      if (entry >= 0) wanted.push({ position, entry, ...locationOf(entry) });
    }
    for (const run of toRuns(wanted, rowBytes)) {
      const bytes = await readRun(run, rowBytes, () => segments[run.segment]?.vectors());
      for (const { position, entry, row, checksum } of run.wanted) {
        const start = (row - run.firstRow) * rowBytes;
        const part = bytes.subarray(start, start + rowBytes);
        if (part.length === rowBytes && crc32(part) === checksum) found[position] = toVector(part);
        else damaged.add(entry);
      }
    }
    return found;
  };

  let writer: { readonly segment: SegmentWriter; readonly number: number; rows: number } | null = null;
  const store = async (texts: readonly string[], vectors: readonly Float32Array[]): Promise<void> => {
    const fresh = new Map<string, readonly [key: Uint8Array, row: Uint8Array]>();
    for (const [position, text] of texts.entries()) {
      const vector = vectors[position];
      if (vector?.length !== dimensions)
        throw new TypeError(`each text needs a vector of ${dimensions} numbers`);
      const key = keyOf(text);
      const entry = index.find(key);
      if (entry >= 0 && !damaged.has(entry)) continue;
      fresh.set(text, [key, new Uint8Array(vector.buffer, vector.byteOffset, rowBytes)]);
    }
    if (fresh.size === 0) return;
    if (!writer) {
      const segment = await createSegment(own);
      writer = { segment, number: segments.push(segment) - 1, rows: 0 };
    }
    const current = writer;
    // A segment whose append failed may hold a part of a row: the next call starts another.
    writer = null;
    const rows = [...fresh.values()];
    await current.segment.append(
      rows.map(([key]) => key),
      rows.map(([, row]) => row),
    );
    for (const [key, row] of rows) {
      remember(key, { segment: current.number, row: current.rows++, checksum: crc32(row) });
    }
    writer = current;
  };

  // Reads and writes take turns: a write moves the rows that a read has just found damaged.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    const turn = last.then(() => withFileErrors(doing, own, work));
    last = turn.catch(() => {});
    return turn;
  };
  const close = (): Promise<void> =>
    inTurn("close", async () => {
      for (const segment of segments.splice(0)) await segment.close();
    });
  return {
    embedderId,
    dimensions,
    get size() {
      return index.size;
    },
    getMany: (texts) => inTurn("read", () => getMany(texts)),
    putMany: (texts, vectors) => inTurn("write", () => store(texts, vectors)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Where the row of an entry is, and what its bytes must sum to. */
interface VectorLocation {
  readonly segment: number;
  readonly row: number;
  readonly checksum: number;
}

interface Wanted extends VectorLocation {
  readonly position: number;
  readonly entry: number;
}

interface Run {
  readonly segment: number;
  readonly firstRow: number;
  lastRow: number;
  readonly wanted: Wanted[];
}

/** Rows near one another are read by one call, gaps included. */
function toRuns(wanted: readonly Wanted[], rowBytes: number): Run[] {
  const runs: Run[] = [];
  for (const one of wanted.toSorted((a, b) => a.segment - b.segment || a.row - b.row)) {
    const run = runs.at(-1);
    const isNear =
      run?.segment === one.segment &&
      (one.row - run.lastRow) * rowBytes <= gapBytes &&
      (one.row - run.firstRow) * rowBytes <= runBytes;
    if (run && isNear) {
      run.lastRow = one.row;
      run.wanted.push(one);
    } else {
      runs.push({ segment: one.segment, firstRow: one.row, lastRow: one.row, wanted: [one] });
    }
  }
  return runs;
}

async function readRun(
  run: Run,
  rowBytes: number,
  open: () => Promise<FileHandle> | undefined,
): Promise<Uint8Array> {
  const file = await open();
  const bytes = new Uint8Array((run.lastRow - run.firstRow + 1) * rowBytes);
  const read = await file?.read(bytes, 0, bytes.length, run.firstRow * rowBytes);
  return bytes.subarray(0, read?.bytesRead ?? 0);
}

function toVector(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer);
}

const gapBytes = 32 * 2 ** 10;
const runBytes = 4 * 2 ** 20;
