import { z } from "zod";
import { clioDataSchema } from "./clio-data.ts";
import { embeddedBenchmarkSchema } from "./crepe/embedded-benchmark.ts";
import { sourceSchema } from "./source.ts";

/** Id of the element that holds a report's data: base64 of gzip of JSON, in a script of a type that nothing executes. */
export const embeddedDataId = "observatory-data";

/** Id of the element that names a report's sources: base64 of JSON, so that the page shows them before it unpacks the data. */
export const embeddedSourcesId = "observatory-sources";

/** All that a report shows. Sources of a kind have their data under its name, by their id. */
export const embeddedDataSchema = z.object({
  sources: z.array(sourceSchema),
  clio: z.record(z.string(), clioDataSchema),
  crepe: z.record(z.string(), embeddedBenchmarkSchema).optional(),
});

export type EmbeddedData = z.infer<typeof embeddedDataSchema>;
