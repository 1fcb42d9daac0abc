import { UsageError } from "@observatory/core";
import { readFile } from "node:fs/promises";

/** The text of a file that a flag names. Throws UsageError that says which of them cannot be read. */
export async function readTextFile(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new UsageError(`the ${what} in ${path} cannot be read`, { hint: "Check the path.", cause });
  }
}
