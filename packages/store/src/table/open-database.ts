import { StateError } from "@observatory/core";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { resolve, sep } from "node:path";

export interface DatabaseOptions {
  /** The only directories whose files can be read and written. */
  readonly directories: readonly string[];
  /** Where sorts and joins that pass the memory limit spill to; without it they fail instead. */
  readonly temporaryDirectory?: string;
  readonly memoryLimitMegabytes?: number;
  readonly threads?: number;
}

export interface Database extends Disposable {
  /** One connection a stream: a connection holds one result at a time. */
  connect(): Promise<DuckDBConnection>;
}

/**
 * Opens an in-memory DuckDB that is shut in: no extension is loaded, no file outside `directories` can be reached,
 * and no statement can change that.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(options.threads ?? 1),
    memory_limit: `${options.memoryLimitMegabytes ?? 512}MB`,
    temp_directory: options.temporaryDirectory ?? "",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  });
  const connection = await instance.connect();
  const directories = options.directories.map((path) => quoteText(resolve(path) + sep));
  await connection.run(`SET allowed_directories = [${directories.join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  connection.closeSync();
  return { connect: () => instance.connect(), [Symbol.dispose]: () => instance.closeSync() };
}

/** An SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** An SQL string. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * `read_parquet` of these files in this order, as an SQL table function; with `rowNumber` the column `file_row_number`
 * counts the rows of each file from 0.
 */
export function readParquet(
  paths: readonly string[],
  options: { readonly rowNumber?: boolean } = {},
): string {
  const files = paths.map((path) => quoteText(resolve(path)));
  const rowNumber = options.rowNumber === true ? ", file_row_number = true" : "";
  return `read_parquet([${files.join(", ")}], hive_partitioning = false${rowNumber})`;
}

/** What DuckDB refused, as a {@link StateError} that names the file or directory and never quotes rows. */
export function toDatabaseError(error: unknown, doing: string, path: string): unknown {
  if (!(error instanceof Error) || error instanceof StateError || error instanceof TypeError) return error;
  const [what, hint] = explain(error.message, doing);
  return new StateError(`cannot ${doing} ${path}: ${what}`, { hint, cause: error });
}

function explain(message: string, doing: string): readonly [what: string, hint: string] {
  if (/no space left/iu.test(message)) {
    return [
      "no space is left on the disk",
      "Free some space, then run the same command again: it goes on from here.",
    ];
  }
  if (/out of memory|failed to (allocate|offload)/iu.test(message)) {
    return [
      "it does not fit into the memory limit",
      "Free memory or disk space, then run the same command again.",
    ];
  }
  if (/permission denied/iu.test(message)) {
    return ["permission denied", "Make the path readable and writable for this user."];
  }
  if (/no files found|cannot open file/iu.test(message)) {
    return ["the file is missing", "Delete its directory and run the same command again: it is made anew."];
  }
  if (doing === "write") {
    return [
      "the database refused it",
      "Check the disk, then run the same command again: it goes on from here.",
    ];
  }
  return [
    "the file is damaged",
    "Delete this file's directory and run the same command again: it is made anew.",
  ];
}
