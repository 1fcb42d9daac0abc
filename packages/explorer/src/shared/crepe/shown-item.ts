import { itemSchema } from "@observatory/crepe/release";
import { z } from "zod";

const negativeSchema = itemSchema.shape.negatives.element;

/** An item as the page shows it. Those of released files tell neither graph nor edits, and their types have other names. */
export const shownItemSchema = itemSchema.extend({
  graph: itemSchema.shape.graph.optional(),
  complexity: itemSchema.shape.complexity.optional(),
  negatives: z.array(
    negativeSchema.extend({
      type: z.string(),
      edit: negativeSchema.shape.edit.optional(),
      falsity: negativeSchema.shape.falsity.optional(),
    }),
  ),
});
export type ShownItem = z.infer<typeof shownItemSchema>;
export type ShownNegative = ShownItem["negatives"][number];
