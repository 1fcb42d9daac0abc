import {
  clustersFileSchema,
  mapFileSchema,
  overlaysFileSchema,
  releaseFileSchema,
  timelineFileSchema,
} from "@observatory/clio/release";
import { z } from "zod";

/** A whole release as the page gets it. What a release of an earlier version does not have is null. */
export const clioDataSchema = z.object({
  release: releaseFileSchema,
  clusters: clustersFileSchema,
  overlays: overlaysFileSchema.nullable(),
  timeline: timelineFileSchema.nullable(),
  map: mapFileSchema.nullable(),
});

export type ClioData = z.infer<typeof clioDataSchema>;
