import {
  defineColumns,
  findFinishedStage,
  joinSorted,
  writeFileAtomic,
  type RunDirectory,
  type StageResult,
} from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import {
  createConcentrationMeter,
  listConcentrationReasons,
  type Concentration,
  type ConcentrationMeter,
} from "../privacy/concentration.ts";
import { clustersFileSchema } from "../release/schema.ts";
import { loadHierarchy } from "./hierarchy-file.ts";
import { loadPrivateJson } from "./private-json.ts";
import type { StageContext } from "./stage-context.ts";
import { facetColumns, groupColumns } from "./tables.ts";

const clusterSchema = z.strictObject({
  id: z.string(),
  level: z.number().int(),
  /** The published one; null of a cluster that is not shown. */
  name: z.string().nullable(),
  conversations: z.number(),
  accounts: z.number(),
  largestAccount: z.number(),
  largestCopies: z.number(),
  effectiveAccounts: z.number(),
  /** Why it stands on few; empty where it does not. */
  reasons: z.array(z.enum(["few-accounts", "copies"])),
});

const reportSchema = z.strictObject({ clusters: z.array(clusterSchema) });

/** `private/concentration-<key>/concentration.json`: on how many each cluster stands. Private: its numbers are exact. */
export type ConcentrationReport = z.infer<typeof reportSchema>;

export interface ConcentrationInputs {
  readonly facets: StageResult;
  readonly clustered: StageResult;
  readonly hierarchy: StageResult;
  readonly released: StageResult;
}

/** How concentrated each cluster is, with a warning where one that is shown stands on few. */
export async function concentrationStage(
  run: RunDirectory,
  sources: ConcentrationInputs,
  { thresholds, signal }: Pick<StageContext, "thresholds" | "signal">,
): Promise<StageResult> {
  const { facets, clustered, hierarchy, released } = sources;
  const inputs = { hierarchy: hierarchy.key, cluster: clustered.key, release: released.key, version: 1 };
  return run.stage(
    "concentration",
    inputs,
    async ({ directory }) => {
      const { nodes, levels } = await loadHierarchy(hierarchy.directory);
      const published = await loadPrivateJson(join(released.directory, "clusters.json"), clustersFileSchema);
      const nameOf = new Map(published.clusters.map(({ id, name }) => [id, name]));
      const clusters: ConcentrationReport["clusters"] = [];
      for (let level = levels - 1; level >= 0; level--) {
        const groups =
          level === 0 ? join(clustered.directory, "bases") : join(hierarchy.directory, `level-${level}`);
        const measured = await measureLevel(join(facets.directory, "facets"), groups, signal);
        for (const node of nodes) {
          const found = node.level === level ? measured.get(node.group) : undefined;
          if (found === undefined) continue;
          const reasons = listConcentrationReasons(found, thresholds);
          clusters.push({ id: node.id, level, name: nameOf.get(node.id) ?? null, ...found, reasons });
        }
      }
      const report: ConcentrationReport = { clusters };
      await writeFileAtomic(join(directory, "concentration.json"), JSON.stringify(report));
      const shown = clusters.filter(({ name, reasons }) => name !== null && reasons.length > 0);
      warnOfConcentration(run, shown);
      return { clusters: clusters.length, concentrated: shown.length };
    },
    { signal },
  );
}

/** The report of a finished run. Throws UsageError, StateError. */
export async function loadConcentration(run: string): Promise<ConcentrationReport> {
  return loadPrivateJson(
    join(await findFinishedStage(run, "concentration"), "concentration.json"),
    reportSchema,
  );
}

const { id, account, weight } = facetColumns;
const columns = defineColumns({ id, account, weight });

async function measureLevel(
  facetsDirectory: string,
  groupsDirectory: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Concentration>> {
  const measured = new Map<number, Concentration>();
  let current = -1;
  let meter: ConcentrationMeter | null = null;
  const pairs = joinSorted({
    left: { directory: facetsDirectory, columns },
    right: { directory: groupsDirectory, columns: groupColumns },
    on: "row",
    orderBy: ["right.group", "left.account"],
    signal,
  });
  for await (const { left, right } of pairs) {
    if (!right.first || right.group < 0) continue;
    if (meter === null || right.group !== current) {
      if (meter) measured.set(current, meter.measure());
      meter = createConcentrationMeter();
      current = right.group;
    }
    const account = left.account ?? `conversation ${left.id}`;
    meter.add({ account, copies: right.copies, weight: left.weight });
  }
  if (meter) measured.set(current, meter.measure());
  return measured;
}

function warnOfConcentration(run: RunDirectory, shown: ConcentrationReport["clusters"]): void {
  if (shown.length === 0) return;
  const copied = shown.filter(({ reasons }) => reasons.includes("copies")).length;
  const ofFew = shown.filter(({ reasons }) => reasons.includes("few-accounts")).length;
  const parts = [
    ...(ofFew > 0 ? [`${ofFew} mostly a few accounts' work`] : []),
    ...(copied > 0 ? [`${copied} mostly copies of one text`] : []),
  ];
  run.appendEvent({
    type: "warning",
    code: "concentrated-clusters",
    message: `${shown.length} shown clusters stand on few: ${parts.join(", ")}`,
    hint: "See which with `observatory clio concentration`, before you read their sizes as so many people.",
  });
}
