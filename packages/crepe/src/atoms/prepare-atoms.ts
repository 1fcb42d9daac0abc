import { InputError, UsageError } from "@observatory/core";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { loadBenchmark } from "../benchmark/load-benchmark.ts";
import { writeBenchmark } from "../benchmark/write-benchmark.ts";
import type { EvaluatedRows } from "../evaluate/load-evaluated-rows.ts";
import { loadEvaluatedRows } from "../evaluate/load-evaluated-rows.ts";
import { makeAtomItems } from "./make-atom-items.ts";

/** Where the probes of a benchmark's atoms and their results stand, beside its own `results/`. */
export function toAtomsDirectory(out: string): string {
  return join(out, "atoms");
}

/**
 * Makes the probes of the atoms that items name ({@link makeAtomItems}), a benchmark of its own in `atoms/`, with the images
 * of the first; those that are there are taken as they are. Throws UsageError where items have no graphs, InputError
 * where no two atoms can be told apart.
 */
export async function prepareAtoms(
  { benchmark, rows }: EvaluatedRows,
  { out, seed, signal }: { readonly out: string; readonly seed: number; readonly signal?: AbortSignal },
): Promise<EvaluatedRows> {
  const directory = toAtomsDirectory(out);
  if ((await stat(join(directory, "benchmark.json")).catch(() => null)) === null) {
    if (!rows.some(({ item }) => item !== undefined))
      throw new UsageError("the gate needs items with graphs, which this benchmark does not have", {
        hint: "Generate one: observatory crepe generate --help.",
      });
    const items = makeAtomItems(rows, { seed });
    if (items.length === 0)
      throw new InputError("no atom of the captions can be shown without another", {
        hint: "The gate needs images of which some lack what others show.",
      });
    await mkdir(directory, { recursive: true });
    const name = `atoms of ${benchmark.name}`;
    await writeBenchmark(
      directory,
      { name, version: "1", source: "atoms", set: "atoms", seed, strict: false },
      items,
    );
  }
  const { record } = await loadBenchmark(directory);
  if (record.set !== "atoms")
    throw new InputError(`${directory} is no set of atoms`, { hint: "Move it away." });
  return loadEvaluatedRows([directory], { signal });
}
