import { sha256, type TextEmbedder } from "@observatory/core";
import { createMatrix, rowOf, type Matrix } from "@observatory/numerics";
import { readShardBatches, readVectors, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { knowsLanguageOf } from "../embed/language-route.ts";
import type { BoundedPoints } from "../privacy/differential/bounded-points.ts";
import { projectRows, type PublicBasis } from "../privacy/differential/public-basis.ts";
import { languageNumber } from "../privacy/differential/public-languages.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import type { StageContext } from "./stage-context.ts";
import { embeddedTextOf, summaryOf } from "./summary-of.ts";
import { facetColumns } from "./tables.ts";

/** What is looked at of all accounts, with the text of each point. Private. */
export interface PrivatePoints extends BoundedPoints {
  readonly texts: readonly string[];
}

export interface PrivatePointsOptions {
  readonly facets: Pick<StageResult, "directory">;
  readonly index: Pick<ConversationIndex, "slotOf" | "distinct">;
  /** The run's embedder, perhaps with what it keeps. */
  readonly embedder: TextEmbedder;
  readonly basis: PublicBasis;
  /** Conversations of an account at most. */
  readonly most: number;
  readonly context: Pick<StageContext, "facet" | "privacy" | "embedder" | "signal">;
}

interface Chosen {
  readonly rank: string;
  readonly duplicateKey: string;
  readonly text: string;
  readonly embedded: string;
  readonly language: string | undefined;
}

/**
 * At most so many conversations of each account, those with the smallest hashes of account and text: a choice that depends on
 * the account alone. Each counts by its weightiest request. Conversations without an account are left out, or where the
 * conversation is the unit all accounts are: then each is its own. Memory grows with the accounts.
 */
export async function collectPrivatePoints(options: PrivatePointsOptions): Promise<PrivatePoints> {
  const { facets, index, most, context } = options;
  const { facet, signal } = context;
  const byAccount = context.privacy?.unit !== "conversation";
  const chosen = new Map<string, Chosen[]>();
  let row = 0;
  for await (const batch of readShardBatches(join(facets.directory, "facets"), facetColumns, { signal })) {
    for (const each of batch) {
      const at = row++;
      const slot = index.slotOf[at] ?? -1;
      if (each.part !== 0 || slot < 0) continue;
      const account = byAccount ? each.account : `${at}`;
      if (account === null) continue;
      const own = chosen.get(account) ?? [];
      chosen.set(account, own);
      // Not by the id: a made-up one counts the records before it, and a repeated one is renamed, so both go by others' conversations.
      const rank = sha256(`${account}\n${each.duplicateKey}`);
      // Which tellings the run takes for one may depend on others' conversations; this depends on the account alone.
      if (own.some(({ duplicateKey }) => duplicateKey === each.duplicateKey)) continue;
      own.push({
        rank,
        duplicateKey: each.duplicateKey,
        text: summaryOf(each, facet),
        embedded: embeddedTextOf(each, facet),
        language: each.languages[0],
      });
    }
  }
  for (const [account, own] of chosen)
    chosen.set(account, own.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, most));
  const points = [...chosen.values()].flat();
  const starts = [0];
  for (const own of chosen.values()) starts.push((starts.at(-1) ?? 0) + own.length);
  const { embedder } = context;
  const known = points.map(({ embedded }) => knowsLanguageOf(embedded, embedder));
  const vectors = createMatrix(points.length, embedder.dimensions);
  for (let start = 0; start < points.length; start += embedder.maxBatch) {
    const batch = points
      .slice(start, start + embedder.maxBatch)
      .map(({ embedded }, at) => (known[start + at] ? embedded : ""));
    const rows = await options.embedder.embed(batch, { signal });
    rows.forEach((vector, at) => vectors.data.set(vector, (start + at) * embedder.dimensions));
  }
  return {
    starts,
    vectors: projectRows(vectors, options.basis),
    languages: points.map(({ language }, point) => (known[point] === true ? -1 : languageNumber(language))),
    texts: points.map(({ text }) => text),
  };
}

/** The vector of each slot. */
export async function readSemantic({
  embedded,
  index,
  context,
}: Pick<PrivatePointsOptions, "index" | "context"> & { readonly embedded: StageResult }): Promise<Matrix> {
  const shape = { rows: index.distinct, columns: context.embedder.dimensions };
  return { ...shape, data: await readVectors(join(embedded.directory, "semantic.f32"), shape) };
}

/** Whether the embedder knew the language of a text. */
export function hasVector(semantic: Matrix, slot: number): boolean {
  return rowOf(semantic, slot).some((value) => value !== 0);
}
