import { failed, parseJson, succeeded, type Outcome } from "@observatory/core";
import { z } from "zod";
import { itemSchema } from "../benchmark/item.ts";
import { checkRecord } from "./check-record.ts";
import { toPlaceId, type JsonPlace } from "./json-place.ts";
import { parseAro, parseOptions } from "./parse-aro-record.ts";
import { stemOf } from "./parse-crepe-record.ts";
import type { RetrievalNegative, RetrievalRow } from "./retrieval-row.ts";
import { toRetrievalRow } from "./to-retrieval-row.ts";

const id = z.union([z.string(), z.number()]).transform(String).nullish();
const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const sugarCrepeSchema = z.object({
  id,
  filename: z.string().nullish(),
  file: z.string().nullish(),
  image: z.string().nullish(),
  subset: z.string().nullish(),
  caption: z.string(),
  negative_caption: z.string(),
});

const groupSchema = z.object({
  id,
  caption_0: z.string(),
  caption_1: z.string(),
  image_0: z.string().nullish(),
  image_1: z.string().nullish(),
  tag: z.string().nullish(),
  collapsed_tag: z.string().nullish(),
});

const negative = z.union([z.string(), z.object({ text: z.string(), type: z.string().nullish() })]);
const plainSchema = z.object({
  id,
  image: z.union([z.string(), z.object({ file: z.string().nullish(), id, box: box.nullish() })]).nullish(),
  image_id: id,
  type: z.string().nullish(),
  n: z.int().nonnegative().nullish(),
  caption: z.string(),
  negatives: z.array(negative).optional(),
  hard_negs: z.array(negative).optional(),
});

const recordSchema = z.record(z.string(), z.unknown());

/**
 * Parses one JSON record of any known kind; a group of two captions and two images gives two rows, all others one.
 *
 * Told apart by their keys: `caption_0` (Winoground), `true_caption` (ARO), `caption_options` (ARO's orders), `graph` and
 * `negatives` (ours), `negative_caption` (SugarCrepe), `caption` and `negatives` (plain). Reasons: `invalid-json`, `unknown-record`, `invalid-<field>`.
 */
export function parseJsonRecord(text: string, place: JsonPlace): readonly Outcome<RetrievalRow>[] {
  const json = parseJson(text);
  if (!json.ok) return [json];
  const record = recordSchema.safeParse(json.value);
  if (!record.success) return [failed("unknown-record")];
  const keys = record.data;
  if ("caption_0" in keys) return parseGroup(keys, place);
  if ("true_caption" in keys) return [parseAro(keys, place)];
  if ("caption_options" in keys) return [parseOptions(keys, place)];
  if ("graph" in keys && "negatives" in keys) return [parseItem(keys, place)];
  if ("negative_caption" in keys) return [parseSugarCrepe(keys, place)];
  if ("negatives" in keys || "hard_negs" in keys) return [parsePlain(keys, place)];
  return [failed("unknown-record")];
}

/** Whether a record, as opposed to an object of records, has keys that {@link parseJsonRecord} knows. */
export function isRecord(value: unknown): boolean {
  const record = recordSchema.safeParse(value);
  if (!record.success) return false;
  return (
    ["caption", "caption_0", "true_caption"].some((key) => typeof record.data[key] === "string") ||
    Array.isArray(record.data["caption_options"])
  );
}

function parseSugarCrepe(value: unknown, { key, index, ...place }: JsonPlace): Outcome<RetrievalRow> {
  const record = checkRecord(sugarCrepeSchema, value);
  if (!record.ok) return record;
  const { caption, negative_caption: text, filename, file, image, subset } = record.value;
  const type = subset ?? stemOf(place.file);
  const source = { ...place, format: "sugarcrepe" } as const;
  const path = filename ?? file ?? image;
  return succeeded({
    id: `${type}:${record.value.id ?? key ?? index ?? place.line}`,
    image: path == null ? {} : { file: path },
    caption,
    negatives: [{ text, type }],
    source,
  });
}

function parseGroup(value: unknown, place: JsonPlace): readonly Outcome<RetrievalRow>[] {
  const group = checkRecord(groupSchema, value);
  if (!group.ok) return [group];
  const { caption_0: a, caption_1: b, image_0: imageA, image_1: imageB } = group.value;
  // Of Winoground the fine tags are some seventy; published tables go by the three that they fall into.
  const tag = group.value.collapsed_tag ?? group.value.tag;
  const id = group.value.id ?? toPlaceId(place);
  const toRow = (
    side: "A" | "B",
    caption: string,
    text: string,
    image: string | null | undefined,
  ): RetrievalRow => ({
    id: `${id}:${side}`,
    image: image == null ? {} : { file: image },
    caption,
    negatives: [tag == null || tag === "" ? { text } : { text, type: tag }],
    pair: { id, side },
    source: { file: place.file, line: place.line, format: "winoground" },
  });
  return [succeeded(toRow("A", a, b, imageA)), succeeded(toRow("B", b, a, imageB))];
}

function parseItem(value: unknown, { file, line }: JsonPlace): Outcome<RetrievalRow> {
  const item = checkRecord(itemSchema, value);
  return item.ok ? succeeded(toRetrievalRow(item.value, { file, line })) : item;
}

function parsePlain(value: unknown, place: JsonPlace): Outcome<RetrievalRow> {
  const parsed = checkRecord(plainSchema, value);
  if (!parsed.ok) return parsed;
  const { caption, image, n, type: rowType } = parsed.value;
  const given = typeof image === "string" ? { file: image } : (image ?? {});
  const imageId = ("id" in given ? given.id : null) ?? parsed.value.image_id;
  const negatives = (parsed.value.negatives ?? parsed.value.hard_negs ?? []).map((one): RetrievalNegative => {
    const { text, type = rowType } = typeof one === "string" ? { text: one } : one;
    return type == null ? { text } : { text, type };
  });
  return succeeded({
    id: parsed.value.id ?? toPlaceId(place),
    image: {
      ...(given.file == null ? {} : { file: given.file }),
      ...(imageId == null ? {} : { id: imageId }),
      ...("box" in given && given.box != null ? { box: given.box } : {}),
    },
    caption,
    negatives,
    ...(n == null ? {} : { n }),
    source: { file: place.file, line: place.line, format: "jsonl" },
  });
}
