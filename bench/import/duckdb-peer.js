// Reads a file of WildChat's rows by DuckDB and writes the fields that an import keeps: `node duckdb-peer.js FROM TO THREADS`.
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";

const [from, to, threads] = parseArgs({ allowPositionals: true }).positionals;
const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
const reading = `read_json('${from}', format = 'newline_delimited', ignore_errors = true, columns = {
  conversation_hash: 'VARCHAR', model: 'VARCHAR', timestamp: 'VARCHAR', language: 'VARCHAR', hashed_ip: 'VARCHAR',
  toxic: 'BOOLEAN', redacted: 'BOOLEAN', country: 'VARCHAR', conversation: 'STRUCT(role VARCHAR, content VARCHAR)[]' })`;
const format = to.endsWith(".parquet") ? "PARQUET" : "JSON";
await connection.run(`COPY (
  SELECT conversation_hash AS id, hashed_ip AS account, timestamp AS created_at, language, model, conversation AS messages,
    {toxic: toxic, redacted: redacted, country: country} AS labels
  FROM ${reading} WHERE conversation_hash IS NOT NULL) TO '${to}' (FORMAT ${format})`);
connection.closeSync();
