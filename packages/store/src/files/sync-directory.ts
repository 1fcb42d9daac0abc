import { open } from "node:fs/promises";
import { fileErrorCode } from "./file-errors.ts";

/** Makes new names in a directory survive a power cut, where the platform can. */
export async function syncDirectory(path: string): Promise<void> {
  try {
    const directory = await open(path, "r");
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  } catch (error) {
    if (!cannotSyncDirectories.has(fileErrorCode(error) ?? "")) throw error;
  }
}

const cannotSyncDirectories = new Set(["EPERM", "EACCES", "EINVAL", "EISDIR", "ENOTSUP"]);
