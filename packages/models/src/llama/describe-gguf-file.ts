import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import { InputError } from "@observatory/core";

export interface GgufFile {
  /** The file's name without folder and ending, printable and bounded. */
  readonly name: string;
  /** Twelve hexadecimal digits that depend on the content, not on the place. */
  readonly hash: string;
}

/**
 * Looks at a GGUF file without loading it. Throws InputError where it is missing, or is no such file.
 *
 * The hash is of the size and of 64 blocks of 64 KB spread evenly from the first byte to the last: a file of many
 * gigabytes costs no more than a small one, and weights trained apart differ in every block.
 */
export async function describeGgufFile(file: string): Promise<GgufFile> {
  let handle: FileHandle;
  try {
    handle = await open(file);
  } catch (cause) {
    throw new InputError(`the model file ${file} cannot be opened`, {
      hint: "Give the path of a .gguf file that you may read.",
      cause,
    });
  }
  try {
    const stat = await handle.stat();
    const isGguf = stat.isFile() && (await read(handle, 0, 4)).toString("latin1") === "GGUF";
    if (!isGguf) {
      throw new InputError(`${file} is not a model in the GGUF format`, {
        hint: "Give the path of a .gguf file; other formats can be converted with the tools of llama.cpp.",
      });
    }
    return { name: toName(file), hash: await hashBlocks(handle, stat.size) };
  } finally {
    await handle.close();
  }
}

const blockBytes = 64 * 1024;
const blocks = 64;

async function hashBlocks(handle: FileHandle, size: number): Promise<string> {
  const hash = createHash("sha256").update(`${size}\n`);
  const last = Math.max(0, size - blockBytes);
  const count = Math.min(blocks, Math.ceil(size / blockBytes));
  for (let i = 0; i < count; i++) {
    const position = count === 1 ? 0 : Math.floor((last * i) / (count - 1));
    hash.update(await read(handle, position, blockBytes));
  }
  return hash.digest("hex").slice(0, 12);
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function toName(file: string): string {
  const name = basename(file).replace(/\.gguf$/iu, "");
  return name.replaceAll(/[^\w.-]+/gu, "_").slice(0, 80);
}
