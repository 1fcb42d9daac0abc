import type { RetrievalRow } from "../interchange/retrieval-row.ts";

/** Rows of one key show the same part of the same image. */
export function toImageKey({ image: { file, id, box } }: Pick<RetrievalRow, "image">): string {
  return JSON.stringify([file, id, box]);
}
