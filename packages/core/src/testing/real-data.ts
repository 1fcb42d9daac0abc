import { createReadStream, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { parseJson } from "../json.ts";

/** The directory of third-party test data, or null where it is absent; tests then skip and say so. */
export function findRealData(): string | null {
  const root = new URL("../../../../", import.meta.url).pathname;
  const candidates = [process.env["OBSERVATORY_DATA"], resolve(root, "../shared/data")];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/** Path of one file of the test data, or null where it is absent. */
export function findRealFile(relative: string): string | null {
  const directory = findRealData();
  const path = directory === null ? null : join(directory, relative);
  return path !== null && existsSync(path) ? path : null;
}

/** The records of a gzip'd file of JSON lines, as `unknown`. */
export async function* readRealLines(path: string): AsyncGenerator<unknown> {
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()), crlfDelay: Infinity });
  for await (const line of lines) {
    const record = parseJson(line);
    if (record.ok) yield record.value;
  }
}
