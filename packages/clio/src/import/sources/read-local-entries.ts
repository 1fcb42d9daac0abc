import { open, type FileHandle } from "node:fs/promises";
import { readFile } from "./read-file.ts";
import type { ZipEntry } from "./read-zip-directory.ts";

const headerMagic = 0x04034b50;
const descriptorMagic = Buffer.from([0x50, 0x4b, 0x07, 0x08]);
const headerBytes = 30;
const largest = 0xffffffff;

/**
 * The entries of a zip archive by the headers before each, for one without a directory: what was cut off lacks it. The first
 * one must stand at the start of the file; they end where no header follows. The last one may be cut itself.
 *
 * Who writes an archive as a stream states the size of an entry behind it alone: the place is told by the stated size being
 * right. Links are not known as such.
 */
export async function* readLocalEntries(path: string): AsyncGenerator<ZipEntry> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    for (let at = 0; at + headerBytes <= size;) {
      const entry = await readEntry(path, handle, at, size);
      if (entry === null) return;
      yield entry;
      at = entry.end;
    }
  } finally {
    await handle.close();
  }
}

interface LocalEntry extends ZipEntry {
  /** Where the next header would stand. */
  readonly end: number;
}

async function readEntry(
  path: string,
  handle: FileHandle,
  at: number,
  size: number,
): Promise<LocalEntry | null> {
  const header = await readAt(handle, at, headerBytes);
  if (header.length < headerBytes || header.readUInt32LE(0) !== headerMagic) return null;
  const flags = header.readUInt16LE(6);
  const nameBytes = header.readUInt16LE(26);
  const extraBytes = header.readUInt16LE(28);
  const rest = await readAt(handle, at + headerBytes, nameBytes + extraBytes);
  if (rest.length < nameBytes + extraBytes) return null;
  const name = rest.toString("utf8", 0, nameBytes);
  const start = at + headerBytes + rest.length;
  const stated = {
    crc32: header.readUInt32LE(14),
    ...readSizes(header, rest.subarray(nameBytes)),
    behind: 0,
  };
  const isStream = (flags & 8) !== 0;
  const known = isStream ? await findDescriptor(path, start) : stated;
  const { crc32, bytes, packedBytes, behind } = known ?? { ...stated, packedBytes: size - start };
  return {
    name,
    isDirectory: name.endsWith("/"),
    isLink: false,
    isEncrypted: (flags & 1) !== 0,
    method: header.readUInt16LE(8),
    packedBytes: Math.min(packedBytes, size - start),
    bytes,
    crc32,
    findStart: () => Promise.resolve(start),
    end: start + packedBytes + behind,
  };
}

interface Sizes {
  readonly bytes: number;
  readonly packedBytes: number;
}

/** The sizes of a header, or those of zip64 beside it. */
function readSizes(header: Buffer, extra: Buffer): Sizes {
  const [packedBytes, bytes] = [header.readUInt32LE(18), header.readUInt32LE(22)];
  if (packedBytes !== largest && bytes !== largest) return { packedBytes, bytes };
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1 && at + 20 <= extra.length)
      return {
        bytes: Number(extra.readBigUInt64LE(at + 4)),
        packedBytes: Number(extra.readBigUInt64LE(at + 12)),
      };
  }
  return { packedBytes, bytes };
}

/** What is stated behind an entry that begins here; null where the file ends before. */
async function findDescriptor(
  path: string,
  start: number,
): Promise<(Sizes & { readonly crc32: number; readonly behind: number }) | null> {
  let held: Buffer = Buffer.alloc(0);
  let heldAt = start;
  for await (const chunk of readFile(path, { start })) {
    const bytes = Buffer.concat([held, chunk]);
    for (let at = bytes.indexOf(descriptorMagic); at !== -1; at = bytes.indexOf(descriptorMagic, at + 1)) {
      const packedBytes = heldAt + at - start;
      const left = bytes.length - at;
      if (left >= 16 && bytes.readUInt32LE(at + 8) === packedBytes)
        return {
          crc32: bytes.readUInt32LE(at + 4),
          packedBytes,
          bytes: bytes.readUInt32LE(at + 12),
          behind: 16,
        };
      if (left >= 24 && bytes.readBigUInt64LE(at + 8) === BigInt(packedBytes))
        return {
          crc32: bytes.readUInt32LE(at + 4),
          packedBytes,
          bytes: Number(bytes.readBigUInt64LE(at + 16)),
          behind: 24,
        };
    }
    const keep = Math.min(bytes.length, 23);
    held = bytes.subarray(bytes.length - keep);
    heldAt += bytes.length - keep;
  }
  return null;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
