import { defineColumns, findFinishedStage, joinSorted } from "@observatory/store";
import { join } from "node:path";
import type { OwnValues } from "./facets/own/own-facet.ts";
import { findHierarchy } from "./stages/find-hierarchy.ts";
import { loadHierarchy } from "./stages/hierarchy-file.ts";
import { facetColumns, groupColumns } from "./stages/tables.ts";

/** Where one conversation went. Private. */
export interface Assignment {
  readonly id: string;
  /** Ids of the clusters of its weightiest request from the top to the base; empty where it has no value to cluster. */
  readonly path: readonly string[];
  /** Of a conversation with several requests: where each went and the part of it that it takes. */
  readonly requests?: readonly { readonly path: readonly string[]; readonly weight: number }[];
  /** Values of the user's own facets; absent where there are none. */
  readonly own?: OwnValues;
}

/** Streams the clusters of every conversation of a finished run, in input order. Throws UsageError, StateError. */
export async function* readAssignments(
  run: string,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<Assignment> {
  const clustered = await findFinishedStage(run, "cluster");
  const facets = await findFinishedStage(run, "facets");
  const { nodes } = await loadHierarchy(await findHierarchy(run));
  const paths = new Map<number, string[]>();
  for (const node of nodes)
    for (const base of node.bases) paths.set(base, [...(paths.get(base) ?? []), node.id]);
  const { id, part, weight, own } = facetColumns;
  const pairs = joinSorted({
    left: { directory: join(facets, "facets"), columns: defineColumns({ id, part, weight, own }) },
    right: { directory: join(clustered, "bases"), columns: groupColumns },
    on: "row",
    ...options,
  });
  let current: {
    readonly id: string;
    readonly own: OwnValues;
    readonly requests: { path: readonly string[]; weight: number }[];
  } | null = null;
  for await (const { left, right } of pairs) {
    const request = { path: paths.get(right.group) ?? [], weight: left.weight / 1000 };
    if (current !== null && left.part > 0) {
      current.requests.push(request);
    } else {
      if (current !== null) yield toAssignment(current);
      current = { id: left.id, own: left.own, requests: [request] };
    }
  }
  if (current !== null) yield toAssignment(current);
}

function toAssignment({
  id,
  own,
  requests,
}: {
  readonly id: string;
  readonly own: OwnValues;
  readonly requests: NonNullable<Assignment["requests"]>;
}): Assignment {
  const path = requests[0]?.path ?? [];
  return {
    id,
    path,
    ...(requests.length === 1 ? {} : { requests }),
    ...(Object.keys(own).length === 0 ? {} : { own }),
  };
}
