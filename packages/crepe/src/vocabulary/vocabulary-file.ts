import { defineColumns, type RowOf } from "@observatory/store";
import { z } from "zod";
import type { CaptionCounts } from "./count-captions.ts";

/**
 * One row an entry. `kind` is `object`, `attribute`, `relation`, `attribute-object` or `subject-relation-object`; of
 * the four words those that the kind names are set. `captions` is in how many captions the entry stands. A row of
 * the kind `failure` counts captions at which the parser failed.
 */
export const vocabularyColumns = defineColumns({
  kind: "text",
  subject: "text?",
  attribute: "text?",
  relation: "text?",
  object: "text?",
  captions: "integer",
});
export type VocabularyRow = RowOf<typeof vocabularyColumns>;

const count = z.number().int().nonnegative();

export const vocabularyRecordSchema = z.strictObject({
  schema: z.literal("observatory/crepe-vocabulary@1"),
  name: z.string(),
  /** Fingerprint of the caption parser: of its answers to a fixed set of captions. */
  parser: z.string(),
  sources: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      /** Name or index. */
      column: z.union([z.string(), z.number()]).nullable(),
      sha256: z.string(),
      captions: count,
    }),
  ),
  /** Captions that were parsed and counted. */
  captions: count,
  /** Captions and records that were not, by reason. */
  losses: z.record(z.string(), count),
  /** Distinct entries by kind. */
  entries: z.record(z.string(), count),
  /** SHA-256 of the Parquet file beside this one. */
  contentHash: z.string(),
});

/** The JSON file beside a vocabulary's Parquet file; written last. */
export type VocabularyRecord = z.infer<typeof vocabularyRecordSchema>;

/** `words.json` for `words.parquet`. */
export function recordPathOf(path: string): string {
  return `${path.replace(/\.parquet$/u, "")}.json`;
}

/** The rows of a chunk; what the parser failed at is a row of the kind `failure`. */
export function toRows({ keys, counts, failures }: CaptionCounts): VocabularyRow[] {
  const rows = keys.map((key, index): VocabularyRow => {
    const [kind = "", ...words] = key.split("\t");
    const [first = null, second = null, third = null] = words;
    const none = {
      kind,
      subject: null,
      attribute: null,
      relation: null,
      object: null,
      captions: counts[index] ?? 0,
    };
    switch (kind) {
      case "object":
        return { ...none, object: first };
      case "attribute":
        return { ...none, attribute: first };
      case "relation":
        return { ...none, relation: first };
      case "attribute-object":
        return { ...none, attribute: first, object: second };
      default:
        return { ...none, subject: first, relation: second, object: third };
    }
  });
  const none = { subject: null, attribute: null, relation: null, object: null };
  return failures === 0 ? rows : [...rows, { ...none, kind: "failure", captions: failures }];
}
