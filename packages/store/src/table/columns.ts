import { parseJson } from "@observatory/core";
import { BIGINT, BOOLEAN, DOUBLE, VARCHAR, type DuckDBType, type DuckDBValue } from "@duckdb/node-api";
import type { z } from "zod";

/**
 * What a column holds. A question mark allows null.
 *
 * `text` is stored as UTF-8, so a lone surrogate becomes U+FFFD; `integer` is any safe integer; `double` is finite.
 */
export type ScalarColumn =
  | "text"
  | "text?"
  | "integer"
  | "integer?"
  | "double"
  | "double?"
  | "boolean"
  | "boolean?";

/** A column of JSON values that a schema checks when they are read. */
export interface JsonColumn<T> {
  readonly kind: "json";
  readonly schema: z.ZodType<T>;
}

export type Column = ScalarColumn | JsonColumn<unknown>;
export type Columns = Readonly<Record<string, Column>>;

interface ScalarValues {
  readonly text: string;
  readonly integer: number;
  readonly double: number;
  readonly boolean: boolean;
}

export type ValueOf<C extends Column> =
  C extends JsonColumn<infer T>
    ? T
    : C extends `${infer K extends keyof ScalarValues}?`
      ? ScalarValues[K] | null
      : C extends keyof ScalarValues
        ? ScalarValues[C]
        : never;

/** One row of a table with these columns. */
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: ValueOf<C[Name]> };

/** The names of the columns, as literal types. */
export type NameOf<C extends Columns> = keyof C & string;

/**
 * Defines the columns of a sharded table; `RowOf<typeof columns>` is the type of its rows.
 * A subset of a table's columns may be defined to read only those. Throws TypeError for an unusable name.
 *
 * @example
 * const columns = defineColumns({ id: "text", account: "text?", turns: "integer", messages: json(messagesSchema) });
 */
export function defineColumns<const C extends Columns>(columns: C): C {
  for (const name of Object.keys(columns)) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/u.test(name)) throw new TypeError(`"${name}" cannot name a column`);
  }
  return columns;
}

/** A column of JSON; its values must survive `JSON.stringify`. A nullable column has a nullable schema. */
export function json<T>(schema: z.ZodType<T>): JsonColumn<T> {
  return { kind: "json", schema };
}

/** How a column is called in a manifest: `text?`, `json`. */
export function describeColumn(column: Column): string {
  return typeof column === "string" ? column : column.kind;
}

/** The type of a column in Parquet and its name in SQL. */
export function storageOf(column: Column): { readonly type: DuckDBType; readonly sql: string } {
  if (typeof column !== "string") return { type: VARCHAR, sql: "VARCHAR" };
  switch (column) {
    case "text":
    case "text?":
      return { type: VARCHAR, sql: "VARCHAR" };
    case "integer":
    case "integer?":
      return { type: BIGINT, sql: "BIGINT" };
    case "double":
    case "double?":
      return { type: DOUBLE, sql: "DOUBLE" };
    case "boolean":
    case "boolean?":
      return { type: BOOLEAN, sql: "BOOLEAN" };
    default:
      return column satisfies never;
  }
}

/** The stored form of a value. Throws TypeError for a value that the column cannot hold; the message has no content. */
export function encodeValue(column: Column, name: string, value: unknown): DuckDBValue {
  if (typeof column !== "string") {
    const text = JSON.stringify(value);
    if (text === undefined) throw unfit(name, "json");
    return text;
  }
  if (value === null) {
    if (column.endsWith("?")) return null;
    throw unfit(name, column);
  }
  switch (column) {
    case "text":
    case "text?":
      if (typeof value === "string") return value;
      break;
    case "integer":
    case "integer?":
      if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
      break;
    case "double":
    case "double?":
      if (typeof value === "number" && Number.isFinite(value)) return value;
      break;
    case "boolean":
    case "boolean?":
      if (typeof value === "boolean") return value;
      break;
    default:
      return column satisfies never;
  }
  throw unfit(name, column);
}

/** The value behind a stored form, or `undefined` where the two do not fit together. */
export function decodeValue(column: Column, stored: DuckDBValue): unknown {
  if (typeof column !== "string") {
    const parsed = typeof stored === "string" ? parseJson(stored) : null;
    if (!parsed?.ok) return undefined;
    const checked = column.schema.safeParse(parsed.value);
    return checked.success ? checked.data : undefined;
  }
  if (stored === null) return column.endsWith("?") ? null : undefined;
  return typeof stored === "bigint" ? Number(stored) : stored;
}

function unfit(name: string, kind: string): TypeError {
  return new TypeError(`a value of the column "${name}" is not ${kind}`);
}
