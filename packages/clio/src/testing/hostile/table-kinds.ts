import { gzipSync } from "node:zlib";
import { cut, damage, toUtf16 } from "./damage-bytes.ts";

/** What a file of a table is made from. */
export interface TableSeed {
  /** The first row, without its line end. */
  readonly header: string;
  /** The rows below it, sound and malformed ones in turn, without line ends. */
  readonly rows: readonly Buffer[];
  readonly delimiter: string;
  readonly at: number;
  readonly size: number;
}

export interface TableKind {
  /** Whether every sound row is still to be found. */
  readonly keeps: boolean;
  readonly pack: (seed: TableSeed) => Uint8Array;
}

const whole = ({ header, rows }: TableSeed, end = "\n"): Buffer =>
  Buffer.concat([header, ...rows].flatMap((row) => [Buffer.from(row), Buffer.from(end)]));
const keep = (pack: TableKind["pack"]): TableKind => ({ keeps: true, pack });
const lose = (pack: TableKind["pack"]): TableKind => ({ keeps: false, pack });

/** Kinds of text files that hold a table. */
export const tableKinds = {
  plain: keep((seed) => whole(seed)),
  "without a line end at its end": keep((seed) => whole(seed).subarray(0, -1)),
  "with line ends of Windows": keep((seed) => whole(seed, "\r\n")),
  "with line ends of old Macs": lose((seed) => whole(seed, "\r")),
  "with line ends in turn": keep(({ header, rows, at }) =>
    Buffer.concat(
      [header, ...rows].flatMap((row, i) => [
        Buffer.from(row),
        Buffer.from((at >> (i % 16)) & 1 ? "\r\n" : "\n"),
      ]),
    ),
  ),
  "with blank lines": keep((seed) =>
    Buffer.from(`\n\r\n${whole(seed).toString("latin1").replaceAll("\n", "\n\n")}`, "latin1"),
  ),
  "with a byte order mark": keep((seed) => Buffer.concat([Buffer.from("\uFEFF"), whole(seed)])),
  "in UTF-16, little-endian": keep((seed) => toUtf16(whole(seed))),
  "in UTF-16, big-endian": keep((seed) => toUtf16(whole(seed)).swap16()),
  "in UTF-16, cut in a character": lose((seed) => cut(toUtf16(whole(seed)), seed.at | 1)),
  "with NUL padding": keep((seed) => Buffer.concat([whole(seed), Buffer.alloc(seed.size % 9000)])),
  "without its first row": lose((seed) => whole({ ...seed, header: "" }).subarray(1)),
  "with one name for all columns": lose((seed) =>
    whole({ ...seed, header: seed.header.replaceAll(/\w+/gu, "x") }),
  ),
  "with names twice": keep((seed) =>
    whole({ ...seed, header: `${seed.header}${seed.delimiter}uid${seed.delimiter}uid` }),
  ),
  "with columns without names": keep((seed) =>
    whole({ ...seed, header: `${seed.header}${seed.delimiter.repeat(1 + (seed.size % 20))}` }),
  ),
  "with a first row that is cut": lose((seed) =>
    whole({ ...seed, header: seed.header.slice(0, seed.at % seed.header.length) }),
  ),
  "with thousands of columns": keep((seed) => {
    const more = Array.from({ length: seed.size % 9990 }, (_, i) => `${seed.delimiter}column_${i}`);
    return whole({ ...seed, header: seed.header + more.join("") });
  }),
  "with more columns than are read": lose((seed) => {
    const more = Array.from({ length: 10_000 + (seed.size % 50_000) }, (_, i) => `${seed.delimiter}c${i}`);
    return whole({ ...seed, header: seed.header + more.join("") });
  }),
  "with a delimiter that changes": lose((seed) => {
    const [header, ...rows] = whole(seed).toString("latin1").split("\n");
    return Buffer.from([header, rows.join("\n").replaceAll(seed.delimiter, "|")].join("\n"), "latin1");
  }),
  "cut anywhere": lose((seed) => cut(whole(seed), seed.at)),
  "with damage": lose((seed) => damage(whole(seed), seed.at, seed.size)),
  gzip: keep((seed) => gzipSync(whole(seed))),
  "gzip cut anywhere": lose((seed) => cut(gzipSync(whole(seed)), seed.at)),
} as const satisfies Readonly<Record<string, TableKind>>;

export type TableKindName = keyof typeof tableKinds;

export const tableKindNames = Object.keys(tableKinds) as readonly TableKindName[]; // keys of a literal are its names
