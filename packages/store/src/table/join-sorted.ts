import { StateError } from "@observatory/core";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ensurePrivateDirectory } from "../files/ensure-private-directory.ts";
import { temporaryPathFor } from "../files/temporary-files.ts";
import type { Columns, NameOf, RowOf } from "./columns.ts";
import type { ShardedTable } from "./map-shards.ts";
import { openDatabase, quoteName, readParquet } from "./open-database.ts";
import { streamChunks } from "./run-query.ts";
import { decodeChunk } from "./shard-file.ts";
import { loadManifest, shardPaths, toSummary, type ShardManifest } from "./shard-manifest.ts";
import { toOrderTerm, type OrderBy, type SortOptions } from "./sort-shards.ts";

export interface JoinOptions<Left extends Columns, Right extends Columns> extends SortOptions {
  readonly left: ShardedTable<Left>;
  readonly right: ShardedTable<Right>;
  /** A column that both have, or `row` where row i of one belongs to row i of the other. */
  readonly on: { readonly column: NameOf<Left> & NameOf<Right> } | "row";
  /** `left.<column>` or `right.<column>`, with ` desc` for descending; none: the order of `left`. */
  readonly orderBy?: readonly (`left.${OrderBy<Left>}` | `right.${OrderBy<Right>}`)[];
}

export interface JoinedRow<Left extends Columns, Right extends Columns> {
  readonly left: RowOf<Left>;
  readonly right: RowOf<Right>;
}

/**
 * Streams the pairs of rows of two finished tables that belong together, in a wanted order, out of core.
 *
 * Rows without a partner are left out; a column that repeats in one table gives every pair. Equal pairs keep the
 * order of `left`, then of `right`. Throws StateError, also where `on: "row"` meets tables of different lengths.
 *
 * @example
 * for await (const { left, right } of joinSorted({ left: facets, right: assignments, on: { column: "id" }, orderBy: ["right.cluster"] })) use(left, right);
 */
export async function* joinSorted<Left extends Columns, Right extends Columns>(
  options: JoinOptions<Left, Right>,
): AsyncGenerator<JoinedRow<Left, Right>> {
  const { left, right, on } = options;
  const leftManifest = await loadManifest(left.directory, left.columns);
  const rightManifest = await loadManifest(right.directory, right.columns);
  if (on === "row" && toSummary(leftManifest).rows !== toSummary(rightManifest).rows) {
    throw new StateError(
      `the tables ${left.directory} and ${right.directory} have different numbers of rows`,
      {
        hint: "Delete both directories and run the same command again: they are made anew.",
      },
    );
  }
  if (leftManifest.shards.length === 0 || rightManifest.shards.length === 0) return;

  const order = (options.orderBy ?? []).map((term) =>
    term.startsWith("left.") ? toOrderTerm(term.slice(5), "l.") : toOrderTerm(term.slice(6), "r."),
  );
  const selected = [...namesOf(left.columns, "l"), ...namesOf(right.columns, "r")].join(", ");
  const extra = on === "row" ? [] : [on.column];
  const from = [source(left, leftManifest, extra, "l"), source(right, rightManifest, extra, "r")];
  const joined =
    on === "row"
      ? from.join(" POSITIONAL JOIN ")
      : `${from.join(" JOIN ")} ON l.${quoteName(on.column)} = r.${quoteName(on.column)}`;
  const ties = ["l", "r"].flatMap((side) => [`${side}."#file"`, `${side}."#row"`]);
  const sql = `SELECT ${selected} FROM ${joined} ORDER BY ${[...order, ...ties].join(", ")}`;

  const temporaryDirectory = temporaryPathFor(join(left.directory, "join"));
  await ensurePrivateDirectory(temporaryDirectory);
  try {
    using database = await openDatabase({
      directories: [left.directory, right.directory],
      temporaryDirectory,
      memoryLimitMegabytes: options.memoryLimitMegabytes,
    });
    const rightColumn = Object.keys(left.columns).length;
    let firstRow = 0;
    for await (const chunk of streamChunks(database, sql, {
      doing: "join",
      path: left.directory,
      signal: options.signal,
    })) {
      const leftRows = decodeChunk(chunk, left.columns, { path: left.directory, firstColumn: 0, firstRow });
      const rightRows = decodeChunk(chunk, right.columns, {
        path: right.directory,
        firstColumn: rightColumn,
        firstRow,
      });
      firstRow += chunk.rowCount;
      for (const [index, leftRow] of leftRows.entries()) {
        const rightRow = rightRows[index];
        if (rightRow) yield { left: leftRow, right: rightRow };
      }
    }
  } finally {
    await rm(temporaryDirectory, { recursive: true, force: true });
  }
}

function namesOf(columns: Columns, alias: string): string[] {
  return Object.keys(columns).map((name) => `${alias}.${quoteName(name)}`);
}

function source(
  table: ShardedTable<Columns>,
  manifest: ShardManifest,
  extra: readonly string[],
  alias: string,
): string {
  const names = [...new Set([...Object.keys(table.columns), ...extra])].map(quoteName);
  const from = readParquet(shardPaths(table.directory, manifest));
  return `(SELECT ${names.join(", ")}, file_index AS "#file", file_row_number AS "#row" FROM ${from}) ${alias}`;
}
