import { loadRelease } from "@observatory/clio/release/load";
import type { ClioData } from "../../shared/clio-data.ts";

/** A whole release from disk, as the page gets it. Throws what `loadRelease` throws. */
export async function loadClioData(path: string): Promise<ClioData> {
  const { release, clusters } = await loadRelease(path);
  return { release, clusters, overlays: null, timeline: null, map: null };
}
