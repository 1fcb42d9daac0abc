import { InputError } from "@observatory/core";
import { toClaim } from "../benchmark/to-denied.ts";
import type { Claim } from "../captions/render/claim.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";

/** Gives what a caption of a row claims, the true one or a negative; null where that is not known. */
export type FindClaim = (row: RetrievalRow, caption: string) => Claim | null;

/**
 * What the captions of drawn items claim, without reading them: in a family, or a pair, each caption is the true one of one
 * item, and that item carries its graph and its denial. Throws InputError where rows are no such items.
 */
export function indexClaims(rows: readonly RetrievalRow[]): FindClaim {
  const groups = new Map<string, Map<string, Claim>>();
  for (const row of rows) {
    if (row.item?.scene === undefined) {
      throw new InputError(`${row.id} carries no exact graph of its image`, {
        hint: "Reference scorers know drawn scenes alone: observatory crepe generate --world. Make older sets anew.",
      });
    }
    const group = groups.get(toGroup(row)) ?? new Map<string, Claim>();
    groups.set(toGroup(row), group.set(row.caption, toClaim(row.item)));
  }
  return (row, caption) => groups.get(toGroup(row))?.get(caption) ?? null;
}

function toGroup({ id, family, pair }: RetrievalRow): string {
  return family ?? pair?.id ?? id;
}
