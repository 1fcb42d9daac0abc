import * as fc from "fast-check";
import { mappedFields } from "../../import/mapping/column-map.ts";
import {
  createParquet,
  parquetKindNames,
  parquetKinds,
  parquetLayouts,
  type ParquetKind,
  type ParquetLayout,
} from "./parquet-kinds.ts";
import { rowKindNames, rowKinds, toRow, type RowKind } from "./row-kinds.ts";
import { tableKindNames, tableKinds, type TableKind, type TableKindName } from "./table-kinds.ts";

/** A malformed row by its kind and the numbers that it is made from. */
export interface HostileRow {
  readonly kind: RowKind;
  readonly at: number;
  readonly size: number;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** A table in text of malformed rows, each between two sound ones. */
export interface HostileText {
  readonly container: "text";
  readonly shape: TableShape;
  readonly kind: TableKindName;
  readonly delimiter: "," | "\t" | ";" | "|";
  /** Whether sound cells stand in quotes only where they must. */
  readonly isBare: boolean;
  readonly at: number;
  readonly size: number;
  readonly rows: readonly HostileRow[];
}

/** A damaged Parquet file. */
export interface HostileParquet {
  readonly container: "parquet";
  readonly layout: ParquetLayout;
  readonly kind: ParquetKind;
  readonly at: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** A table and how it is to be read. */
export interface HostileTable {
  readonly table: HostileText | HostileParquet;
  /** What `--map` says; null without it. */
  readonly map: string | null;
}

/** What the rows of a sound table are: a question and its answer, a message, or a list of messages. */
const shapes = {
  pairs: {
    columns: ["uid", "at", "question", "answer", "meta"],
    map: "user=question,assistant=answer,account=uid,time=at",
    toCells: (i) => [`u${i}`, time, `why ${i}, "so to say"?`, `so ${i}`, meta],
  },
  turns: {
    columns: ["chat", "at", "who", "says", "meta"],
    map: "conversation=chat,role=who,content=says,time=at,labels.lang=meta.lang",
    toCells: (i) => [`chat ${i}`, time, "user", `why ${i}, "so to say"?`, meta],
  },
  lists: {
    columns: ["id", "account", "messages", "meta"],
    map: "id=id,account=account,messages=messages",
    toCells: (i) => [`c${i}`, `u${i}`, JSON.stringify([{ role: "user", content: `why ${i}?` }]), meta],
  },
} as const satisfies Readonly<
  Record<
    string,
    { readonly columns: readonly string[]; readonly map: string; readonly toCells: (i: number) => string[] }
  >
>;
type TableShape = keyof typeof shapes;
const shapeNames = Object.keys(shapes) as readonly TableShape[]; // keys of a literal are its names

const time = "2024-05-01T10:00:00Z";
const meta = '{"lang":"en","list":[{"x":1}]}';

/** Columns that there are, that there are not, and paths into cells. */
const namedColumns = [
  ...new Set(shapeNames.flatMap((name) => shapes[name].columns)),
  "meta.lang",
  "meta.list.0.x",
  "meta.list",
  "meta.",
  ".",
  "question.length",
  "messages.0.content",
  "messages.0",
  "deep.a.0.b",
  "nope",
  "Question",
  "column 1",
  "",
  '"x,y"',
  '"a',
  "__proto__",
  "uid (column 6)",
  "a.b.c.d",
];

/** Tables of all kinds, read by sound maps, by maps of nonsense, and by none. They shrink to plain text and few rows. */
export function hostileTable({
  maxRows = 12,
}: { readonly maxRows?: number } = {}): fc.Arbitrary<HostileTable> {
  const number = fc.nat(100_000);
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
  const text = fc.record<HostileText>({
    container: fc.constant("text"),
    shape: fc.constantFrom(...shapeNames),
    kind: fc.oneof(fc.constant("plain" as const), fc.constantFrom(...tableKindNames)),
    delimiter: fc.constantFrom(",", "\t", ";", "|"),
    isBare: fc.boolean(),
    at: number,
    size: number,
    rows: fc.array(
      fc.record({
        kind: fc.constantFrom(...rowKindNames),
        at: number,
        size: number,
        text: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
        bytes,
      }),
      { minLength: 1, maxLength: maxRows },
    ),
  });
  const parquet = fc.record<HostileParquet>({
    container: fc.constant("parquet"),
    layout: fc.constantFrom(...parquetLayouts),
    kind: fc.constantFrom(...parquetKindNames),
    at: number,
    size: number,
    bytes,
  });
  const table = fc.oneof({ arbitrary: text, weight: 4 }, { arbitrary: parquet, weight: 1 });
  const entry = fc
    .tuple(fc.constantFrom(...mappedFields, "labels.x", "nope"), fc.constantFrom(...namedColumns))
    .map(([field, column]) => `${field}=${column}`);
  return table.chain((one) => {
    const sound = soundMap(one);
    const odd = fc.oneof(
      fc.array(entry, { maxLength: 4 }).map((entries) => entries.join()),
      fc.array(entry, { minLength: 1, maxLength: 2 }).map((entries) => [sound, ...entries].join()),
      fc.string({ maxLength: 20 }),
    );
    return fc.record({ table: fc.constant(one), map: fc.oneof(fc.constant(sound), fc.constant(null), odd) });
  });
}

/** The map that reads a table as it is meant. */
export function soundMap(table: HostileTable["table"]): string {
  if (table.container === "text") return shapes[table.shape].map;
  return table.layout === "nested" ? "messages=messages,id=id" : shapes.pairs.map;
}

/** Numbers from here on are malformed rows', below are sound ones'. */
const firstHostile = 500_000;

/** The bytes of the file. */
export async function toTableBytes(table: HostileTable["table"]): Promise<Uint8Array> {
  if (table.container === "parquet")
    return parquetKinds[table.kind](await createParquet(table.layout), table);
  const { kind, shape, delimiter, rows, at, size } = table;
  const all = rows.flatMap((row, i) => [
    soundRow(table, i),
    Buffer.from(rowKinds[row.kind]({ ...row, delimiter, cells: shapes[shape].toCells(firstHostile + i) })),
  ]);
  const header = shapes[shape].columns.join(delimiter);
  return tableKinds[kind].pack({ header, delimiter, at, size, rows: [...all, soundRow(table, rows.length)] });
}

/** The file with its sound rows alone; null where not all of them must be found in the table. */
export async function toSoundTable(table: HostileTable["table"]): Promise<Uint8Array | null> {
  if (table.container === "parquet") return table.kind === "sound" ? await toTableBytes(table) : null;
  const { keeps }: TableKind = tableKinds[table.kind];
  if (!keeps) return null;
  const rows = Array.from({ length: table.rows.length + 1 }, (_, i) => soundRow(table, i));
  const header = shapes[table.shape].columns.join(table.delimiter);
  return Buffer.concat([header, ...rows].flatMap((row) => [Buffer.from(row), Buffer.from("\n")]));
}

function soundRow({ shape, delimiter, isBare }: HostileText, number: number): Buffer {
  const cells = shapes[shape].toCells(number);
  if (!isBare) return Buffer.from(toRow({ cells, delimiter }));
  const bare = cells.map((cell) => (/[",;|\t]/u.test(cell) ? toRow({ cells: [cell], delimiter }) : cell));
  return Buffer.from(bare.join(delimiter));
}
