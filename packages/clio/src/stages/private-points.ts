import { sha256 } from "@observatory/core";
import { createMatrix, rowOf, type Matrix } from "@observatory/numerics";
import { readShardBatches, readVectors, type StageResult } from "@observatory/store";
import { join } from "node:path";
import type { BoundedPoints } from "../privacy/differential/bounded-points.ts";
import { projectRows, type PublicBasis } from "../privacy/differential/public-basis.ts";
import { languageNumber } from "../privacy/differential/public-languages.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import type { StageContext } from "./stage-context.ts";
import { summaryOf } from "./summary-of.ts";
import { facetColumns } from "./tables.ts";

/** What is looked at of all accounts, with the text of each point. Private. */
export interface PrivatePoints extends BoundedPoints {
  readonly texts: readonly string[];
}

export interface PrivatePointsOptions {
  readonly facets: StageResult;
  readonly embedded: StageResult;
  readonly index: ConversationIndex;
  readonly basis: PublicBasis;
  /** Conversations of an account at most. */
  readonly most: number;
  readonly context: StageContext;
}

interface Chosen {
  readonly rank: string;
  readonly slot: number;
  readonly text: string;
  readonly language: string | undefined;
}

/**
 * At most so many conversations of each account, those with the smallest hashes of account and id: a choice that depends on
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
      if (each.part !== 0 || index.isFirst[at] !== 1 || slot < 0) continue;
      const account = byAccount ? each.account : `${at}`;
      if (account === null) continue;
      const own = chosen.get(account) ?? [];
      chosen.set(account, own);
      const rank = sha256(`${account}\n${each.id}`);
      own.push({ rank, slot, text: summaryOf(each, facet), language: each.languages[0] });
      own.sort((a, b) => (a.rank < b.rank ? -1 : 1));
      own.length = Math.min(own.length, most);
    }
  }
  const points = [...chosen.values()].flat();
  const starts = [0];
  for (const own of chosen.values()) starts.push((starts.at(-1) ?? 0) + own.length);
  const semantic = await readSemantic(options);
  const vectors = createMatrix(points.length, semantic.columns);
  points.forEach(({ slot }, point) => vectors.data.set(rowOf(semantic, slot), point * semantic.columns));
  return {
    starts,
    vectors: projectRows(vectors, options.basis),
    languages: points.map(({ slot, language }) =>
      hasVector(semantic, slot) ? -1 : languageNumber(language),
    ),
    texts: points.map(({ text }) => text),
  };
}

/** The vector of each slot. */
export async function readSemantic({
  embedded,
  index,
  context,
}: Pick<PrivatePointsOptions, "embedded" | "index" | "context">): Promise<Matrix> {
  const shape = { rows: index.distinct, columns: context.embedder.dimensions };
  return { ...shape, data: await readVectors(join(embedded.directory, "semantic.f32"), shape) };
}

/** Whether the embedder knew the language of a text. */
export function hasVector(semantic: Matrix, slot: number): boolean {
  return rowOf(semantic, slot).some((value) => value !== 0);
}
