import { z } from "zod";

/** A published count. */
export const count = z.number().int().nonnegative();

/** Lower and upper end. */
export const intervalSchema = z.tuple([z.number(), z.number()]);

/** What a cell of a table needs before it may be shown; counts are multiples of `roundTo`. */
export const cellThresholdsSchema = z.strictObject({
  minConversations: count,
  minAccounts: count,
  roundTo: count,
});
