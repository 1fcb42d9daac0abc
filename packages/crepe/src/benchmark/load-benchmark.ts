import { InputError, parseJson } from "@observatory/core";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { benchmarkSchema, itemSchema, type BenchmarkRecord, type Item } from "./item.ts";

/** A benchmark on disk. */
export interface LoadedBenchmark {
  readonly record: BenchmarkRecord;
  /**
   * Reads the items, one at a time, as often as asked. Throws InputError with file and line for one that is damaged,
   * and at the end where the file is not the one that was written.
   */
  readonly items: () => AsyncGenerator<Item>;
}

/** Opens a benchmark. Throws InputError where `benchmark.json` is missing or damaged. */
export async function loadBenchmark(directory: string): Promise<LoadedBenchmark> {
  const path = join(directory, "benchmark.json");
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new InputError(`${path} cannot be read`, {
      cause,
      hint: "Give the directory of a benchmark, as `crepe generate` writes it.",
    });
  });
  const json = parseJson(text);
  const record = benchmarkSchema.safeParse(json.ok ? json.value : null);
  if (!record.success) {
    const where = record.error.issues[0]?.path.join(".") ?? "";
    throw new InputError(`${path} is damaged${where === "" ? "" : ` at ${where}`}`, {
      hint: "Generate the benchmark again.",
    });
  }
  return {
    record: record.data,
    items: () => readItems(join(directory, "items.jsonl"), record.data.contentHash),
  };
}

/** Reads a file of items. Throws InputError with the line of one that is damaged, and at the end for another hash. */
export async function* readItems(path: string, contentHash: string): AsyncGenerator<Item> {
  const hash = createHash("sha256");
  const stream = createReadStream(path);
  stream.on("data", (chunk) => hash.update(chunk));
  let number = 0;
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      number++;
      const json = parseJson(line);
      const item = itemSchema.safeParse(json.ok ? json.value : null);
      if (!item.success)
        throw new InputError(
          `${path}, line ${number}: not an item${json.ok ? ` (${item.error.issues[0]?.path.join(".") ?? ""})` : ""}`,
        );
      yield item.data;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path} cannot be read`, { cause: error });
  } finally {
    stream.destroy();
  }
  if (hash.digest("hex") !== contentHash)
    throw new InputError(`${path} is not the file that benchmark.json describes`, {
      hint: "Generate the benchmark again.",
    });
}
