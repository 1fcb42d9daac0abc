// What a release is made of: schemas, types and what can be computed from a release alone. Runs in a browser too.
export {
  clustersFileSchema,
  clustersSchemaName,
  releaseFileSchema,
  releaseSchemaName,
  type ClustersFile,
  type PublishedCluster,
  type ReleaseFile,
} from "./schema.ts";
export {
  overlaysFileSchema,
  overlaysSchemaName,
  type OverlayCell,
  type OverlayFacet,
  type OverlaysFile,
} from "./overlays-schema.ts";
export { timelineFileSchema, timelineSchemaName, type Growth, type TimelineFile } from "./timeline-schema.ts";
export { mapFileSchema, mapSchemaName, type MapFile } from "./map-schema.ts";
export type { Release } from "./release.ts";
export {
  compareReleases,
  compareReleasesGradually,
  type ComparedCluster,
  type ComparedMatch,
  type LevelComparison,
  type ReleaseComparison,
} from "../analysis/compare-releases.ts";
export type { ReleaseDifference } from "../analysis/list-differences.ts";
