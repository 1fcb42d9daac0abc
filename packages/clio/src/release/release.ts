import type { MapFile } from "./map-schema.ts";
import type { OverlaysFile } from "./overlays-schema.ts";
import type { ClustersFile, ReleaseFile } from "./schema.ts";
import type { TimelineFile } from "./timeline-schema.ts";

/** What may be shown of a run. What a release of an earlier version does not have is null. */
export interface Release {
  readonly release: ReleaseFile;
  readonly clusters: ClustersFile;
  readonly overlays: OverlaysFile | null;
  readonly timeline: TimelineFile | null;
  readonly map: MapFile | null;
}
