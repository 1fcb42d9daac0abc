import { PrivacyError, sha256 } from "@observatory/core";
import { createMatrix } from "@observatory/numerics";
import {
  createVectorWriter,
  defineColumns,
  readShards,
  readVectors,
  writeFileAtomic,
  writeShards,
  type RowOf,
} from "@observatory/store";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import type { CellCounts } from "../analysis/cell-counts.ts";
import type { CellNames, EarlierCell, EarlierCells } from "../privacy/hold-counts.ts";
import type { EarlierBounds } from "../privacy/cell-bounds.ts";
import type { EarlierTable } from "../privacy/protect-cells.ts";
import { subjectColumns, type SubjectSums } from "./cluster-subjects.ts";
import { loadPrivateJson } from "./private-json.ts";

const count = z.number().nonnegative();

const snapshotSchema = z.strictObject({
  /** What the release was made with, besides the input. */
  settings: z.string(),
  /** What its names depended on besides the conversations. */
  namedBy: z.string(),
  embedder: z.string(),
  dimensions: z.number().int(),
  roundTo: count,
  /** Every cluster, withheld ones too, parents first. */
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      level: z.number().int(),
      parent: z.number().int().nullable(),
      bases: z.array(z.number().int()),
      shown: z.boolean(),
      /** Whether a release of the project ever showed it. */
      everShown: z.boolean(),
      /** At most so many accounts came or went since it got its name. */
      moved: count,
    }),
  ),
  /** Requests of each base. */
  sizes: z.array(z.number().int()),
  /** What is withheld of each family, by the parent's id, empty at the top: exact conversations as they were published. */
  withheld: z.record(z.string(), z.strictObject({ exact: count, published: count })),
  /** Exact, as they were published. */
  routes: z.strictObject({ semantic: count, lexical: count }),
  columns: z.array(z.string()),
});

/** What is kept of a release to compare the next one with. Private. */
export type Snapshot = z.infer<typeof snapshotSchema>;

const cellColumns = defineColumns({
  row: "text",
  column: "text",
  conversations: "integer",
  accounts: "integer",
  key: "integer",
  countedConversations: "integer",
  countedAccounts: "integer",
});
const memberColumns = defineColumns({ key: "integer", account: "text", base: "integer" });
/** What the project's releases say of the cells (or groups) of their tables; `high` is -1 where it has no end. */
const boundColumns = defineColumns({
  table: "text",
  isGroup: "boolean",
  low: "integer",
  high: "integer",
  need: "integer",
});
const accountColumns = defineColumns({ account: "text", fingerprint: "text" });

export type SnapshotMember = RowOf<typeof memberColumns>;

/** What a snapshot is made of. */
export interface SnapshotParts {
  readonly snapshot: Snapshot;
  readonly cells: { readonly counts: CellCounts; readonly names: CellNames };
  readonly members: AsyncIterable<SnapshotMember>;
  readonly accounts: ReadonlyMap<string, string>;
  readonly subjects: SubjectSums;
  readonly tables: ReadonlyMap<string, EarlierTable>;
}

/** Where in a snapshot the release's own files lie. */
export const releaseDirectory = "release";

const hashesFile = "files.json";
const hashesSchema = z.record(z.string(), z.string());

/** Writes a snapshot into an own directory; what of the release belongs there is put in before. */
export async function writeSnapshot(
  directory: string,
  { snapshot, cells, members, accounts, subjects, tables }: SnapshotParts,
  signal: AbortSignal,
): Promise<void> {
  await writeShards(join(directory, "cells"), cellColumns, listCells(cells.counts, cells.names), { signal });
  await writeShards(join(directory, "bounds"), boundColumns, listBounds(tables), { signal });
  await writeShards(join(directory, "members"), memberColumns, members, { signal });
  const list = [...accounts].map(([account, fingerprint]) => ({ account, fingerprint }));
  await writeShards(join(directory, "accounts"), accountColumns, list, { signal });
  await using writer = await createVectorWriter(join(directory, "subjects.f32"), subjects.rows.columns);
  await writer.append(subjects.rows.data);
  await writer.finish();
  await writeFileAtomic(join(directory, "snapshot.json"), JSON.stringify(snapshot));
  await writeFileAtomic(join(directory, hashesFile), JSON.stringify(await hashFiles(directory)));
}

/** What a snapshot is known by. */
export async function hashSnapshot(directory: string): Promise<string> {
  return sha256(await readFile(join(directory, hashesFile)));
}

export interface LoadedSnapshot {
  readonly snapshot: Snapshot;
  readonly readCells: () => Promise<EarlierCells>;
  readonly readTables: () => Promise<ReadonlyMap<string, EarlierTable>>;
  readonly readMembers: () => AsyncIterable<SnapshotMember>;
  readonly readAccounts: () => Promise<ReadonlyMap<string, string>>;
  readonly readSubjects: () => Promise<SubjectSums>;
}

