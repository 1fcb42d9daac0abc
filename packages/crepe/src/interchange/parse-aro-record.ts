import { failed, succeeded, type Outcome } from "@observatory/core";
import { z } from "zod";
import { checkRecord } from "./check-record.ts";
import { toPlaceId, type JsonPlace } from "./json-place.ts";
import { stemOf } from "./parse-crepe-record.ts";
import type { RetrievalRow } from "./retrieval-row.ts";

const id = z.union([z.string(), z.number()]).transform(String).nullish();

const aroSchema = z.object({
  image_id: id,
  image_path: z.string().nullish(),
  true_caption: z.string(),
  false_caption: z.string(),
  bbox_x: z.number().nullish(),
  bbox_y: z.number().nullish(),
  bbox_w: z.number().nullish(),
  bbox_h: z.number().nullish(),
  relation_name: z.string().nullish(),
  attributes: z.array(z.string()).nullish(),
});

/**
 * A record of ARO's `visual_genome_relation.json` or `visual_genome_attribution.json` (Yuksekgonul et al. 2023): the part of
 * the image in the box, one true and one false caption. Attributes are joined by `_` as in its own tables.
 */
export function parseAro(value: unknown, place: JsonPlace): Outcome<RetrievalRow> {
  const record = checkRecord(aroSchema, value);
  if (!record.ok) return record;
  const { attributes, relation_name: relation, image_id, image_path: path, ...rest } = record.value;
  const { bbox_x: x, bbox_y: y, bbox_w: width, bbox_h: height } = rest;
  const type = attributes == null ? "relation" : "attribution";
  const group = attributes?.join("_") ?? relation;
  return succeeded({
    id: toPlaceId(place),
    image: {
      ...(path == null ? {} : { file: path }),
      ...(image_id == null ? {} : { id: image_id }),
      ...(x == null || y == null || width == null || height == null ? {} : { box: { x, y, width, height } }),
    },
    caption: rest.true_caption,
    negatives: [{ text: rest.false_caption, type }],
    ...(group == null ? {} : { group }),
    source: { file: place.file, line: place.line, format: `aro-${type}` },
  });
}

const optionsSchema = z.object({
  id,
  image: z.string().nullish(),
  image_path: z.string().nullish(),
  caption_options: z.array(z.string()).min(2),
});

/**
 * A test case of ARO's COCO-Order and Flickr30k-Order as its code builds them, and of What's Up: the first of
 * `caption_options` is true. The type is the file's name.
 */
export function parseOptions(value: unknown, place: JsonPlace): Outcome<RetrievalRow> {
  const record = checkRecord(optionsSchema, value);
  if (!record.ok) return record;
  const [caption, ...others] = record.value.caption_options;
  if (caption === undefined) return failed("invalid-caption_options");
  const image = record.value.image ?? record.value.image_path;
  const type = stemOf(place.file);
  return succeeded({
    id: record.value.id ?? toPlaceId(place),
    image: image == null ? {} : { file: image },
    caption,
    negatives: others.map((text) => ({ text, type })),
    source: { file: place.file, line: place.line, format: "caption-options" },
  });
}
