import { sha256 } from "@observatory/core";
import { createHashSet } from "../import/conversion/hash-set.ts";
import { longestValue } from "../privacy/door.ts";
import { createAccountNumbers } from "./account-numbers.ts";
import type { AnalysisRow } from "./analysis-row.ts";
import type { FacetKind, FacetSource } from "./facet-source.ts";
import { createFrequentValues } from "./frequent-values.ts";
import { toNumberBins } from "./number-bins.ts";
import { addToDay, toDay, toTimeBuckets, type DayTally, type TimeBuckets } from "./time-buckets.ts";

/** A facet whose values are chosen. */
export interface ChosenFacet {
  readonly name: string;
  readonly title: string;
  readonly source: FacetSource["source"];
  readonly kind: FacetKind;
  /** At most 30. */
  readonly values: readonly string[];
  /** Indices of a conversation's values; -1 of one that was not chosen. */
  readonly read: (row: AnalysisRow) => readonly number[];
}

export interface FacetSurvey {
  /** Facets of which some conversation has a value. */
  readonly facets: readonly ChosenFacet[];
  readonly buckets: TimeBuckets | null;
}

const mostValues = 30;
const sampleSize = 20_000;

/**
 * Looks at all rows once and chooses the values that are counted: of text from outside the 30 that most accounts have and
 * that may be shown at all, of numbers bins. Accounts are the unit, so that one who writes much decides nothing alone. Memory is bounded, however many
 * values there are, but for some numbers an account.
 *
 * @param mayShow the privacy rules for a text alone
 */
export async function surveyFacets(
  rows: AsyncIterable<AnalysisRow>,
  sources: readonly FacetSource[],
  mayShow: (value: string) => boolean,
): Promise<FacetSurvey> {
  const tallies = sources.map((source) => createTally(source));
  const days = new Map<number, DayTally>();
  const accountDays = createHashSet();
  for await (const row of rows) {
    for (const tally of tallies) tally.add(row);
    const day = toDay(row.createdAt);
    if (day === null) continue;
    const accountDay = Number.parseInt(sha256(`${row.account}\n${day}`).slice(0, 13), 16) + 1;
    if (accountDays.add(accountDay)) addToDay(days, day, row.account);
  }
  return { facets: tallies.flatMap((tally) => tally.choose(mayShow) ?? []), buckets: toTimeBuckets(days) };
}

function createTally(source: FacetSource) {
  const { name, title } = source;
  const values = createFrequentValues();
  const numbers = createAccountNumbers(sampleSize);
  let numeric = 0;
  let texts = 0;

  const choose = (mayShow: (value: string) => boolean): ChosenFacet | null => {
    if (numeric + texts === 0) return null;
    const shared = { name, title, source: source.source };
    if (texts === 0) {
      const { labels, binOf } = toNumberBins(numbers.list());
      const read = (row: AnalysisRow): number[] =>
        source.read(row).map((value) => (typeof value === "number" ? binOf(value) : -1));
      return { ...shared, kind: "ordinal", values: labels, read };
    }
    const chosen = source.values ?? values.list().filter(mayShow).slice(0, mostValues);
    const indexOf = new Map(chosen.map((value, index) => [value, index]));
    return {
      ...shared,
      kind: source.kind,
      values: chosen,
      read: (row) => source.read(row).map((value) => indexOf.get(String(value)) ?? -1),
    };
  };

  return {
    add(row: AnalysisRow): void {
      for (const value of source.read(row)) {
        if (typeof value === "number") {
          numeric++;
          numbers.add(row.account, row.id, value);
        } else texts++;
        // A column may hold numbers in some rows and words in others; then all are words.
        const text = String(value);
        if (source.values === undefined && text.length <= longestValue) values.add(row.account, text);
      }
    },
    choose,
  };
}
