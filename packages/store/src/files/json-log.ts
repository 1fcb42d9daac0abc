import { parseJson, type Json } from "@observatory/core";
import { open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ensurePrivateDirectory } from "./ensure-private-directory.ts";
import { fileErrorCode, withFileErrors } from "./file-errors.ts";
import { syncDirectory } from "./sync-directory.ts";

export interface JsonLog {
  /** What the file held when it was opened, in order; lines that are not JSON, such as a torn last one, are left out. */
  readonly entries: readonly unknown[];
  /** Appends an entry; it is on disk when this returns. Throws StateError. */
  append(entry: Json): Promise<void>;
}

/** Opens a private file of JSON lines that only grows. One process at a time; the file begins with its first entry. */
export async function openJsonLog(path: string): Promise<JsonLog> {
  await ensurePrivateDirectory(dirname(path));
  const text = await withFileErrors("read", path, () => readIfThere(path));
  // A torn line is ended first, so that the next entry stands on a line of its own.
  let isTorn = text !== "" && !text.endsWith("\n");
  let last: Promise<unknown> = Promise.resolve();
  const append = (entry: Json): Promise<void> =>
    withFileErrors("write", path, async () => {
      const file = await open(path, "a", 0o600);
      try {
        await file.appendFile(`${isTorn ? "\n" : ""}${JSON.stringify(entry)}\n`);
        await file.datasync();
        isTorn = false;
      } catch (error) {
        isTorn = true;
        throw error;
      } finally {
        await file.close();
      }
      await syncDirectory(dirname(path));
    });
  return {
    entries: text.split("\n").flatMap((line) => {
      const json = parseJson(line);
      return json.ok ? [json.value] : [];
    }),
    append: (entry) => {
      const turn = last.then(() => append(entry));
      last = turn.catch(() => {});
      return turn;
    },
  };
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (fileErrorCode(error) === "ENOENT") return "";
    throw error;
  }
}
