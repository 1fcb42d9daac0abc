import { defineColumns, findFinishedStage, joinSorted } from "@observatory/store";
import { join } from "node:path";
import type { ClusterName } from "../analyst.ts";
import { loadRelease } from "../release/load-release.ts";
import { findHierarchy } from "../stages/find-hierarchy.ts";
import { loadHierarchy } from "../stages/hierarchy-file.ts";
import { leadingProposal } from "../stages/name-groups.ts";
import { facetColumns, groupColumns } from "../stages/tables.ts";

/** A summary and the base cluster that it went to. Private. */
export interface Membership {
  readonly summary: string;
  readonly cluster: ClusterName;
}

/**
 * All requests of a finished run with the name of their base cluster: the published one, else the leading proposal.
 * Members of a cluster for which nothing was proposed are left out. Throws UsageError, StateError.
 */
export async function listMemberships(
  run: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<readonly Membership[]> {
  const clustered = await findFinishedStage(run, "cluster");
  const facets = await findFinishedStage(run, "facets");
  const { nodes } = await loadHierarchy(await findHierarchy(run));
  const { clusters } = await loadRelease(run);
  const published = new Map(clusters.clusters.map((cluster) => [cluster.id, cluster]));
  const names = new Map<number, ClusterName>();
  for (const { level, id, bases, proposals } of nodes) {
    const name = published.get(id) ?? leadingProposal(proposals);
    if (level === 0 && name !== null)
      for (const base of bases) names.set(base, { name: name.name, description: name.description });
  }
  const { request } = facetColumns;
  const pairs = joinSorted({
    left: { directory: join(facets, "facets"), columns: defineColumns({ request }) },
    right: { directory: join(clustered, "bases"), columns: groupColumns },
    on: "row",
    ...options,
  });
  const memberships: Membership[] = [];
  for await (const { left, right } of pairs) {
    const cluster = names.get(right.group);
    if (cluster !== undefined) memberships.push({ summary: left.request, cluster });
  }
  return memberships;
}
