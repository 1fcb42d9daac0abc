import { dirname, resolve } from "node:path";
import { openDatabase, quoteText } from "../table/open-database.ts";

/**
 * Writes what a query gives to a Parquet file, for tests of what reads other people's: structures, lists, times.
 *
 * @param options of DuckDB's `COPY`, such as `COMPRESSION zstd`.
 *
 * @example
 * await writeParquetFile(path, "SELECT 'a' AS id, [{'role': 'user', 'content': 'hi'}] AS conversation");
 */
export async function writeParquetFile(path: string, query: string, options = ""): Promise<void> {
  using database = await openDatabase({ directories: [dirname(resolve(path))] });
  const connection = await database.connect();
  try {
    await connection.run(
      `COPY (${query}) TO ${quoteText(resolve(path))} (FORMAT parquet${options === "" ? "" : `, ${options}`})`,
    );
  } finally {
    connection.closeSync();
  }
}
