import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { findWrongArticles } from "./check-text.ts";
import type { FindingCode, Remark, Severity } from "./finding.ts";

/** A property of texts that must not tell the positive from its negatives. */
interface Feature {
  readonly code: FindingCode;
  /** The text that has the most of it, and the one that has the least, in words. */
  readonly most: string;
  readonly least: string;
  readonly measure: (text: string) => number;
}

const negation = /\b(?:no|not|none|nobody|nothing|without|never|something)\b|n't\b/iu;
const is = (condition: boolean): number => Number(condition);

const features: readonly Feature[] = [
  {
    code: "case-leak",
    most: "an upper-case first letter",
    least: "no upper-case first letter",
    measure: (text) => is(/^\s*\p{Lu}/u.test(text)),
  },
  {
    code: "case-leak",
    most: "a later upper-case letter",
    least: "no later upper-case letter",
    measure: (text) => is(/\p{Lu}/u.test(text.trimStart().slice(1))),
  },
  {
    code: "punctuation-leak",
    most: "a mark at the end",
    least: "no mark at the end",
    measure: (text) => is(/[.!?]\s*$/u.test(text)),
  },
  {
    code: "space-leak",
    most: "untidy white space",
    least: "tidy white space",
    measure: (text) => is(/^\s|\s$|\s\s/u.test(text)),
  },
  {
    code: "accent-leak",
    most: "a character outside of ASCII",
    least: "ASCII alone",
    measure: (text) => is(/[^\0-\u007f]/u.test(text)),
  },
  {
    code: "article-leak",
    most: "a wrong article",
    least: "no wrong article",
    measure: (text) => findWrongArticles(text).length,
  },
  {
    code: "negation-leak",
    most: "a negation word",
    least: "no negation word",
    measure: (text) => is(negation.test(text)),
  },
  {
    code: "length-leak",
    most: "the most characters",
    least: "the fewest characters",
    measure: (text) => Array.from(text).length,
  },
];

/** Gains that are called a leak: more than this over chance, and more than three standard errors. */
const smallestGain = 0.05;
const standardErrors = 3;
/** Gains from here on are errors, smaller ones warnings. */
const severeGain = 0.2;

/** A remark on a whole set; `severity` where it depends on the size of the effect. */
export type SetRemark = Remark & { readonly severity?: Severity };

/**
 * What is wrong with the rows of one file and type as a set: properties of the text alone that find the positive more
 * often than chance (ties split; chance is the mean of 1/(1+k)), and lists of different sizes. Of each code the
 * strongest leak. Twenty rows at least.
 */
export function checkCell(rows: readonly CellRow[]): readonly SetRemark[] {
  if (rows.length < 20) return [];
  const chances = rows.map(({ negatives }) => 1 / (1 + negatives.length));
  const strongest = new Map<FindingCode, { readonly gain: number; readonly remark: SetRemark }>();
  for (const { code, most, least, measure } of features) {
    const values = rows.map(({ row, negatives }) => [measure(row.caption), ...negatives.map(measure)]);
    for (const [name, sign] of [
      [most, 1],
      [least, -1],
    ] as const) {
      const gain = toGain(values, chances, sign);
      if (gain === null || gain <= (strongest.get(code)?.gain ?? 0)) continue;
      const chance = mean(chances);
      const message = `choosing ${name} finds the positive in ${percent(gain + chance)} of ${rows.length} rows (chance ${percent(chance)})`;
      const severity = gain >= severeGain ? "error" : "warning";
      strongest.set(code, { gain, remark: { code, message, severity } });
    }
  }
  return [...[...strongest.values()].map(({ remark }) => remark), ...checkSizes(rows, chances)];
}

/** One row with its negatives of one type. */
export interface CellRow {
  readonly row: RetrievalRow;
  readonly negatives: readonly string[];
}

/** R@1 over chance of choosing the highest value (the lowest for sign -1); null where it is no leak. */
function toGain(
  values: readonly (readonly number[])[],
  chances: readonly number[],
  sign: 1 | -1,
): number | null {
  const gains = values.map((row, i) => firstPlace(row, sign) - (chances[i] ?? 0));
  const gain = mean(gains);
  const error = Math.sqrt(mean(gains.map((value) => (value - gain) ** 2)) / gains.length);
  return gain > smallestGain && gain > standardErrors * error ? gain : null;
}

function firstPlace([own = 0, ...others]: readonly number[], sign: 1 | -1): number {
  let equal = 0;
  for (const other of others) {
    if (other * sign > own * sign) return 0;
    if (other === own) equal++;
  }
  return 1 / (1 + equal);
}

function checkSizes(rows: readonly CellRow[], chances: readonly number[]): readonly SetRemark[] {
  const sizes = rows.map(({ negatives }) => negatives.length);
  const [smallest, largest] = sizes.reduce(
    ([low, high], size) => [Math.min(low, size), Math.max(high, size)],
    [Infinity, 0],
  );
  if (smallest === largest) return [];
  const message = `rows have ${smallest} to ${largest} negatives: chance is ${percent(mean(chances))}, not one number for all rows`;
  return [{ code: "varying-list-size", message }];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
