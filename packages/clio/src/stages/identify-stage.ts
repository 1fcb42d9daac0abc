import { nearestRows, type Matrix } from "@observatory/numerics";
import {
  defineColumns,
  readShards,
  readVectors,
  createVectorWriter,
  writeFileAtomic,
  type RunDirectory,
  type StageResult,
} from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import { keepClusterIds } from "../release/cluster-ids.ts";
import { continueClusters, type AlikePair, type Continuation } from "../release/continue-clusters.ts";
import { toPaths } from "../hierarchy/build-tree.ts";
import { subjectColumns, sumSubjects, toSubjectVectors, type SubjectSums } from "./cluster-subjects.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { loadHierarchy, type HierarchyNode } from "./hierarchy-file.ts";
import { loadPrivateJson } from "./private-json.ts";
import type { EarlierRelease } from "./project.ts";
import type { SnapshotMember } from "./release-snapshot.ts";
import type { StageContext } from "./stage-context.ts";

export interface IdentifyInputs {
  readonly facets: StageResult;
  readonly embedded: StageResult;
  readonly clustered: StageResult;
  readonly hierarchy: StageResult;
  readonly analysed: StageResult;
  readonly index: ConversationIndex;
}

const continuedSchema = z.strictObject({
  node: z.number().int(),
  /** The id of the earlier cluster. */
  id: z.string(),
  by: z.enum(["conversations", "words"]),
  /** Accounts of which something came into the cluster or left it. */
  movedAccounts: z.number().int(),
});

/** `private/identify-<key>/identities.json` */
const identitiesSchema = z.strictObject({
  sizes: z.array(z.number().int()),
  continued: z.array(continuedSchema),
});

export type ContinuedCluster = z.infer<typeof continuedSchema>;
export type Identities = z.infer<typeof identitiesSchema>;

const memberColumns = defineColumns({ account: "text", base: "integer", key: "integer" });

/**
 * Between hierarchy and release: which clusters continue one of the project's last release, and take over its id. Leaves
 * a hierarchy with these ids.
 */
export async function identifyStage(
  run: RunDirectory,
  sources: IdentifyInputs,
  earlier: EarlierRelease | null,
  context: StageContext,
): Promise<StageResult> {
  const { signal, embedder } = context;
  const { hierarchy, analysed, embedded } = sources;
  const inputs = {
    hierarchy: hierarchy.key,
    analysis: analysed.key,
    embed: embedded.key,
    earlier: earlier?.hash ?? null,
    version: 1,
  };
  return run.stage(
    "identify",
    inputs,
    async ({ directory }) => {
      const { nodes, levels } = await loadHierarchy(hierarchy.directory);
      const subjects = await sumSubjects(sources, context);
      const sizes = [...Array(subjects.rows.rows).keys()].map(
        (base) => subjects.rows.data[base * subjects.rows.columns] ?? 0,
      );
      const found =
        earlier === null ? [] : await findContinued(earlier, nodes, { sizes, subjects, analysed }, context);
      const ids = keepClusterIds(
        nodes.map(({ id }) => id),
        new Map(found.map(({ node, id }) => [node, id])),
      );
      const renamed = nodes.map((node, at) => ({ ...node, id: ids[at] ?? node.id }));
      await writeFileAtomic(join(directory, "hierarchy.json"), JSON.stringify({ levels, nodes: renamed }));
      const identities: Identities = { sizes, continued: found };
      await writeFileAtomic(join(directory, "identities.json"), JSON.stringify(identities));
      await using writer = await createVectorWriter(
        join(directory, "subjects.f32"),
        subjectColumns(embedder.dimensions),
      );
      await writer.append(subjects.rows.data);
      await writer.finish();
      return { clusters: nodes.length, continued: found.length };
    },
    { signal },
  );
}

/** What `identifyStage` left beside the hierarchy. */
export async function loadIdentities(
  directory: string,
  dimensions: number,
  signal: AbortSignal,
): Promise<Identities & { readonly subjects: SubjectSums }> {
  const identities = await loadPrivateJson(join(directory, "identities.json"), identitiesSchema);
  const shape = { rows: identities.sizes.length, columns: subjectColumns(dimensions) };
  const data = await readVectors(join(directory, "subjects.f32"), shape, { signal });
  return { ...identities, subjects: { rows: { ...shape, data }, dimensions } };
}

/** The members of base clusters as the analysis left them, with a hash of the account. */
export async function* readMembers(
  analysed: StageResult,
  signal: AbortSignal,
): AsyncGenerator<SnapshotMember> {
  yield* readShards(join(analysed.directory, "members"), memberColumns, { signal });
}

