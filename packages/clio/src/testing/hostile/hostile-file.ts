import type { Json } from "@observatory/core";
import * as fc from "fast-check";
import { formatNames, type FormatName } from "../../names.ts";
import { formatExamples } from "../format-examples.ts";
import { fileKindNames, fileKinds, type FileKindName } from "./file-kinds.ts";
import { recordKindNames, recordKinds, type RecordKind } from "./record-kinds.ts";
import { varyRecord } from "./vary-record.ts";

/** A malformed record by its kind and the numbers that it is made from. */
export interface HostileRecord {
  readonly kind: RecordKind;
  readonly at: number;
  readonly size: number;
  readonly value: Json;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly foreign: FormatName;
}

/** A file of malformed records, each between two sound ones. */
export interface HostileFile {
  readonly format: FormatName;
  /** Whether the reader is told the format. */
  readonly isTold: boolean;
  /** Lines, an array with an element a line, or one that is a single line. */
  readonly layout: "lines" | "array" | "dense";
  readonly kind: FileKindName;
  readonly at: number;
  readonly size: number;
  readonly records: readonly HostileRecord[];
}

export interface HostileFileOptions {
  readonly minRecords?: number;
  readonly maxRecords?: number;
}

/**
 * Files of malformed records of all kinds among sound ones, in every format that there is. They shrink to fewer records,
 * to a plain file, and to small numbers.
 */
export function hostileFile({
  minRecords = 1,
  maxRecords = 20,
}: HostileFileOptions = {}): fc.Arbitrary<HostileFile> {
  const number = fc.nat(100_000);
  const record = fc.record({
    kind: fc.constantFrom(...recordKindNames),
    at: number,
    size: number,
    value: fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value)) as Json), // what is written
    text: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
    bytes: fc.uint8Array({ maxLength: 40 }),
    foreign: fc.constantFrom(...formatNames),
  });
  return fc.record({
    format: fc.constantFrom(...formatNames),
    isTold: fc.boolean(),
    layout: fc.constantFrom("lines" as const, "lines" as const, "array" as const, "dense" as const),
    // Half of them plain: what is in a file matters as much as how it is packed.
    kind: fc.oneof(fc.constant("plain" as const), fc.constantFrom(...fileKindNames)),
    at: number,
    size: number,
    records: fc.array(record, { minLength: minRecords, maxLength: maxRecords }),
  });
}

/** Numbers from here on are malformed records', below are sound ones'. */
const firstHostile = 500_000;

/** The sound records of a file, alone: one more than there are malformed ones. */
export function toSoundLines({ format, records }: Pick<HostileFile, "format" | "records">): Buffer {
  return Buffer.from(
    Array.from({ length: records.length + 1 }, (_, i) => `${soundRecord(format, i)}\n`).join(""),
  );
}

/**
 * Whether every sound record of the file must be found. On lines of their own they must; in an array only where every
 * malformed one is JSON, since brackets of several broken ones can make up what looks like one record.
 */
export function keepsAll(file: HostileFile): boolean {
  return fileKinds[file.kind].keeps && !mayBeBomb(file);
}

/** Whether a million brackets, packed, are as small as a bomb. */
function mayBeBomb(file: HostileFile): boolean {
  const [first, rest] = toHalves(file);
  const bytes = first.length + rest.length;
  return bytes > hostileLimits.unpackedBytes && toBytes(file).length * 200 < bytes;
}

/** Limits for imports of hostile files, so that a bomb of a few megabytes is one. */
export const hostileLimits = { unpackedBytes: 1024 * 1024 } as const;

/** The bytes of the file. */
export function toBytes(file: HostileFile): Uint8Array {
  const { kind, at, size } = file;
  return fileKinds[kind].pack({ halves: toHalves(file), at, size });
}

function toHalves({ records, format, layout }: HostileFile): readonly [Buffer, Buffer] {
  const parts: Buffer[] = [];
  const end = { lines: "\n", array: ",\n", dense: "," }[layout];
  for (const [i, record] of records.entries()) {
    parts.push(Buffer.from(soundRecord(format, i) + end));
    parts.push(Buffer.concat([Buffer.from(toMalformed(record, format, firstHostile + i)), Buffer.from(end)]));
  }
  const last = Buffer.from(soundRecord(format, records.length) + (layout === "dense" ? "" : "\n"));
  const middle = 2 * Math.floor(records.length / 2);
  const isArray = layout !== "lines";
  const [open, close] = isArray ? [layout === "array" ? "[\n" : "[", "]\n"] : ["", ""];
  const first = Buffer.concat([Buffer.from(open), ...parts.slice(0, middle)]);
  const rest = Buffer.concat([...parts.slice(middle), last, Buffer.from(close)]);
  // Half an array is no array.
  return isArray ? [Buffer.concat([first, rest]), Buffer.alloc(0)] : [first, rest];
}

function soundRecord(format: FormatName, number: number): string {
  return JSON.stringify(varyRecord(exampleOf(format), number));
}

function toMalformed(record: HostileRecord, format: FormatName, number: number): string | Uint8Array {
  const sound = varyRecord(exampleOf(format), number);
  return recordKinds[record.kind]({
    ...record,
    record: sound,
    twin: sound,
    foreign: exampleOf(record.foreign),
  });
}

function exampleOf(format: FormatName): Json {
  return JSON.parse(JSON.stringify(formatExamples[format])) as Json; // the literal as it would be read
}
