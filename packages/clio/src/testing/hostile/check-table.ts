import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { parseColumnMap, type ColumnMap } from "../../import/mapping/column-map.ts";
import { importAll } from "../import-all.ts";
import { countMissing, importTwice, isAnswer } from "./check-import.ts";
import { soundMap, toSoundTable, toTableBytes, type HostileTable } from "./hostile-table.ts";
import { hostileLimits } from "./hostile-file.ts";

/** So that a cell of megabytes is longer than a record may be. */
const limits = { ...hostileLimits, recordBytes: 1024 * 1024 };

/**
 * Imports a hostile table twice and its sound rows alone, and returns which promises of an import were broken, in words; none
 * where all were kept.
 */
export async function checkTable({ table, map: text }: HostileTable): Promise<string[]> {
  const map = readMap(text);
  if (typeof map === "string") return map === "" ? [] : [map];
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "x");
  writeFileSync(path, await toTableBytes(table));
  const options = { limits, workDirectory: directory.path, ...(map === null ? {} : { map }) };
  const { outcome, broken } = await importTwice(path, options);
  const sound = text === soundMap(table) ? await toSoundTable(table) : null;
  if (sound !== null) {
    const soundPath = join(directory.path, "sound");
    writeFileSync(soundPath, sound);
    const wanted = await importAll(soundPath, options);
    const missing = countMissing(wanted.conversations, outcome.conversations);
    if (missing > 0) broken.push(`${missing} of ${wanted.conversations.length} sound rows are missing`);
  }
  return broken;
}

/** The map; or what is wrong with its refusal, and nothing where it is refused as it should be. */
function readMap(text: string | null): ColumnMap | null | string {
  if (text === null) return null;
  try {
    return parseColumnMap(text);
  } catch (error) {
    return error instanceof UsageError && isAnswer(error) ? "" : `the map ended with ${String(error)}`;
  }
}
