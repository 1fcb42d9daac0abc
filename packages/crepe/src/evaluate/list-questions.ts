import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { LocateImage } from "../lint/find-images.ts";

/** What a program elsewhere needs to score an item. */
export interface ListedQuestion {
  readonly item: string;
  /** The image as the row names it, by its file or else its id: what vectors of images go by. */
  readonly key: string | null;
  /** Path of the image; null where it is not there. */
  readonly image: string | null;
  /** Left, top, right and bottom of the part that the captions are about, in pixels; null for all of it. */
  readonly crop: readonly [number, number, number, number] | null;
  /** The true caption and all negatives, each once, in the order of their characters. */
  readonly captions: readonly string[];
}

/** Lists what is to be scored, an item at a time in the order of the rows; items without negatives are left out. */
export function* listQuestions(
  rows: readonly RetrievalRow[],
  { locateImage }: { readonly locateImage: LocateImage },
): Generator<ListedQuestion> {
  for (const row of rows) {
    if (row.negatives.length === 0) continue;
    const { file, id, box } = row.image;
    const texts = new Set([row.caption, ...row.negatives.map(({ text }) => text)]);
    yield {
      item: row.id,
      key: file ?? id ?? null,
      image: locateImage(row),
      crop: box === undefined ? null : [box.x, box.y, box.x + box.width, box.y + box.height],
      captions: [...texts].toSorted((a, b) => (a < b ? -1 : 1)),
    };
  }
}
