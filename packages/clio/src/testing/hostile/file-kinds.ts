import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createZip, type ZipEntryContent } from "../create-zip.ts";
import { cut, damage, toUtf16 } from "./damage-bytes.ts";

/** What a file is made from. */
export interface FileSeed {
  /** The records in two halves, each with its line ends. */
  readonly halves: readonly [Buffer, Buffer];
  readonly at: number;
  readonly size: number;
}

export interface FileKind {
  /** Whether everything sound in the records is still to be found. */
  readonly keeps: boolean;
  /** The bytes of the file. */
  readonly pack: (seed: FileSeed) => Uint8Array;
  /** What else is to stand beside it, in a directory that is then the input. */
  readonly surround?: (directory: string) => void;
}

const whole = ({ halves }: FileSeed): Buffer => Buffer.concat(halves);
const keep = (pack: FileKind["pack"]): FileKind => ({ keeps: true, pack });
const lose = (pack: FileKind["pack"]): FileKind => ({ keeps: false, pack });
const entry = (seed: FileSeed, more: Partial<ZipEntryContent> = {}): ZipEntryContent => ({
  name: "chats.jsonl",
  content: whole(seed),
  ...more,
});
const zeros = Buffer.alloc(4 * 1024 * 1024);

/** Kinds of files that hold records, sound and malformed ones alike. */
export const fileKinds = {
  plain: keep(whole),
  "without a line end at its end": keep((seed) => whole(seed).subarray(0, -1)),
  "cut anywhere": lose((seed) => cut(whole(seed), seed.at)),
  "with line ends of Windows": keep((seed) => toCrLf(whole(seed))),
  "with a byte order mark": keep((seed) => Buffer.concat([Buffer.from("\uFEFF"), whole(seed)])),
  "with NUL padding": keep((seed) => Buffer.concat([whole(seed), Buffer.alloc(seed.size % 9000)])),
  "in UTF-16, little-endian": keep((seed) => toUtf16(whole(seed))),
  "in UTF-16, big-endian": keep((seed) => toUtf16(whole(seed)).swap16()),
  "in UTF-16, cut in a character": lose((seed) => cut(toUtf16(whole(seed)), seed.at | 1)),
  gzip: keep((seed) => gzipSync(whole(seed))),
  "gzip in members": keep(({ halves }) => Buffer.concat(halves.map((half) => gzipSync(half)))),
  "gzip cut anywhere": lose((seed) => cut(gzipSync(whole(seed)), seed.at)),
  "gzip with damage": lose((seed) => damage(gzipSync(whole(seed)), seed.at, seed.size)),
  "gzip with more behind it": keep((seed) => Buffer.concat([gzipSync(whole(seed)), Buffer.from("more")])),
  "gzip that is a bomb": keep((seed) => Buffer.concat([gzipSync(whole(seed)), gzipSync(zeros)])),
  "gzip in gzip": lose((seed) => gzipSync(gzipSync(whole(seed)))),
  "zstd that is none": lose((seed) => Buffer.concat([Buffer.from("28b52ffd", "hex"), whole(seed)])),
  "Parquet that is none": lose((seed) =>
    Buffer.concat([Buffer.from("PAR1"), whole(seed), Buffer.from("PAR1")]),
  ),
  zip: keep((seed) => createZip([entry(seed)])),
  "zip of zip64": keep((seed) => createZip([entry(seed, { zip64: true })])),
  "zip with stored entries": keep((seed) => createZip([entry(seed, { method: 0 })])),
  "zip of several": keep(({ halves }) =>
    createZip(halves.map((content, i) => ({ name: `part-${i}.jsonl`, content }))),
  ),
  "zip with one name for all": keep(({ halves }) =>
    createZip(halves.map((content) => ({ name: "chats.jsonl", content }))),
  ),
  "zip that would write elsewhere": keep((seed) =>
    createZip([
      entry(seed, { name: "../../../tmp/\u001b[2Jslip.jsonl" }),
      entry(seed, { name: "/", content: "" }),
    ]),
  ),
  "zip with what is left out": keep((seed) =>
    createZip([
      { name: "__MACOSX/._chats.jsonl", content: "x" },
      { name: "link.jsonl", content: "/etc/passwd", unixMode: 0o120777 },
      { name: "secret.jsonl", content: "x", flags: 1 },
      entry(seed),
      { name: "odd.jsonl", content: "x", method: 99 },
      { name: "inner.zip", content: createZip([entry(seed)]) },
    ]),
  ),
  "zip with gzip in it": keep((seed) => createZip([entry(seed, { content: gzipSync(whole(seed)) })])),
  "zip with a bomb in it": keep((seed) => createZip([entry(seed), { name: "bomb.jsonl", content: zeros }])),
  "zip with a wrong checksum": keep((seed) => createZip([entry(seed, { crc32: seed.size })])),
  "zip with a wrong size": keep((seed) => createZip([entry(seed, { statedBytes: seed.size })])),
  "zip with data that is cut": lose((seed) => {
    const { content } = entry(seed);
    return createZip([entry(seed, { packed: cut(gzipSync(content).subarray(10, -8), seed.at) })]);
  }),
  "zip cut anywhere": lose((seed) => cut(createZip([entry(seed)]), seed.at)),
  "zip of a stream": keep((seed) => createZip([entry(seed, { isStream: true })])),
  "zip of a stream, cut anywhere": lose(({ halves, at }) =>
    cut(createZip(halves.map((content, i) => ({ name: `part-${i}.jsonl`, content, isStream: true }))), at),
  ),
  "zip without its directory": keep((seed) => {
    const zip = createZip([entry(seed), entry(seed, { isStream: true }), { name: "last", content: "" }]);
    return zip.subarray(0, zip.lastIndexOf("PK\u0001\u0002"));
  }),
  "zip with damage": lose((seed) => damage(createZip([entry(seed), entry(seed)]), seed.at, seed.size)),
  "zip with a damaged directory": lose((seed) => {
    const zip = createZip([entry(seed), entry(seed)]);
    return damage(zip, zip.length - 1 - (seed.at % Math.min(zip.length, 150)), seed.size);
  }),
  "zip without entries": lose(() => createZip([])),
  "zip in zip": lose((seed) => createZip([{ name: "inner.zip", content: createZip([entry(seed)]) }])),
  "among links": {
    keeps: true,
    pack: whole,
    surround: (directory) => {
      mkdirSync(join(directory, "d"));
      symlinkSync("..", join(directory, "d", "loop"));
      symlinkSync("/", join(directory, "outside"));
      symlinkSync("nowhere", join(directory, "broken"));
      symlinkSync("itself", join(directory, "itself"));
      writeFileSync(join(directory, ".hidden"), "x");
      writeFileSync(join(directory, "name\n\u001b[2J"), "");
    },
  },
} as const satisfies Readonly<Record<string, FileKind>>;

export type FileKindName = keyof typeof fileKinds;

export const fileKindNames = Object.keys(fileKinds) as readonly FileKindName[]; // keys of a literal are its names

function toCrLf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1").replaceAll("\n", "\r\n"), "latin1");
}
