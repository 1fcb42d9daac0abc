import { UsageError } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { negativeTypesOf, type RetrievalRow } from "./retrieval-row.ts";
import {
  productivityColumns,
  systematicityColumns,
  toCsvLine,
  toProductivityLine,
  toSystematicityLine,
  type CrepeLineOptions,
} from "./to-crepe-rows.ts";

export interface WriteCrepeOptions extends CrepeLineOptions {
  readonly signal?: AbortSignal;
}

/** One written file. */
export interface WrittenFile {
  readonly path: string;
  readonly rows: number;
}

/** Names that CREPE's systematicity files give the splits; its authors released no file for unseen atoms. */
const splitNames = { SC: "seen_compounds", UC: "unseen_compounds", UA: "unseen_atoms" } as const;

/**
 * Writes rows as CREPE's productivity files, in the folders that its scripts expect:
 * `<directory>/<type>/prod_vg_hard_negs_<type>_complexity_<n>.csv`, one row a caption and type of negatives.
 *
 * The files are read by pandas and `ast.literal_eval`. Row order is kept. Rows without n, and negatives without type,
 * are left out. Gives the files by name. Throws StateError.
 */
export function writeCrepeProductivity(
  rows: AsyncIterable<RetrievalRow> | Iterable<RetrievalRow>,
  directory: string,
  options: WriteCrepeOptions = {},
): Promise<readonly WrittenFile[]> {
  return writeFiles(rows, directory, productivityColumns, options, (row) =>
    negativeTypesOf(row).flatMap((type) => {
      if (type === null || row.n === undefined) return [];
      const name = toSafeName(type);
      const path = join(name, `prod_vg_hard_negs_${name}_complexity_${row.n}.csv`);
      return [{ path, line: toProductivityLine(row, type, options) }];
    }),
  );
}

/**
 * Writes rows as CREPE's systematicity files: `<directory>/syst_vg_hard_negs_<split>_in_<training set>.csv`, each row
 * once per training set of its `split`; rows without split are left out. Gives the files by name. Throws StateError.
 */
export function writeCrepeSystematicity(
  rows: AsyncIterable<RetrievalRow> | Iterable<RetrievalRow>,
  directory: string,
  options: WriteCrepeOptions = {},
): Promise<readonly WrittenFile[]> {
  return writeFiles(rows, directory, systematicityColumns, options, (row) =>
    Object.entries(row.split ?? {}).map(([trainingSet, { split }]) => ({
      path: `syst_vg_hard_negs_${splitNames[split]}_in_${toSafeName(trainingSet)}.csv`,
      line: toSystematicityLine(row, options),
    })),
  );
}

async function writeFiles(
  rows: AsyncIterable<RetrievalRow> | Iterable<RetrievalRow>,
  directory: string,
  columns: readonly string[],
  options: WriteCrepeOptions,
  toLines: (row: RetrievalRow) => readonly { readonly path: string; readonly line: string }[],
): Promise<readonly WrittenFile[]> {
  const files = new Map<string, string[]>();
  for await (const row of rows) {
    options.signal?.throwIfAborted();
    for (const { path, line } of toLines(row)) {
      const lines = files.get(path);
      if (lines === undefined) files.set(path, [line]);
      else lines.push(line);
    }
  }
  const written: WrittenFile[] = [];
  for (const [path, lines] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    options.signal?.throwIfAborted();
    const full = join(directory, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFileAtomic(full, [toCsvLine(columns), ...lines].join(""));
    written.push({ path: full, rows: lines.length });
  }
  return written;
}

function toSafeName(name: string): string {
  if (/^[\w][\w.-]{0,99}$/u.test(name)) return name;
  throw new UsageError("a type of negatives or a training set cannot be part of a file name", {
    hint: "Use letters, digits, dots, dashes and underscores only.",
  });
}
