import { sha256 } from "@observatory/core";
import {
  defineColumns,
  readShards,
  readSorted,
  writeFileAtomic,
  writeShards,
  type RunDirectory,
  type StageResult,
} from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import type { AnalysisRow } from "../analysis/analysis-row.ts";
import { createCellCounter, createCellCounts, type CellCounts } from "../analysis/cell-counts.ts";
import { listFacetSources } from "../analysis/facet-source.ts";
import { surveyFacets, type FacetSurvey } from "../analysis/survey-facets.ts";
import { bucketOf, toDay } from "../analysis/time-buckets.ts";
import { isPublishableValue } from "../privacy/door.ts";
import { conversationsOfAccount } from "../privacy/thresholds.ts";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";
import { readAnalysisRows } from "./analysis-rows.ts";
import { loadHierarchy } from "./hierarchy-file.ts";
import { loadPrivateJson } from "./private-json.ts";
import type { StageContext } from "./stage-context.ts";

const facetSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  source: z.enum(["built-in", "own", "column"]),
  kind: z.enum(["category", "several", "ordinal"]),
  values: z.array(z.string()),
  /** Its values' first column; after them comes one for conversations with none of them. */
  firstColumn: z.number().int(),
});

const layoutSchema = z.strictObject({
  rows: z.number().int(),
  columns: z.number().int(),
  facets: z.array(facetSchema),
  time: z
    .strictObject({
      unit: z.enum(["day", "week", "month", "year"]),
      /** First days of the buckets, counted from 1970, and the day after the last. */
      starts: z.array(z.number().int()),
      /** Of the buckets; after them comes one for what is outside. */
      firstColumn: z.number().int(),
      /** Of the earlier half of the buckets; then comes the later. */
      firstHalfColumn: z.number().int(),
      /** How many buckets the earlier half has. */
      earlier: z.number().int(),
    })
    .nullable(),
});

/** `private/analysis-<key>/layout.json`: what the columns of the counts are. Column 0 counts everything. */
export type AnalysisLayout = z.infer<typeof layoutSchema>;

/** Row 0 is everything, row i + 1 node i of the hierarchy. Empty cells are left out. */
const cellColumns = defineColumns({
  row: "integer",
  column: "integer",
  conversations: "integer",
  accounts: "integer",
  key: "integer",
  countedAccounts: "integer",
  countedConversations: "integer",
});

const memberColumns = defineColumns({
  account: "text",
  base: "integer",
  weight: "integer",
  key: "integer",
  copies: "integer",
  settled: "boolean",
  columns: "text",
});

export interface AnalysisInputs {
  readonly imported: StageResult;
  readonly facets: StageResult;
  readonly clustered: StageResult;
  readonly hierarchy: StageResult;
}

/** What the stage takes of the run's context. */
export interface AnalysisContext extends Pick<StageContext, "overlays" | "cellThresholds" | "signal"> {
  readonly analyst: Pick<StageContext["analyst"], "ownFacets">;
}

/**
 * Counts each cluster by each value of each facet and by time, exactly. Private; knows of the thresholds only how many
 * conversations of an account count toward them. Memory grows with clusters times values.
 */
export async function analysisStage(run: RunDirectory, sources: AnalysisInputs, context: AnalysisContext) {
  const { analyst, overlays, cellThresholds, signal } = context;
  const mostOfAccount = conversationsOfAccount(cellThresholds);
  const { facets, clustered, hierarchy } = sources;
  const own = analyst.ownFacets ?? [];
  const inputs = {
    facets: facets.key,
    clustered: clustered.key,
    hierarchy: hierarchy.key,
    own: own.map(({ name, kind }) => ({ name, kind })),
    overlays,
    mostOfAccount,
    version: 4,
  };
  return run.stage(
    "analysis",
    inputs,
    async ({ directory }) => {
      const rows = { ...sources, signal };
      const facetSources = listFacetSources(own, overlays);
      const survey = await surveyFacets(readAnalysisRows(rows), facetSources, (value) =>
        isPublishableValue(value, hasPersonalData),
      );
      warnOfMissingColumns(run, overlays, survey);
      const { nodes } = await loadHierarchy(hierarchy.directory);
      const layout = toLayout(nodes.length + 1, survey);
      const members = join(directory, "members");
      await writeShards(members, memberColumns, encode(readAnalysisRows(rows), survey, layout), { signal });

      const counter = createCellCounter(layout.rows, layout.columns, mostOfAccount);
      const pathOf = new Map<number, number[]>();
      nodes.forEach(({ bases }, node) => {
        for (const base of bases) pathOf.set(base, [...(pathOf.get(base) ?? [0]), node + 1]);
      });
      let current: string | null = null;
      let account = 0;
      for await (const row of readSorted({ directory: members, columns: memberColumns }, ["account"], {
        signal,
      })) {
        if (row.account !== current) {
          current = row.account;
          account++;
        }
        const columns = row.columns.split(",").map(Number);
        counter.add({ ...row, account, rows: pathOf.get(row.base) ?? [0], columns });
      }
      const { rows: cells } = await writeShards(
        join(directory, "cells"),
        cellColumns,
        listCells(counter.counts),
        {
          signal,
        },
      );
      await writeFileAtomic(join(directory, "layout.json"), JSON.stringify(layout));
      return { facets: layout.facets.length, buckets: (layout.time?.starts.length ?? 1) - 1, cells };
    },
    { signal },
  );
}

