import { parseJson, type Json } from "@observatory/core";
import { dirname } from "node:path";
import { appendDurably } from "./append-durably.ts";
import { ensurePrivateDirectory } from "./ensure-private-directory.ts";
import { readTextIfThere } from "./read-text-if-there.ts";

export interface JsonLog {
  /** What the file held when it was opened, in order; lines that are not JSON, such as a torn last one, are left out. */
  readonly entries: readonly unknown[];
  /** Appends an entry; it is on disk when this returns. Throws StateError. */
  append(entry: Json): Promise<void>;
}

/** Opens a private file of JSON lines that only grows. One process at a time; the file begins with its first entry. */
export async function openJsonLog(path: string): Promise<JsonLog> {
  await ensurePrivateDirectory(dirname(path));
  const text = (await readTextIfThere(path)) ?? "";
  // A torn line is ended first, so that the next entry stands on a line of its own.
  let isTorn = text !== "" && !text.endsWith("\n");
  let last: Promise<unknown> = Promise.resolve();
  const append = async (entry: Json): Promise<void> => {
    try {
      await appendDurably(path, `${isTorn ? "\n" : ""}${JSON.stringify(entry)}\n`, { mode: 0o600 });
      isTorn = false;
    } catch (error) {
      isTorn = true;
      throw error;
    }
  };
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
