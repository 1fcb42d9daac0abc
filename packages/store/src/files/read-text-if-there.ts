import { readFile } from "node:fs/promises";
import { fileErrorCode, withFileErrors } from "./file-errors.ts";

/** The text of a file; null where there is none. Throws StateError. */
export async function readTextIfThere(path: string): Promise<string | null> {
  return withFileErrors("read", path, async () => {
    try {
      return await readFile(path, "utf8");
    } catch (error) {
      if (fileErrorCode(error) === "ENOENT") return null;
      throw error;
    }
  });
}
