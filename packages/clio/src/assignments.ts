import { defineColumns, findFinishedStage, joinSorted } from "@observatory/store";
import { join } from "node:path";
import { loadHierarchy } from "./stages/hierarchy-file.ts";

/** Where one conversation went. Private. */
export interface Assignment {
  readonly id: string;
  /** Ids of its clusters from the top to the base. */
  readonly path: readonly string[];
}

/** Streams the clusters of every conversation of a finished run, in input order. Throws UsageError, StateError. */
export async function* readAssignments(
  run: string,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<Assignment> {
  const clustered = await findFinishedStage(run, "cluster");
  const facets = await findFinishedStage(run, "facets");
  const { nodes } = await loadHierarchy(clustered);
  const paths = new Map<number, string[]>();
  for (const node of nodes)
    for (const base of node.bases) paths.set(base, [...(paths.get(base) ?? []), node.id]);
  const pairs = joinSorted({
    left: { directory: join(facets, "facets"), columns: defineColumns({ id: "text" }) },
    right: { directory: join(clustered, "assignments"), columns: defineColumns({ base: "integer" }) },
    on: "row",
    ...options,
  });
  for await (const { left, right } of pairs) yield { id: left.id, path: paths.get(right.base) ?? [] };
}
