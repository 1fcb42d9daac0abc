import { isSighted, rankItem, type ResultRow, type ScorerInfo, type Ties } from "@observatory/crepe/release";

/**
 * The scorers whose agreement on an item says something: those that see, or where there is none, the blind ones. Of
 * present items only.
 */
export function toCountedScorers(
  scorers: readonly { readonly scorer: ScorerInfo; readonly stale: boolean }[],
): readonly string[] {
  const fresh = scorers.filter(({ stale, scorer }) => !stale && scorer.kind !== "chance");
  const sighted = fresh.filter(({ scorer }) => isSighted(scorer));
  return (sighted.length > 0 ? sighted : fresh).map(({ scorer }) => scorer.id);
}

/** Whether the true caption is ahead of every negative of every type; a tie is not ahead. */
export function isRightAbout(rows: readonly ResultRow[], ties: Ties): boolean {
  return rows.every((row) => {
    const { above, tied } = rankItem(row, ties);
    return above === 0 && tied === 0;
  });
}
