import { resultRowSchema } from "@observatory/crepe/release";
import { z } from "zod";
import { shownItemSchema } from "./shown-item.ts";

/** What a list of items shows of one. */
export const itemSummarySchema = z.object({
  id: z.string(),
  caption: z.string(),
  /** Null where it is not known. */
  n: z.number().nullable(),
  types: z.array(z.string()),
  /**
   * By scorer id, of those with results for these items: whether the true caption is ahead of every negative of every
   * type; a tie is not. A scorer that has no scores of the item is missing.
   */
  right: z.record(z.string(), z.boolean()),
});
export type ItemSummary = z.infer<typeof itemSummarySchema>;

/** One page of the items that a filter lets pass. */
export const itemListSchema = z.object({
  total: z.number(),
  offset: z.number(),
  items: z.array(itemSummarySchema),
});
export type ItemList = z.infer<typeof itemListSchema>;

/** One item with everything that is known about it. */
export const crepeItemSchema = z.object({
  item: shownItemSchema,
  /** Address of the image, or the image itself; null where there is none. */
  imageUrl: z.string().nullable(),
  scores: z.array(z.object({ scorer: z.string(), rows: z.array(resultRowSchema) })),
  /** The other items of its pair or family, which have the same captions. */
  siblings: z.array(z.object({ id: z.string(), caption: z.string(), imageUrl: z.string().nullable() })),
});
export type CrepeItem = z.infer<typeof crepeItemSchema>;
