import { z } from "zod";

/** One run or benchmark that the page can show. */
export const sourceSchema = z.object({
  /** Made of the path's last part; unique among the sources of a page; fit for an address. */
  id: z.string(),
  kind: z.enum(["clio", "crepe"]),
  title: z.string(),
});

export const sourcesSchema = z.object({ sources: z.array(sourceSchema) });

export type Source = z.infer<typeof sourceSchema>;
