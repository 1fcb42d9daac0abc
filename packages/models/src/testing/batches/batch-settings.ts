import * as z from "zod";

/** What goes on with batches. */
export const batchSettingsSchema = z.strictObject({
  /** How often a batch is asked after before it is done, at least 1: the answer to that question says so. */
  polls: z.int().min(1).default(2),
  /** Share of the requests that expire, each body at most once. */
  expired: z.number().min(0).max(1).default(0),
  /** Share of the requests that end in an error, each body at most once. */
  errored: z.number().min(0).max(1).default(0),
  /** How many batches, from the first, are forgotten: asked after, they do not exist. */
  lost: z.int().min(0).default(0),
  /** How many batches, from the first, are taken without their caller hearing of it: the connection breaks. */
  unheard: z.int().min(0).default(0),
  /** Whether results come in an order of their own. */
  shuffled: z.boolean().default(true),
});
