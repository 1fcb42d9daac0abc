import type { Outcome } from "@observatory/core";
import type { Edit, Falsity, Item } from "../benchmark/item.ts";
import type { Box, Complexity } from "../scene-graph/scene-graph.ts";

/** The kinds of files that {@link RetrievalRow}s are read from. */
export const retrievalFormats = [
  "crepe-productivity",
  "crepe-systematicity",
  "sugarcrepe",
  "winoground",
  "aro-relation",
  "aro-attribution",
  "caption-options",
  "observatory",
  "jsonl",
] as const;
export type RetrievalFormat = (typeof retrievalFormats)[number];

/** One caption that does not fit the image. */
export interface RetrievalNegative {
  readonly text: string;
  /** How it was made: `atom`, `comp`, `combined`, `swap`, `negate`, or the name of a SugarCrepe file such as `add_obj`. */
  readonly type?: string;
  readonly edit?: Edit;
  readonly falsity?: Falsity;
}

/** Where a row stands. */
export interface RowSource {
  readonly file: string;
  /** Line on which the row begins; the first line of a file is 1. */
  readonly line: number;
  readonly format: RetrievalFormat;
  /** How the list of negatives was written, in CSV files. */
  readonly literal?: "list" | "set" | "tuple";
}

/** One image with its caption and the captions it competes with, of any benchmark. Texts are as in the file, untrimmed. */
export interface RetrievalRow {
  /** The file's own id where it has one, else the file's stem and the line. */
  readonly id: string;
  readonly image: {
    /** Path relative to the directory of images. */
    readonly file?: string;
    /** Name of the image in its collection; Visual Genome's number in CREPE. */
    readonly id?: string;
    /** Region that the caption is about, in pixels. */
    readonly box?: Box;
  };
  readonly caption: string;
  /** In file order, duplicates kept. */
  readonly negatives: readonly RetrievalNegative[];
  /** Complexity of the caption's scene graph, and its parts where they are known. */
  readonly n?: number;
  readonly complexity?: Complexity;
  /** Split of the caption per training set. */
  readonly split?: NonNullable<Item["split"]>;
  /** The two rows of a group of two captions and two images share an id. */
  readonly pair?: { readonly id: string; readonly side: "A" | "B" };
  /** Rows of one family have the same captions, each once the true one. */
  readonly family?: string;
  /** What a published average of the benchmark groups rows by: the relation, or the two attributes, of ARO. */
  readonly group?: string;
  /** The whole item, where the file is one of ours. */
  readonly item?: Item;
  readonly source: RowSource;
}

/** A row that could not be read, and why; never with its content. */
export interface RowLoss {
  readonly ok: false;
  readonly reason: string;
  readonly source: { readonly file: string; readonly line: number };
}

/** One row of a file: read, or lost with its reason and place. */
export type RowOutcome = { readonly ok: true; readonly value: RetrievalRow } | RowLoss;

/** The name under which rows of the same image are grouped: its id, else its file; null where the row has neither. */
export function imageKeyOf(row: Pick<RetrievalRow, "image">): string | null {
  return row.image.id ?? row.image.file ?? null;
}

/** The types of a row's negatives, in order of first appearance; `null` stands for negatives without a type. */
export function negativeTypesOf(row: Pick<RetrievalRow, "negatives">): readonly (string | null)[] {
  return [...new Set(row.negatives.map((negative) => negative.type ?? null))];
}

/** Puts a place onto a failed outcome. */
export function withSource(
  outcome: Outcome<RetrievalRow>,
  source: { readonly file: string; readonly line: number },
): RowOutcome {
  return outcome.ok ? outcome : { ok: false, reason: outcome.reason, source };
}
