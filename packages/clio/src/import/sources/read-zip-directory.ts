import { open, type FileHandle } from "node:fs/promises";
import { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, type Entry } from "yauzl";
import type { Readable } from "node:stream";

/** An entry as the archive's directory tells of it. Nothing of it has been checked: it may lie in everything. */
export interface ZipEntry {
  /** With `/` between its parts. Not a path: it may hold anything. */
  readonly name: string;
  readonly isDirectory: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated, others as in section 4.4.5 of the specification by PKWARE. */
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  /** Where in the file its packed bytes begin. Throws ZipDamage where they cannot be within it. */
  findStart(): Promise<number>;
}

/** Says that an archive is damaged, so that a caller can tell it from an error of the file system. */
export class ZipDamage extends Error {
  override readonly name = "ZipDamage";
}

/**
 * The entries of a zip archive (zip64 too) in the order of its central directory, of which one at a time is held.
 * Throws ZipDamage where the directory is missing or damaged, after the entries before the damage, and the error of the
 * file system.
 */
export async function* readZipDirectory(path: string): AsyncGenerator<ZipEntry> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    const reader = new FileReader(handle, size);
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await reader.during(fromRandomAccessReaderPromise(reader, size, options));
    const entries = zip.eachEntry()[Symbol.asyncIterator]();
    for (;;) {
      const next = await reader.during(entries.next());
      if (next.done === true) return;
      const entry = next.value;
      yield toZipEntry(entry, async () => {
        const header = await reader.during(zip.readLocalFileHeaderPromise(entry, { minimal: true }));
        return header.fileDataStart;
      });
    }
  } finally {
    await handle.close();
  }
}

const unixLink = 0o12;

function toZipEntry(entry: Entry, findStart: () => Promise<number>): ZipEntry {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  return {
    name,
    isDirectory: name.endsWith("/"),
    isLink: entry.externalFileAttributes >>> 28 === unixLink,
    isEncrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
    crc32: entry.crc32,
    findStart,
  };
}

/**
 * Reads for the parser. What the parser throws while it is called back would end the process: here it fails what
 * is waited for, as places outside the file do.
 */
class FileReader extends RandomAccessReader {
  readonly #handle: FileHandle;
  readonly #size: number;
  #fail: (error: unknown) => void = () => {};

  constructor(handle: FileHandle, size: number) {
    super();
    this.#handle = handle;
    this.#size = size;
  }

  /** Waits for what the parser promises, or for what it threw instead. */
  during<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const fail = (error: unknown): void => reject(toDamage(error));
      this.#fail = fail;
      work.then(resolve, fail);
    });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    void this.#answer(this.#read(buffer, offset, length, position), callback);
  }

  async #answer(work: Promise<void>, callback: (error: Error | null) => void): Promise<void> {
    const error = await work.then(
      () => null,
      (reason: Error) => reason,
    );
    try {
      callback(error);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  async #read(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    if (!(position >= 0 && position + length <= this.#size)) throw new ZipDamage("outside the file");
    for (let done = 0; done < length;) {
      const { bytesRead } = await this.#handle.read(buffer, offset + done, length - done, position + done);
      if (bytesRead === 0) throw new ZipDamage("the file has become shorter");
      done += bytesRead;
    }
  }

  override _readStreamForRange(): Readable {
    throw new ZipDamage("data of entries is not read here");
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

function toDamage(error: unknown): unknown {
  const isOfFileSystem = error instanceof Error && "syscall" in error;
  return isOfFileSystem || error instanceof ZipDamage ? error : new ZipDamage("damaged", { cause: error });
}
