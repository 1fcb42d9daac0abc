import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { writeParquetFile } from "@observatory/store/testing";

/** What a Parquet file is damaged by. */
export interface ParquetSeed {
  readonly at: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** Rows of conversations, by how they are laid out and packed. */
const queries = {
  plain: { query: pairs(7), options: "COMPRESSION uncompressed" },
  snappy: { query: pairs(7), options: "COMPRESSION snappy" },
  zstd: { query: pairs(7), options: "COMPRESSION zstd" },
  gzip: { query: pairs(7), options: "COMPRESSION gzip" },
  "several row groups": { query: pairs(5000), options: "ROW_GROUP_SIZE 2048" },
  nested: {
    query: `SELECT 'c' || i AS id, [{'role': 'user', 'content': 'how ' || i}, {'role': 'assistant', 'content': 'so'}] AS messages,
      {'a': [{'b': [[i]]}], 'c': MAP {'k': i}} AS deep FROM range(7) t(i)`,
    options: "COMPRESSION snappy",
  },
  "of all types": {
    query: `SELECT 'u' || i AS uid, TIMESTAMP '2024-05-01' AS at, 'why ' || i AS question, 'so' AS answer, i::HUGEINT AS huge,
      'nan'::DOUBLE AS nan, '\\xFF'::BLOB AS bytes, DATE '0001-01-01' AS day, INTERVAL 3 DAY AS span, '123e4567-e89b-12d3-a456-426614174000'::UUID AS code,
      1.5::DECIMAL(38, 3) AS price, NULL AS nothing FROM range(7) t(i)`,
    options: "COMPRESSION snappy",
  },
  "a bomb": {
    query:
      "SELECT 'u' || i AS uid, '2024-05-01' AS at, repeat('why ', 1000000) AS question, 'so' AS answer FROM range(40) t(i)",
    options: "COMPRESSION zstd",
  },
  "a bomb of one row": {
    query: "SELECT 'u' AS uid, '2024-05-01' AS at, repeat('why ', 12000000) AS question, 'so' AS answer",
    options: "COMPRESSION zstd",
  },
  "without rows": { query: `${pairs(7)} WHERE i < 0`, options: "COMPRESSION snappy" },
} as const;

export type ParquetLayout = keyof typeof queries;

export const parquetLayouts = Object.keys(queries) as readonly ParquetLayout[]; // keys of a literal are its names

/** How the bytes of a Parquet file are damaged; the first kind leaves them as they are. */
export const parquetKinds = {
  sound: (file) => file,
  "cut anywhere": (file, { at }) => file.subarray(0, at % file.length),
  "cut within its footer": (file, { at }) => file.subarray(0, file.length - 1 - (at % footerBytes(file))),
  "without its start": (file, { at }) => Buffer.concat([magic, file.subarray(at % file.length)]),
  "with a footer length of nonsense": (file, { size }) => withFooterLength(file, size * 42_949),
  "with a footer length a little off": (file, { at, size }) =>
    withFooterLength(file, footerBytes(file) + (at % 9) - 4 + (size % 3)),
  "with another magic at its end": (file) => Buffer.concat([file.subarray(0, -4), Buffer.from("PARE")]),
  "with a byte changed": (file, { at, size }) => withBytes(file, at % file.length, [size]),
  "with a bit turned in its pages": (file, { at, size }) =>
    withBit(file, 4 + (at % Math.max(1, file.length - footerBytes(file) - 12)), size),
  "with a bit turned in its footer": (file, { at, size }) =>
    withBit(file, file.length - 9 - (at % footerBytes(file)), size),
  "with bytes of nonsense in its pages": (file, { at, bytes }) =>
    withBytes(file, 4 + (at % Math.max(1, file.length - footerBytes(file) - 12)), bytes),
  "with bytes of nonsense in its footer": (file, { at, bytes }) =>
    withBytes(file, file.length - 8 - (1 + (at % footerBytes(file))), bytes),
  // Whole numbers of Thrift are varints: 0xff 0xff 0xff 0xff 0x0f declares sizes of gigabytes.
  "with a huge size in its pages": (file, { at }) =>
    withBytes(file, 4 + (at % 64), [0xfe, 0xff, 0xff, 0xff, 0x0f]),
  "with a huge size in its footer": (file, { at }) =>
    withBytes(
      file,
      file.length - 8 - footerBytes(file) + (at % footerBytes(file)),
      [0xfe, 0xff, 0xff, 0xff, 0x0f],
    ),
  "with more behind it": (file, { bytes }) => Buffer.concat([file, bytes]),
  "twice in a row": (file) => Buffer.concat([file, file]),
  "without anything but magic": () => Buffer.concat([magic, magic]),
} as const satisfies Readonly<Record<string, (file: Buffer, seed: ParquetSeed) => Buffer>>;

export type ParquetKind = keyof typeof parquetKinds;

export const parquetKindNames = Object.keys(parquetKinds) as readonly ParquetKind[]; // keys of a literal are its names

const magic = Buffer.from("PAR1");

function pairs(rows: number): string {
  return `SELECT 'u' || i AS uid, '2024-05-01' AS at, 'why ' || i AS question, 'so' AS answer FROM range(${rows}) t(i)`;
}

/** A sound Parquet file of this layout. */
export async function createParquet(layout: ParquetLayout): Promise<Buffer> {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "x.parquet");
  await writeParquetFile(path, queries[layout].query, queries[layout].options);
  return readFileSync(path);
}

function footerBytes(file: Buffer): number {
  return file.readUInt32LE(file.length - 8);
}

function withFooterLength(file: Buffer, length: number): Buffer {
  const changed = Buffer.from(file);
  changed.writeUInt32LE(length % 2 ** 32, file.length - 8);
  return changed;
}

function withBit(file: Buffer, at: number, bit: number): Buffer {
  return withBytes(file, at, [(file[at] ?? 0) ^ (1 << (bit % 8))]);
}

function withBytes(file: Buffer, at: number, bytes: ArrayLike<number>): Buffer {
  const changed = Buffer.from(file);
  for (let i = 0; i < bytes.length && at + i < changed.length; i++) changed[at + i] = bytes[i] ?? 0;
  return changed;
}
