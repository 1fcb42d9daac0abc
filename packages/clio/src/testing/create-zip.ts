import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a zip archive for tests, as true or false as it is said to be. */
export interface ZipEntryContent {
  readonly name: string;
  /** Unpacked. */
  readonly content: string | Uint8Array;
  /** 8, deflated, where absent; 0 stored; with any other the content stands as it is. */
  readonly method?: number;
  readonly flags?: number;
  /** Of a Unix system; a plain file's where absent. */
  readonly unixMode?: number;
  /** The packed bytes, where they are not those of the content. */
  readonly packed?: Uint8Array;
  readonly crc32?: number;
  /** Size that the directory states. */
  readonly statedBytes?: number;
  /** Sizes and checksum behind the entry alone, as who writes a stream does. */
  readonly isStream?: boolean;
  /** Sizes and places by the fields of zip64. */
  readonly zip64?: boolean;
}

const utf8Names = 0x800;
const sizesBehind = 8;
const plainFile = 0o100644;
const large = 0xffffffff;

/** A zip archive (PKWARE's specification, 4.3), written without any check. */
export function createZip(entries: readonly ZipEntryContent[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    offset += part.length;
  };
  for (const entry of entries) {
    const { method = 8, unixMode = plainFile, zip64 = false, isStream = false } = entry;
    const flags = (entry.flags ?? utf8Names) | (isStream ? sizesBehind : 0);
    const content = Buffer.from(entry.content);
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(content) : content));
    const name = Buffer.from(entry.name);
    const sizes = [packed.length, entry.statedBytes ?? content.length] as const;
    const sum = entry.crc32 ?? crc32(content);
    const toCommon = (numbers: readonly number[]): Buffer =>
      Buffer.concat([u16(45, flags, method, 0, 0), u32(...numbers), u16(name.length)]);
    const common = toCommon([sum, ...(zip64 ? [large, large] : sizes)]);
    const extra = zip64 ? Buffer.concat([u16(1, 24), u64(sizes[1], sizes[0], offset)]) : Buffer.alloc(0);
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(0x032d),
        common,
        u16(extra.length, 0, 0, 0),
        u32(unixMode * 0x10000, zip64 ? large : offset),
        name,
        extra,
      ]),
    );
    add(Buffer.concat([u32(0x04034b50), isStream ? toCommon([0, 0, 0]) : common, u16(0), name, packed]));
    if (isStream) add(u32(0x08074b50, sum, ...sizes));
  }
  const start = offset;
  for (const part of directory) add(part);
  const length = offset - start;
  add(
    Buffer.concat([
      u32(0x06054b50),
      u16(0, 0, entries.length % 0x10000, entries.length % 0x10000),
      u32(length, start),
      u16(0),
    ]),
  );
  return Buffer.concat(parts);
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, 2 * i);
  return bytes;
}

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, 4 * i);
  return bytes;
}

function u64(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length);
  for (const [i, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), 8 * i);
  return bytes;
}