async function findContinued(
  earlier: EarlierRelease,
  nodes: readonly HierarchyNode[],
  now: { readonly sizes: readonly number[]; readonly subjects: SubjectSums; readonly analysed: StageResult },
  { embedder, engine, signal }: StageContext,
): Promise<ContinuedCluster[]> {
  const { snapshot } = earlier;
  const earlierBase = new Map<number, number>();
  for await (const { key, base } of earlier.readMembers()) earlierBase.set(key, base);
  const shared = new Map<number, Map<number, number>>();
  for await (const { key, base } of readMembers(now.analysed, signal)) {
    const before = earlierBase.get(key);
    if (before === undefined) continue;
    const row = shared.get(before) ?? new Map<number, number>();
    row.set(base, (row.get(base) ?? 0) + 1);
    shared.set(before, row);
  }
  // Meanings of two embedders have nothing in common.
  const comparable = snapshot.embedder === embedder.id;
  const earlierSubjects = comparable ? await earlier.readSubjects() : null;
  const found = await continueClusters(snapshot.nodes, nodes, {
    shared,
    sizes: { before: snapshot.sizes, after: now.sizes },
    findAlike: async (before, after) => {
      if (earlierSubjects === null || before.length === 0 || after.length === 0) return [];
      const vectorsOf = (
        subjects: SubjectSums,
        of: readonly { readonly bases: readonly number[] }[],
        indices: readonly number[],
      ) =>
        toSubjectVectors(
          subjects,
          indices.map((index) => of[index]?.bases ?? []),
        );
      const pairs = await findMutual(
        vectorsOf(earlierSubjects, snapshot.nodes, before),
        vectorsOf(now.subjects, nodes, after),
        (queries, points) => nearestRows(queries, points, { count: 1, engine, signal }),
      );
      return pairs.map(({ likeness, ...pair }) => ({
        likeness,
        before: before[pair.before] ?? 0,
        after: after[pair.after] ?? 0,
      }));
    },
  });
  const moved = await countMovedAccounts(found, {
    earlier,
    nodes,
    earlierBase,
    analysed: now.analysed,
    signal,
  });
  return found.map(({ before, after, by }, at) => ({
    node: after,
    id: snapshot.nodes[before]?.id ?? "",
    by,
    movedAccounts: moved[at] ?? 0,
  }));
}

async function findMutual(
  before: Matrix,
  after: Matrix,
  findNearest: (queries: Matrix, points: Matrix) => ReturnType<typeof nearestRows>,
): Promise<AlikePair[]> {
  const forth = await findNearest(before, after);
  const back = await findNearest(after, before);
  return [...forth.indices].flatMap((partner, at) =>
    partner >= 0 && back.indices[partner] === at
      ? [{ before: at, after: partner, likeness: 1 - (forth.squaredDistances[at] ?? 2) / 2 }]
      : [],
  );
}

/** More are not counted: far beyond any threshold. */
const mostMoved = 10_000;

/** For each continuation how many accounts have a request that is in one of the two clusters alone. */
async function countMovedAccounts(
  found: readonly Continuation[],
  {
    earlier,
    nodes,
    earlierBase,
    analysed,
    signal,
  }: {
    readonly earlier: EarlierRelease;
    readonly nodes: readonly HierarchyNode[];
    readonly earlierBase: ReadonlyMap<number, number>;
    readonly analysed: StageResult;
    readonly signal: AbortSignal;
  },
): Promise<number[]> {
  const moved = found.map(() => new Set<string>());
  const move = (pair: number, account: string): void => {
    const accounts = moved[pair];
    if (accounts && accounts.size < mostMoved) accounts.add(account);
  };
  const pairOf = {
    before: new Map(found.map(({ before }, pair) => [before, pair])),
    after: new Map(found.map(({ after }, pair) => [after, pair])),
  };
  const pathsBefore = toPaths(earlier.snapshot.nodes, earlier.snapshot.sizes.length);
  const pathsAfter = toPaths(nodes, Math.max(0, ...nodes.flatMap(({ bases }) => bases)) + 1);
  const pairsBefore = pathsBefore.map((path) => path.flatMap((node) => pairOf.before.get(node) ?? []));
  const pairsAfter = pathsAfter.map((path) => path.flatMap((node) => pairOf.after.get(node) ?? []));
  const stayed = new Set<number>();
  for await (const { key, base, account } of readMembers(analysed, signal)) {
    const from = earlierBase.get(key);
    const before = from === undefined ? [] : (pairsBefore[from] ?? []);
    const after = pairsAfter[base] ?? [];
    for (const pair of after) if (!before.includes(pair)) move(pair, account);
    for (const pair of before) if (!after.includes(pair)) move(pair, account);
    if (from !== undefined) stayed.add(key);
  }
  for await (const { key, base, account } of earlier.readMembers()) {
    if (stayed.has(key)) continue;
    for (const pair of pairsBefore[base] ?? []) move(pair, account);
  }
  return moved.map(({ size }) => size);
}
