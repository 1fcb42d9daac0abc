import { InputError, sha256 } from "@observatory/core";
import { listParquetImageColumns, readParquetImages, writeFileAtomic } from "@observatory/store";
import { mkdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { findFileKind } from "../interchange/find-file-kind.ts";

/**
 * Writes the images that stand in Parquet files of a benchmark, as the `datasets` library keeps them, to a directory, under
 * the names that their rows have; those that are there already stay. Gives how many there are. Throws InputError for a
 * file that cannot be read, and for two different images of one name.
 */
export async function extractImages(
  paths: readonly string[],
  directory: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<number> {
  const hashes = new Map<string, string>();
  for (const path of paths) {
    const isFile = (await stat(path).catch(() => null))?.isFile() === true;
    if (!isFile || (await findFileKind(path)) !== "parquet") continue;
    for (const column of await listParquetImageColumns(path, options)) {
      for await (const { name, bytes } of readParquetImages(path, column, options)) {
        const file = toFileName(name, bytes);
        const hash = sha256(bytes);
        const before = hashes.get(file);
        hashes.set(file, hash);
        if (before === undefined) await writeImage(join(directory, file), bytes);
        else if (before !== hash)
          throw new InputError(`${path}: two images are called ${file}`, {
            hint: "Write the images to a directory under names of their own, and name it: --images DIR.",
          });
      }
    }
  }
  return hashes.size;
}

async function writeImage(path: string, bytes: Uint8Array): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.size === bytes.length) return;
  await mkdir(join(path, ".."), { recursive: true });
  await writeFileAtomic(path, bytes);
}

/** The name without folders, with an extension: bytes say what they are. */
function toFileName(name: string, bytes: Uint8Array): string {
  const file = basename(name.replaceAll("\\", "/"));
  if (/\.(?:png|jpe?g|webp|gif|bmp|tiff?)$/iu.test(file)) return file;
  const extension = bytes[0] === 0x89 ? "png" : bytes[0] === 0x52 ? "webp" : "jpg";
  return `${file}.${extension}`;
}
