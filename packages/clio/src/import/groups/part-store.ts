import { createScratchDirectory, type ScratchDirectory } from "@observatory/store";
import { createHashNumbering } from "../conversion/hash-numbering.ts";
import { toHash } from "../conversion/to-hash.ts";
import { createLineSplitter } from "../records/create-line-splitter.ts";
import { parsePartLine, toPartLine, type PlacedPart } from "./part-line.ts";

export interface PartStore {
  /** Keeps a part. False where its value is nested too deeply to be written; it is then left out. */
  add(part: PlacedPart): boolean;
  /** To be awaited between records: writes to disk what is too much to hold. Throws StateError. */
  relieve(): Promise<void>;
  /** All groups in the order in which each first appeared, once nothing more is added. To be read once. */
  groups(): AsyncGenerator<PartGroup>;
  /** Removes what was written; to be called in any case. */
  close(): Promise<void>;
}

export interface PartGroup {
  /** As they came; at least one. */
  readonly parts: readonly PlacedPart[];
  /** Whether further parts were left out, since the group is larger than one may be. */
  readonly isCut: boolean;
}

export interface PartStoreOptions {
  /** Bytes of parts that are held in memory; a few times as much is held while groups are given out. */
  readonly heldBytes: number;
  /** Bytes of the largest group that is given out whole. */
  readonly groupBytes: number;
  /** Where parts go that cannot be held; among the temporary files of the system unless told. */
  readonly directory?: string | undefined;
}

/** Groups that first appeared one after the other, with the parts that came later too. */
interface Partition {
  readonly name: string;
  /** Number of its first group. */
  readonly start: number;
  bytes: number;
  /** Lines that are not on disk yet. */
  pending: string[];
  isOnDisk: boolean;
}

/**
 * Gathers the parts of conversations from all over an import, in memory while they are few and on disk from there on.
 *
 * Groups are numbered as they appear, and each run of numbers has a file to which its parts are appended. So one file at a
 * time is read at the end, in pieces where much came to it later, and memory is bounded but for the 24 to 48 bytes that
 * the number of a group takes.
 */
export function createPartStore(options: PartStoreOptions): PartStore {
  const { heldBytes, groupBytes } = options;
  const scratch = createScratchDirectory({ parent: options.directory });
  const numbering = createHashNumbering();
  const partitions: Partition[] = [];
  let groups = 0;
  let held = 0;

  const open = (start: number): Partition => {
    const partition = { name: `${partitions.length}`, start, bytes: 0, pending: [], isOnDisk: false };
    partitions.push(partition);
    return partition;
  };
  const partitionOf = (number: number): Partition => {
    const isNew = number === groups;
    if (isNew) groups++;
    if (isNew && (partitions.at(-1)?.bytes ?? 0) >= heldBytes) return open(number);
    return findPartition(partitions, number) ?? open(number);
  };

  return {
    add: (part) => {
      const line = toPartLine(part);
      if (line === null) return false;
      const number = numbering.numberOf(toHash(`${part.format} ${part.group}`));
      const partition = partitionOf(number);
      const text = `${number}\t${line}\n`;
      partition.pending.push(text);
      partition.bytes += text.length;
      held += text.length;
      return true;
    },
    relieve: async () => {
      if (held < heldBytes) return;
      for (const partition of partitions) await writePending(partition, scratch);
      held = 0;
    },
    groups: async function* () {
      for (const partition of partitions) {
        if (partition.isOnDisk) await writePending(partition, scratch);
        for (const range of await planRanges(partition, scratch, heldBytes * 2)) {
          const groups = await collect(readLines(partition, scratch), { ...range, groupBytes });
          for (const group of groups) yield* separate(group);
        }
        partition.pending = [];
        await scratch.remove(partition.name);
      }
    },
    close: () => scratch.close(),
  };
}

/** The partition with the highest start that is not above the number. */
function findPartition(partitions: readonly Partition[], number: number): Partition | undefined {
  let [low, high] = [0, partitions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((partitions[middle]?.start ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return partitions[low - 1];
}

async function writePending(partition: Partition, scratch: ScratchDirectory): Promise<void> {
  if (partition.pending.length === 0) return;
  await scratch.append(partition.name, partition.pending.join(""));
  partition.pending = [];
  partition.isOnDisk = true;
}

/** A stored line, and the number of its group. */
interface NumberedLine {
  readonly number: number;
  readonly bytes: Buffer;
}

const tab = 0x09;

async function* readLines(partition: Partition, scratch: ScratchDirectory): AsyncGenerator<NumberedLine[]> {
  const splitter = createLineSplitter({ maxBytes: Infinity });
  const pieces = partition.isOnDisk
    ? scratch.read(partition.name)
    : [Buffer.from(partition.pending.join(""))];
  for await (const piece of pieces) {
    yield splitter.push(piece).flatMap(({ bytes }) => {
      if (bytes === null) return [];
      const at = bytes.indexOf(tab);
      return [{ number: Number(bytes.toString("latin1", 0, at)), bytes: bytes.subarray(at + 1) }];
    });
  }
}

interface NumberRange {
  readonly from: number;
  /** Not itself in the range. */
  readonly to: number;
}

/** Cuts the groups of a partition into ranges that can be held one at a time. */
async function planRanges(
  partition: Partition,
  scratch: ScratchDirectory,
  maxBytes: number,
): Promise<NumberRange[]> {
  if (partition.bytes <= maxBytes) return [{ from: 0, to: Infinity }];
  const sizes = new Map<number, number>();
  for await (const lines of readLines(partition, scratch)) {
    for (const { number, bytes } of lines) sizes.set(number, (sizes.get(number) ?? 0) + bytes.length);
  }
  const ranges: NumberRange[] = [];
  let from = 0;
  let total = 0;
  for (const [number, size] of [...sizes].toSorted(([a], [b]) => a - b)) {
    if (total > 0 && total + size > maxBytes) {
      ranges.push({ from, to: number });
      [from, total] = [number, 0];
    }
    total += size;
  }
  return [...ranges, { from, to: Infinity }];
}

interface HeldGroup {
  readonly lines: string[];
  bytes: number;
  isCut: boolean;
}

/** The groups of a range in the order of their numbers. */
async function collect(
  batches: AsyncIterable<readonly NumberedLine[]>,
  { from, to, groupBytes }: NumberRange & { readonly groupBytes: number },
): Promise<HeldGroup[]> {
  const groups = new Map<number, HeldGroup>();
  for await (const lines of batches) {
    for (const { number, bytes } of lines) {
      if (number < from || number >= to) continue;
      const group = groups.get(number) ?? { lines: [], bytes: 0, isCut: false };
      groups.set(number, group);
      group.bytes += bytes.length;
      if (group.bytes > groupBytes && group.lines.length > 0) group.isCut = true;
      else group.lines.push(bytes.toString());
    }
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

/** Two groups whose hashes are the same by chance have one number, but not one name. */
function separate({ lines, isCut }: HeldGroup): PartGroup[] {
  const groups = new Map<string, PlacedPart[]>();
  for (const line of lines) {
    const part = parsePartLine(line);
    const name = `${part.format} ${part.group}`;
    const parts = groups.get(name) ?? [];
    parts.push(part);
    groups.set(name, parts);
  }
  return [...groups.values()].map((parts) => ({ parts, isCut }));
}
