import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { toDatabaseError, type Database } from "./open-database.ts";

export interface QueryOptions {
  /** For errors: what is done, as a verb, and to which file or directory. */
  readonly doing: string;
  readonly path: string;
  readonly signal?: AbortSignal;
}

/** Streams the chunks of a query with bounded memory; an abort interrupts it. Throws StateError. */
export async function* streamChunks(
  database: Database,
  sql: string,
  options: QueryOptions,
): AsyncGenerator<DuckDBDataChunk> {
  const connection = await database.connect();
  try {
    const result = await interruptible(connection, options, () => connection.stream(sql));
    for (;;) {
      const chunk = await interruptible(connection, options, () => result.fetchChunk());
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk;
    }
  } finally {
    connection.closeSync();
  }
}

/** Runs statements one after the other on a connection of their own. Throws StateError. */
export async function runStatements(
  database: Database,
  options: QueryOptions,
  work: (connection: DuckDBConnection) => Promise<void>,
): Promise<void> {
  const connection = await database.connect();
  try {
    await interruptible(connection, options, () => work(connection));
  } finally {
    connection.closeSync();
  }
}

async function interruptible<T>(
  connection: DuckDBConnection,
  options: QueryOptions,
  work: () => Promise<T>,
): Promise<T> {
  const { signal } = options;
  signal?.throwIfAborted();
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener("abort", interrupt, { once: true });
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw toDatabaseError(error, options.doing, options.path);
  } finally {
    signal?.removeEventListener("abort", interrupt);
  }
}
