import type { ClioRunOptions } from "../pipeline.ts";

/** What an analyst with a model sees of a cluster when it names it: summaries of members, or key phrases that many use. */
export const namingModes = ["summaries", "phrases"] as const;
export type NamingMode = (typeof namingModes)[number];

/** The option of a run that names so. */
export function toNamingOption(_naming: NamingMode): Partial<ClioRunOptions> {
  return {};
}
