import { crc32 } from "node:zlib";
import type { LossReason } from "../loss-reasons.ts";
import type { ByteSource, SourceOptions } from "./byte-source.ts";
import { createByteMeter } from "./byte-meter.ts";
import { isSystemError, type FoundFile } from "./find-files.ts";
import { toEntryName } from "./printable-name.ts";
import { readFile } from "./read-file.ts";
import { readLocalEntries } from "./read-local-entries.ts";
import { readStart } from "./read-start.ts";
import { readZipDirectory, ZipDamage, type ZipEntry } from "./read-zip-directory.ts";
import { findRefusal, unpackFile } from "./unpack-file.ts";
import { defaultFreeBytes, defaultMaxRatio, unpackStream } from "./unpack-stream.ts";

export interface ZipOptions extends SourceOptions {
  /** Entries that are read; those after are counted. Only their names are held. */
  readonly maxEntries?: number;
  /** As in `UnpackOptions`, for the archive as a whole too. */
  readonly maxRatio?: number;
}

/**
 * The entries of a zip archive in the order of its directory, each unpacked as it is read.
 *
 * Names of entries are only said, never used as paths. Links, encrypted, hidden and macOS's own entries, other
 * compressions than deflate, archives within the archive and what unpacks to far too much are told to `onLoss`; so is a
 * directory that is damaged, after the entries before the damage, or cut off, after the entries that are left.
 */
export async function* openZip(found: FoundFile, options: ZipOptions): AsyncGenerator<ByteSource> {
  const { onLoss, signal, maxEntries = 100_000, maxRatio, unpackedBytes: freeBytes } = options;
  const budget = createBudget(found.bytes, { maxRatio, freeBytes });
  const names = createNames(found.file);
  let entries = 0;
  try {
    for await (const entry of readEntries(found.path)) {
      signal?.throwIfAborted();
      if (entry.isDirectory) continue;
      const file = names(entry.name, ++entries <= maxEntries);
      const refusal =
        entries > maxEntries ? "too-many-entries" : budget.isSpent() ? "zip-bomb" : refuseEntry(entry);
      if (refusal !== null) {
        onLoss(refusal, file);
        continue;
      }
      const source = await openEntry(entry, file, { found, budget, options });
      if (source !== null) yield source;
    }
    if (entries === 0) onLoss("empty-file", found.file);
  } catch (error) {
    if (error instanceof ZipDamage) onLoss("damaged-zip", found.file);
    else if (isSystemError(error)) onLoss("unreadable-file", found.file);
    else throw error;
  }
}

/** The entries of the directory; without one those that are still there, and then the damage. */
async function* readEntries(path: string): AsyncGenerator<ZipEntry> {
  let isThere = false;
  try {
    for await (const entry of readZipDirectory(path)) {
      isThere = true;
      yield entry;
    }
  } catch (error) {
    if (!(error instanceof ZipDamage)) throw error;
    if (!isThere) yield* readLocalEntries(path);
    throw error;
  }
}

const stored = 0;
const deflated = 8;

function refuseEntry({ name, isLink, isEncrypted, method }: ZipEntry): LossReason | null {
  const parts = name.split("/");
  if (parts[0] === "__MACOSX" || parts.some(isHidden)) return "hidden-entry";
  if (isLink) return "link-in-archive";
  if (isEncrypted) return "encrypted-entry";
  return method === stored || method === deflated ? null : "unknown-compression";
}

function isHidden(part: string): boolean {
  return part.startsWith(".") && part !== "." && part !== "..";
}

interface EntryContext {
  readonly found: FoundFile;
  readonly budget: Budget;
  readonly options: ZipOptions;
}

