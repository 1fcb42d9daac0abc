import { basename, dirname } from "node:path";
import type { LossReason } from "../loss-reasons.ts";
import { createByteMeter, type ByteMeasure } from "./byte-meter.ts";
import { isSystemError, type FoundFile } from "./find-files.ts";
import { openZip } from "./open-zip.ts";
import { readFile } from "./read-file.ts";
import { readStart } from "./read-start.ts";
import { detectPacking, findRefusal, unpackFile } from "./unpack-file.ts";

/** One stream of bytes that holds records: a file as it is, what a packed file holds, or an entry of an archive. */
export interface ByteSource {
  /** The file as reports name it; an entry stands behind its archive: `export.zip/conversations.json`. */
  readonly file: string;
  /** Unpacked bytes, to be read once. Throws the error of the file system. */
  read(): AsyncIterable<Buffer>;
  /**
   * The start of a small file with this name that stands beside it in the same directory of the same archive, or among the files
   * that are imported; null where there is none or it cannot be read.
   */
  beside(name: string): Promise<Buffer | null>;
  /** What is known of the bytes on disk so far; those of an entry are its packed bytes in the archive. */
  measure(): ByteMeasure;
}

export interface SourceOptions {
  /** Called for what is wrong with a file or entry as a whole; reading of it then ends early or never begins. */
  readonly onLoss: (reason: LossReason, file: string) => void;
  readonly signal?: AbortSignal;
  /** All files of the import, of which some may stand beside this one. */
  readonly files?: readonly FoundFile[];
  /** Bytes that a packed file may unpack to before it can be called a bomb. */
  readonly unpackedBytes?: number;
}

/**
 * The byte streams of one file, in order: one of a plain, gzip or zstd file, one for each entry of a zip archive.
 * What the file is shows in its first bytes, never in its name. Nothing is unpacked to disk.
 */
export async function* openSources(found: FoundFile, options: SourceOptions): AsyncGenerator<ByteSource> {
  const open = (): AsyncIterable<Buffer> => readFile(found.path, options);
  const onLoss = (reason: LossReason): void => options.onLoss(reason, found.file);
  try {
    if ((await detectPacking(open())) === "zip") return yield* openZip(found, options);
    const refusal = await findRefusal(open);
    if (refusal !== null) return onLoss(refusal);
  } catch (error) {
    // Whoever reads the source is told of the same error.
    if (!isSystemError(error)) throw error;
  }
  const meter = createByteMeter();
  yield {
    file: found.file,
    read: () => unpackFile(meter.pass(open()), { onLoss, freeBytes: options.unpackedBytes }),
    beside: async (name) => {
      const directory = dirname(found.path);
      const other = options.files?.find(({ path }) => basename(path) === name && dirname(path) === directory);
      return other === undefined ? null : await readStart(readFile(other.path, options));
    },
    measure: () => meter.measure(),
  };
}
