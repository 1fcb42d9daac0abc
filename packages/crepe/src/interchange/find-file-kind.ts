import { InputError } from "@observatory/core";
import { open } from "node:fs/promises";

/** What a file is that no benchmark can be read from, as the end of "it is ...", and what to do about it. */
export interface ForeignFile {
  readonly what: string;
  readonly hint: string;
}

const foreign: readonly (ForeignFile & { readonly start: RegExp })[] = [
  {
    start: /^PK\p{Cc}\p{Cc}/u,
    what: "a zip archive",
    hint: "Unpack it and name the file of captions that is in it.",
  },
  {
    start: /^\s*<(?:!doctype|html|\?xml)/iu,
    what: "a web page, not a benchmark",
    hint: "Fetch the file itself: the page may ask you to log in, to accept terms or to confirm.",
  },
  {
    start: /^version https:\/\/git-lfs/u,
    what: "a pointer of Git LFS, not the file",
    hint: "Fetch the file with `git lfs pull`.",
  },
  {
    start: /^(?:\x89PNG|\u00ff\u00d8\u00ff|GIF8|RIFF)/u,
    what: "an image",
    hint: "Name the file of captions; images are named by --images DIR.",
  },
];

/** Looks at the first bytes of a file; null for text, gzip'd or not. Throws InputError where it cannot be opened. */
export async function findFileKind(path: string): Promise<"parquet" | ForeignFile | null> {
  const head = await readHead(path);
  if (head.startsWith("PAR1")) return "parquet";
  return foreign.find(({ start }) => start.test(head)) ?? null;
}

/** Bytes as characters of the same numbers. */
async function readHead(path: string): Promise<string> {
  try {
    await using file = await open(path, "r");
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead).toString("latin1");
  } catch (cause) {
    throw new InputError(`cannot read ${path}`, { hint: "Check the path and its permissions.", cause });
  }
}
