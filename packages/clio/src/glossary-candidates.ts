import { findFinishedStage, readRunRecord } from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import { findClusteredFacet } from "./facets/own/find-clustered-facet.ts";
import { presetNames } from "./names.ts";
import { emptyGlossary } from "./privacy/words/glossary.ts";
import { collectGroups } from "./stages/group-statistics.ts";
import { findHierarchy } from "./stages/find-hierarchy.ts";
import { loadHierarchy } from "./stages/hierarchy-file.ts";
import { createRunWordClasses } from "./stages/run-word-classes.ts";

/** A word that no dictionary has and that a glossary would let into names. Private. */
export interface GlossaryCandidate {
  readonly word: string;
  /** The clusters in which enough accounts use it for a word of a dictionary, and too few for one of none. */
  readonly clusters: readonly { readonly id: string; readonly accounts: number }[];
}

/** As far as it is needed: `ownFacets` holds more of other kinds. */
const configSchema = z.object({
  facet: z.string(),
  preset: z.enum(presetNames),
  ownFacets: z.array(z.object({ name: z.string(), kind: z.string(), question: z.string() })).default([]),
});

/**
 * The unknown words of a finished run that a reviewed glossary would let names use, those of most accounts in one cluster
 * first. It looks at base clusters; what matters there matters above. Throws UsageError, StateError.
 */
export async function listGlossaryCandidates(
  run: string,
  { signal = new AbortController().signal }: { readonly signal?: AbortSignal } = {},
): Promise<readonly GlossaryCandidate[]> {
  const { facet, ownFacets, preset } = configSchema.parse((await readRunRecord(run)).config);
  const { nodes } = await loadHierarchy(await findHierarchy(run));
  const idOf = new Map(nodes.flatMap(({ level, group, id }) => (level === 0 ? [[group, id] as const] : [])));
  const source = {
    facetsDirectory: join(await findFinishedStage(run, "facets"), "facets"),
    groupsDirectory: join(await findFinishedStage(run, "cluster"), "bases"),
    facet: findClusteredFacet(
      facet,
      ownFacets.map(({ name, question }) => ({ name, question, kind: "summary" })),
    ),
    signal,
  };
  const statistics = await collectGroups({
    ...source,
    splitHalves: false,
    seed: 0,
    classes: await createRunWordClasses(emptyGlossary, preset)(source),
    wanted: (group) => idOf.has(group),
  });
  const clustersOf = new Map<string, { readonly id: string; readonly accounts: number }[]>();
  for (const [group, { support }] of statistics)
    for (const { word, accounts } of support.glossaryCandidates()) {
      const clusters = clustersOf.get(word) ?? [];
      clustersOf.set(word, clusters);
      clusters.push({ id: idOf.get(group) ?? "", accounts });
    }
  const most = (candidate: GlossaryCandidate): number => candidate.clusters[0]?.accounts ?? 0;
  return [...clustersOf]
    .map(([word, clusters]) => ({ word, clusters: clusters.toSorted((a, b) => b.accounts - a.accounts) }))
    .toSorted((a, b) => most(b) - most(a) || (a.word < b.word ? -1 : 1));
}