async function openEntry(
  entry: ZipEntry,
  file: string,
  { found, budget, options }: EntryContext,
): Promise<ByteSource | null> {
  const lose = (reason: LossReason): void => options.onLoss(reason, file);
  const { signal, maxRatio, unpackedBytes: freeBytes } = options;
  try {
    const start = await entry.findStart();
    const packed = (): AsyncIterable<Buffer> =>
      readFile(found.path, { start, length: entry.packedBytes, signal });
    const limits = { maxRatio, freeBytes };
    const refusal = await findRefusal(() => unpackEntry(packed(), entry, { ...limits, lose: () => {} }));
    if (refusal !== null) {
      lose(refusal);
      return null;
    }
    const meter = createByteMeter();
    const read = (): AsyncIterable<Buffer> =>
      budget.pass(
        unpackFile(unpackEntry(meter.pass(packed()), entry, { ...limits, lose }), {
          onLoss: lose,
          freeBytes,
        }),
        lose,
      );
    const beside = (name: string): Promise<Buffer | null> =>
      readBeside(`${entry.name.slice(0, entry.name.lastIndexOf("/") + 1)}${name}`, { found, options });
    return { file, read, beside, measure: () => meter.measure() };
  } catch (error) {
    if (error instanceof ZipDamage) lose("damaged-zip");
    else if (isSystemError(error)) lose("unreadable-file");
    else throw error;
    return null;
  }
}

/** The start of the entry with this name; null where there is none, or none that can be read. */
async function readBeside(
  name: string,
  { found, options }: Pick<EntryContext, "found" | "options">,
): Promise<Buffer | null> {
  const silent = { ...options, onLoss: () => {} };
  const budget = createBudget(found.bytes, { maxRatio: options.maxRatio, freeBytes: options.unpackedBytes });
  try {
    for await (const entry of readEntries(found.path)) {
      options.signal?.throwIfAborted();
      if (entry.name !== name || refuseEntry(entry) !== null) continue;
      const source = await openEntry(entry, name, { found, budget, options: silent });
      return source === null ? null : await readStart(source.read());
    }
  } catch (error) {
    if (!(error instanceof ZipDamage) && !isSystemError(error)) throw error;
  }
  return null;
}

interface EntryOptions {
  readonly lose: (reason: LossReason) => void;
  readonly maxRatio: number | undefined;
  readonly freeBytes: number | undefined;
}

/** The entry's bytes; `damaged-zip` where they are not those that were packed. */
async function* unpackEntry(
  packed: AsyncIterable<Buffer>,
  entry: ZipEntry,
  { lose, maxRatio, freeBytes }: EntryOptions,
): AsyncGenerator<Buffer> {
  let isSound = true;
  const unpacked =
    entry.method === stored
      ? packed
      : unpackStream(packed, {
          codec: "deflate",
          maxRatio,
          freeBytes,
          onDamage: (damage) => {
            isSound = false;
            lose(damage === "bomb" ? "zip-bomb" : "damaged-zip");
          },
        });
  let sum = 0;
  let bytes = 0;
  for await (const chunk of unpacked) {
    sum = crc32(chunk, sum);
    bytes += chunk.length;
    yield chunk;
  }
  if (isSound && (sum !== entry.crc32 || bytes !== entry.bytes)) lose("damaged-zip");
}

/** What an archive as a whole may unpack to: its entries may be many, and may all stand for the same bytes of it. */
interface Budget {
  isSpent(): boolean;
  /** The stream until it or the archive has become too much. */
  pass(stream: AsyncIterable<Buffer>, lose: (reason: LossReason) => void): AsyncIterable<Buffer>;
}

interface BudgetOptions {
  readonly maxRatio: number | undefined;
  readonly freeBytes: number | undefined;
}

function createBudget(
  archiveBytes: number,
  { maxRatio = defaultMaxRatio, freeBytes = defaultFreeBytes }: BudgetOptions,
): Budget {
  const limit = Math.max(freeBytes, archiveBytes * maxRatio);
  let bytes = 0;
  return {
    isSpent: () => bytes > limit,
    pass: async function* (stream, lose) {
      for await (const chunk of stream) {
        bytes += chunk.length;
        if (bytes > limit) return lose("zip-bomb");
        yield chunk;
      }
    },
  };
}

/** Names of entries behind that of their archive; of entries of one name the later ones have a number. */
function createNames(archive: string): (name: string, remember: boolean) => string {
  const uses = new Map<string, number>();
  return (name, remember) => {
    const clean = toEntryName(name);
    const number = (uses.get(clean) ?? 0) + 1;
    if (remember) uses.set(clean, number);
    return `${archive}/${clean}${number > 1 ? `#${number}` : ""}`;
  };
}
