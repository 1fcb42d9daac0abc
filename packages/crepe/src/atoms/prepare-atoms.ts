import { InputError, UsageError } from "@observatory/core";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Item } from "../benchmark/item.ts";
import { loadBenchmark } from "../benchmark/load-benchmark.ts";
import { writeBenchmark } from "../benchmark/write-benchmark.ts";
import { drawImages } from "../benchmark/write-images.ts";
import type { EvaluatedRows } from "../evaluate/load-evaluated-rows.ts";
import { loadEvaluatedRows } from "../evaluate/load-evaluated-rows.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { WorldScene } from "../world/world-scene.ts";
import { drawAtomScenes, worldAtoms } from "./draw-atom-scenes.ts";
import { makeAtomItems, probesPerAtom } from "./make-atom-items.ts";

/** Where the probes of a benchmark's atoms and their results stand, beside its own `results/`. */
export function toAtomsDirectory(out: string): string {
  return join(out, "atoms");
}

/** Where the images stand that were drawn for probes. */
export function toAtomImages(out: string): string {
  return join(toAtomsDirectory(out), "images");
}

/**
 * Makes the probes of the atoms that items name ({@link makeAtomItems}), a benchmark of its own in `atoms/`, with the images
 * of the first; those that are there are taken as they are. Of drawn scenes all atoms of the drawn world are asked for, and
 * what too few images show is drawn anew, each thing alone, into `atoms/images/` ({@link drawAtomScenes}). Throws UsageError
 * where items have no graphs, InputError where no two atoms can be told apart.
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
    const { items, drawn } = makeProbes(rows, seed);
    if (items.length === 0)
      throw new InputError("no atom of the captions can be shown without another", {
        hint: "The gate needs images of which some lack what others show.",
      });
    for await (const _ of drawImages(drawn, toAtomImages(out), { signal }));
    const name = `atoms of ${benchmark.name}`;
    await writeBenchmark(
      directory,
      { name, version: "2", source: "atoms", set: "atoms", seed, strict: false },
      items,
    );
  }
  const { record } = await loadBenchmark(directory);
  if (record.set !== "atoms")
    throw new InputError(`${directory} is no set of atoms`, { hint: "Move it away." });
  return loadEvaluatedRows([directory], { signal });
}

function makeProbes(
  rows: readonly RetrievalRow[],
  seed: number,
): { readonly items: readonly Item[]; readonly drawn: readonly WorldScene[] } {
  if (!rows.every(({ item }) => item?.scene !== undefined))
    return { items: makeAtomItems(rows, { seed }), drawn: [] };
  const counts = new Map<string, number>();
  for (const { negatives } of makeAtomItems(rows, { seed, atoms: worldAtoms })) {
    const { from = "" } = negatives[0]?.edit ?? {};
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  const rare = worldAtoms.filter(({ word }) => (counts.get(word) ?? 0) < probesPerAtom);
  const scenes = drawAtomScenes(rare, { seed, perAtom: probesPerAtom });
  const more = scenes.map(({ file, graph }) => ({ file, scene: graph, closedWorld: true }));
  const items = makeAtomItems(rows, { seed, atoms: worldAtoms, more });
  const used = new Set(items.map(({ image }) => image.file));
  return { items, drawn: scenes.filter(({ file }) => used.has(file)) };
}
