import { dirname, resolve } from "node:path";
import { openDatabase, quoteText } from "../table/open-database.ts";

/**
 * Writes what a query gives to a Parquet file, for tests of what reads other people's: structures, lists, times.
 *
 * @example
 * await writeParquetFile(path, "SELECT 'a' AS id, [{'role': 'user', 'content': 'hi'}] AS conversation");
 */
export async function writeParquetFile(path: string, query: string): Promise<void> {
  using database = await openDatabase({ directories: [dirname(resolve(path))] });
  const connection = await database.connect();
  try {
    await connection.run(`COPY (${query}) TO ${quoteText(resolve(path))} (FORMAT parquet)`);
  } finally {
    connection.closeSync();
  }
}