/** Reads a snapshot. Throws PrivacyError where it is not the one with this hash: without it nothing can be held. */
export async function loadSnapshot(
  directory: string,
  hash: string,
  signal: AbortSignal,
): Promise<LoadedSnapshot> {
  await assertWhole(directory, hash);
  const snapshot = await loadPrivateJson(join(directory, "snapshot.json"), snapshotSchema);
  return {
    snapshot,
    readCells: async () => {
      const rows = new Map<string, Map<string, EarlierCell>>();
      for (const { id } of snapshot.nodes) rows.set(id, new Map());
      rows.set("", new Map());
      for await (const { row, column, ...cell } of readShards(join(directory, "cells"), cellColumns, {
        signal,
      })) {
        rows.get(row)?.set(column, cell);
      }
      return { columns: new Set(snapshot.columns), rows };
    },
    readTables: async () => {
      const rows = new Map<string, { cells: EarlierBound[]; groups: EarlierBound[] }>();
      for await (const { table, isGroup, ...bound } of readShards(join(directory, "bounds"), boundColumns, {
        signal,
      })) {
        const parts = rows.get(table) ?? { cells: [], groups: [] };
        parts[isGroup ? "groups" : "cells"].push(bound);
        rows.set(table, parts);
      }
      return new Map(
        [...rows].map(([table, { cells, groups }]) => [
          table,
          { cells: toBounds(cells), groups: toBounds(groups) },
        ]),
      );
    },
    readMembers: () => readShards(join(directory, "members"), memberColumns, { signal }),
    readAccounts: async () => {
      const accounts = new Map<string, string>();
      for await (const { account, fingerprint } of readShards(join(directory, "accounts"), accountColumns, {
        signal,
      })) {
        accounts.set(account, fingerprint);
      }
      return accounts;
    },
    readSubjects: async () => {
      const shape = createMatrix(snapshot.sizes.length, subjectColumns(snapshot.dimensions));
      const data = await readVectors(join(directory, "subjects.f32"), shape, { signal });
      return { rows: { ...shape, data }, dimensions: snapshot.dimensions };
    },
  };
}

async function assertWhole(directory: string, hash: string): Promise<void> {
  const broken = new PrivacyError(`what is kept of the last release in ${directory} is missing or damaged`, {
    hint: "Restore the project's directory from a copy. Without it nothing protects the last release from the next.",
  });
  const text = await readFile(join(directory, hashesFile), "utf8").catch(() => "");
  if (sha256(text) !== hash) throw broken;
  const listed = await loadPrivateJson(join(directory, hashesFile), hashesSchema);
  const found = await hashFiles(directory);
  if (Object.keys(listed).length !== Object.keys(found).length) throw broken;
  for (const [file, digest] of Object.entries(listed)) if (found[file] !== digest) throw broken;
}

/** All files below, but for the list itself. */
async function hashFiles(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== hashesFile)
    .map((entry) => join(entry.parentPath, entry.name));
  const hashes: Record<string, string> = {};
  for (const path of paths.toSorted()) hashes[relative(directory, path)] = sha256(await readFile(path));
  return hashes;
}

interface EarlierBound {
  readonly low: number;
  readonly high: number;
  readonly need: number;
}

function toBounds(bounds: readonly EarlierBound[]): EarlierBounds {
  return {
    low: Float64Array.from(bounds, ({ low }) => low),
    high: Float64Array.from(bounds, ({ high }) => (high < 0 ? Infinity : high)),
    need: Float64Array.from(bounds, ({ need }) => need),
  };
}

function* listBounds(tables: ReadonlyMap<string, EarlierTable>) {
  for (const [table, { cells, groups }] of tables) {
    for (const [isGroup, { low, high, need }] of [
      [false, cells],
      [true, groups],
    ] as const) {
      for (const at of low.keys()) {
        const top = high[at] ?? Infinity;
        yield {
          table,
          isGroup,
          // Whole thousandths, on the careful side.
          low: Math.ceil(low[at] ?? 0),
          high: top === Infinity ? -1 : Math.floor(top),
          need: Math.ceil(need[at] ?? 0),
        };
      }
    }
  }
}

function* listCells(counts: CellCounts, { rows, columns }: CellNames) {
  for (const [row, name] of rows.entries()) {
    for (const [column, label] of columns.entries()) {
      const at = row * counts.columns + column;
      const conversations = counts.conversations[at] ?? 0;
      if (conversations === 0) continue;
      yield {
        row: name,
        column: label,
        conversations,
        accounts: counts.accounts[at] ?? 0,
        key: counts.keys[at] ?? 0,
        countedConversations: counts.countedConversations[at] ?? 0,
        countedAccounts: counts.countedAccounts[at] ?? 0,
      };
    }
  }
}
