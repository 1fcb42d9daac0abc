import type { CrepeItem } from "../shared/crepe/crepe-item.ts";

/** Bytes in the file: images are packed already and grow by the file's base64; the rest shrinks well. */
export function costOfItem(item: CrepeItem | null): number {
  const text = JSON.stringify({ ...item, imageUrl: null }).length;
  return costOfImage(item?.imageUrl ?? null) + Math.ceil((text / 6) * (4 / 3));
}

/** Of an image as a `data:` address. */
export function costOfImage(url: string | null): number {
  return Math.ceil((url?.length ?? 0) * 1.02);
}
