import {
  releaseFileSchema,
  type ClustersFile,
  type MapFile,
  type OverlaysFile,
  type TimelineFile,
} from "@observatory/clio/release";
import { z } from "zod";
import { isClustersFile, isMapFile, isOverlaysFile, isTimelineFile } from "./clio-checks.ts";

/**
 * A whole release as the page gets it. What a release of an earlier version does not have is null.
 *
 * Whoever sends one has read it with the strict schemas (`loadRelease`); the page sees again that every field has its
 * type, quickly, since the large files are megabytes.
 */
export const clioDataSchema = z.object({
  release: releaseFileSchema,
  clusters: z.custom<ClustersFile>(isClustersFile, "not the clusters of a release"),
  overlays: z.custom<OverlaysFile>(isOverlaysFile, "not the overlays of a release").nullable(),
  timeline: z.custom<TimelineFile>(isTimelineFile, "not the timeline of a release").nullable(),
  map: z.custom<MapFile>(isMapFile, "not the map of a release").nullable(),
});

export type ClioData = z.infer<typeof clioDataSchema>;
