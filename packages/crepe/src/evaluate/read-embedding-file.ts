import { InputError, parseJson } from "@observatory/core";
import { describeParquet } from "@observatory/store";
import { z } from "zod";
import { readNpz, type NpzArray } from "./read-npz.ts";
import { readJsonRecords, readParquetRecords, type FileRecord } from "./read-records.ts";

/** What a vector is of: an image by its file or id, the image of one item, or a text. */
export const embeddingKinds = ["image", "item", "text"] as const;
export type EmbeddingKind = (typeof embeddingKinds)[number];

export interface FileEmbedding {
  readonly kind: EmbeddingKind;
  readonly key: string;
  readonly vector: ArrayLike<number>;
  /** Its line, or row in its array. */
  readonly line: number;
}

const key = z.union([z.string(), z.number()]).transform(String);
const recordSchema = z.object({
  image: key.nullish(),
  item: key.nullish(),
  text: z.string().nullish(),
  vector: z.array(z.number()).min(1),
});

/**
 * Streams vectors that another program made. JSON lines, gzip'd or not, and Parquet: a `vector`, and one of `image`, `item`
 * and `text` to say of what. `.npz` of `numpy.savez`: `images` and `image_keys`, `items` and `item_keys`, `texts` and
 * `text_keys`. Throws InputError with the place of what is no vector.
 */
export async function* readEmbeddingFile(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<FileEmbedding> {
  if (/\.npz$/iu.test(path)) return yield* readArrays(path);
  const records = /\.parquet$/iu.test(path)
    ? readParquetVectors(path, options)
    : readJsonRecords(path, options);
  for await (const { value, line } of records) {
    const record = recordSchema.safeParse(value);
    const keys = record.success
      ? embeddingKinds.flatMap((kind) =>
          record.data[kind] == null ? [] : [{ kind, key: record.data[kind] }],
        )
      : [];
    const [first] = keys;
    if (!record.success || first === undefined || keys.length > 1) {
      throw new InputError(`${path}, line ${line}: not a vector of an image, an item or a text`, {
        hint: "Each line has a vector of numbers and one of image, item and text.",
      });
    }
    yield { ...first, vector: record.data.vector, line };
  }
}

async function* readParquetVectors(
  path: string,
  options: { readonly signal?: AbortSignal },
): AsyncGenerator<FileRecord> {
  const names = new Set((await describeParquet(path, options)).map(({ name }) => name));
  const columns = ["vector", ...embeddingKinds].filter((name) => name === "vector" || names.has(name));
  for await (const { value, line } of readParquetRecords(path, columns, options)) {
    const vector = parseJson(value["vector"] ?? "");
    yield { value: { ...value, vector: vector.ok ? vector.value : null }, line };
  }
}

async function* readArrays(path: string): AsyncGenerator<FileEmbedding> {
  const arrays = await readNpz(path);
  for (const kind of embeddingKinds) {
    const vectors = arrays.get(`${kind}s`);
    if (vectors === undefined) continue;
    yield* pair(kind, vectors, arrays.get(`${kind}_keys`), path);
  }
}

function* pair(
  kind: EmbeddingKind,
  { shape, values }: NpzArray,
  keys: NpzArray | undefined,
  path: string,
): Generator<FileEmbedding> {
  const [rows = 0, width = 0] = shape;
  const names = keys?.values;
  if (!(values instanceof Float64Array) || shape.length !== 2 || width === 0)
    throw new InputError(`${path}: ${kind}s is no table of numbers, a row each`);
  if (names === undefined || names instanceof Float64Array || names.length !== rows)
    throw new InputError(`${path}: ${kind}_keys does not name the ${rows} rows of ${kind}s by texts`);
  for (const [row, name] of names.entries())
    yield { kind, key: name, vector: values.subarray(row * width, (row + 1) * width), line: row + 1 };
}
