import type { Item } from "../benchmark/item.ts";
import type { RetrievalRow } from "./retrieval-row.ts";

/** An item of ours as a row; the item itself stays with it. */
export function toRetrievalRow(
  item: Item,
  source: { readonly file: string; readonly line: number },
): RetrievalRow {
  const { box, file } = item.image;
  return {
    id: item.id,
    image: { ...(file === null ? {} : { file }), ...(box === undefined ? {} : { box }) },
    caption: item.caption,
    negatives: item.negatives,
    n: item.complexity.n,
    complexity: item.complexity,
    ...(item.split === undefined ? {} : { split: item.split }),
    ...(item.pair === undefined ? {} : { pair: item.pair }),
    ...(item.family === undefined ? {} : { family: item.family }),
    item,
    source: { ...source, format: "observatory" },
  };
}