/** What `analysisStage` left. Throws StateError where it is damaged. */
export async function loadAnalysis(
  directory: string,
  signal: AbortSignal,
): Promise<{ layout: AnalysisLayout; counts: CellCounts }> {
  const layout = await loadPrivateJson(join(directory, "layout.json"), layoutSchema);
  const counts = createCellCounts(layout.rows, layout.columns);
  for await (const cell of readShards(join(directory, "cells"), cellColumns, { signal })) {
    const at = cell.row * layout.columns + cell.column;
    counts.conversations[at] = cell.conversations;
    counts.accounts[at] = cell.accounts;
    counts.keys[at] = cell.key;
    counts.countedAccounts[at] = cell.countedAccounts;
    counts.countedConversations[at] = cell.countedConversations;
  }
  return { layout, counts };
}

function toLayout(rows: number, { facets, buckets }: FacetSurvey): AnalysisLayout {
  let columns = 1;
  const placed = facets.map(({ name, title, source, kind, values }) => {
    const firstColumn = columns;
    columns += values.length + 1;
    return { name, title, source, kind, values: [...values], firstColumn };
  });
  if (buckets === null) return { rows, columns, facets: placed, time: null };
  const firstHalfColumn = columns + buckets.starts.length;
  const time = {
    unit: buckets.unit,
    starts: [...buckets.starts],
    firstColumn: columns,
    firstHalfColumn,
    earlier: Math.floor((buckets.starts.length - 1) / 2),
  };
  return { rows, columns: firstHalfColumn + 2, facets: placed, time };
}

async function* encode(rows: AsyncIterable<AnalysisRow>, survey: FacetSurvey, layout: AnalysisLayout) {
  for await (const row of rows) {
    const { id, account, duplicateKey, part, base, weight, copies, settled } = row;
    // Only who has the conversation can compute it: a key that could be guessed would tell how a count was rounded.
    const key = Number.parseInt(sha256(`${id}\n${account}\n${duplicateKey}\n${part}`).slice(0, 13), 16);
    yield { account, base, weight, key, copies, settled, columns: columnsOf(row, survey, layout).join(",") };
  }
}

function columnsOf(
  row: AnalysisRow,
  { facets, buckets }: FacetSurvey,
  { facets: placed, time }: AnalysisLayout,
) {
  const columns = [0];
  facets.forEach((facet, at) => {
    const first = placed[at]?.firstColumn ?? 0;
    const values = [...new Set(facet.read(row))].filter((value) => value >= 0);
    columns.push(...(values.length === 0 ? [facet.values.length] : values).map((value) => first + value));
  });
  if (buckets === null || time === null) return columns;
  const day = toDay(row.createdAt);
  const bucket = day === null ? -1 : bucketOf(buckets, day);
  columns.push(time.firstColumn + (bucket < 0 ? buckets.starts.length - 1 : bucket));
  if (bucket >= 0) columns.push(time.firstHalfColumn + (bucket < time.earlier ? 0 : 1));
  return columns;
}

function* listCells(counts: CellCounts) {
  for (let row = 0; row < counts.rows; row++) {
    for (let column = 0; column < counts.columns; column++) {
      const at = row * counts.columns + column;
      const conversations = counts.conversations[at] ?? 0;
      if (conversations === 0) continue;
      yield {
        row,
        column,
        conversations,
        accounts: counts.accounts[at] ?? 0,
        key: counts.keys[at] ?? 0,
        countedAccounts: counts.countedAccounts[at] ?? 0,
        countedConversations: counts.countedConversations[at] ?? 0,
      };
    }
  }
}

function warnOfMissingColumns(run: RunDirectory, overlays: readonly string[], { facets }: FacetSurvey): void {
  for (const column of overlays) {
    if (facets.some(({ source, title }) => source === "column" && title === column)) continue;
    run.appendEvent({
      type: "warning",
      code: "no-such-column",
      message: `no conversation has a usable value of the joined column ${column}`,
      hint: 'Columns are keys of "labels" with a text, a number, true or false.',
    });
  }
}
