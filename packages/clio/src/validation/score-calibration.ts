import { rankCorrelation } from "@observatory/numerics";
import type { AuditRating } from "../analyst.ts";
import { isAcceptable } from "../privacy/door.ts";
import type { AuditCase } from "./audit-case.ts";
import { shareOf, type Share } from "./share.ts";

/** How an auditor rated names whose privacy is known. */
export interface Calibration {
  /** Names that it rightly lets pass (3 and more) or rightly refuses. A name without a usable rating passes, as in a run. */
  readonly accuracy: Share;
  /** What an auditor reaches that always gives the same rating. */
  readonly constant: number;
  /** Mean of the shares of names that should and that should not pass and were rightly decided; 0.5 for a constant rating. */
  readonly balanced: number | null;
  /** Names that must not be shown and would be. */
  readonly falsePasses: Share;
  /** Names that may be shown and would not be. */
  readonly falseRefusals: Share;
  /** Rightly decided of the cases that were written to mislead. */
  readonly tricky: Share;
  readonly exact: Share;
  readonly withinOne: Share;
  /** Spearman's correlation of true and given ratings; null where the given ones do not vary. */
  readonly correlation: number | null;
  /** `confusion[true - 1][given - 1]`; the sixth column holds names without a usable rating. */
  readonly confusion: readonly (readonly number[])[];
  readonly unrated: number;
  /** False where the accuracy is not clearly above that of a constant rating: then this auditor guards nothing. */
  readonly informative: boolean;
  /** Wrongly decided cases, the furthest off first, thirty at most. All cases are made up. */
  readonly wrong: readonly WrongCase[];
}

export interface WrongCase {
  readonly name: string;
  readonly truth: AuditRating;
  /** Null where there was no usable rating. */
  readonly given: AuditRating | null;
}

const ratings = [1, 2, 3, 4, 5] as const;
const mostWrong = 30;

/** Scores given ratings, one per case. */
export function scoreCalibration(
  cases: readonly AuditCase[],
  given: readonly (AuditRating | null)[],
): Calibration {
  const rated = cases.map(({ name, rating, tricky }, index) => ({
    name,
    truth: rating,
    tricky,
    given: given[index] ?? null,
  }));
  const open = rated.filter(({ truth }) => isAcceptable(truth));
  const closed = rated.filter(({ truth }) => !isAcceptable(truth));
  const accuracy = shareOf(rated, isRight);
  const constant = rated.length === 0 ? 0 : Math.max(open.length, closed.length) / rated.length;
  const sides = [shareOf(open, isRight).share, shareOf(closed, isRight).share];
  const [openRight, closedRight] = sides;
  const answered = rated.flatMap(({ truth, given }) => (given === null ? [] : [[truth, given] as const]));
  return {
    accuracy,
    constant,
    balanced:
      typeof openRight === "number" && typeof closedRight === "number" ? (openRight + closedRight) / 2 : null,
    falsePasses: shareOf(closed, (item) => !isRight(item)),
    falseRefusals: shareOf(open, (item) => !isRight(item)),
    tricky: shareOf(
      rated.filter(({ tricky }) => tricky),
      isRight,
    ),
    exact: shareOf(rated, ({ truth, given }) => truth === given),
    withinOne: shareOf(rated, ({ truth, given }) => given !== null && Math.abs(truth - given) <= 1),
    correlation: rankCorrelation(
      answered.map(([truth]) => truth),
      answered.map(([, given]) => given),
    ),
    confusion: ratings.map((truth) =>
      [...ratings, null].map(
        (column) => rated.filter((item) => item.truth === truth && item.given === column).length,
      ),
    ),
    unrated: rated.length - answered.length,
    informative: accuracy.interval !== null && accuracy.interval[0] > constant,
    wrong: rated
      .filter((item) => !isRight(item))
      .toSorted((a, b) => distance(b) - distance(a) || (a.name < b.name ? -1 : 1))
      .slice(0, mostWrong)
      .map(({ name, truth, given }) => ({ name, truth, given })),
  };
}

interface Rated {
  readonly truth: AuditRating;
  readonly given: AuditRating | null;
}

function isRight({ truth, given }: Rated): boolean {
  return isAcceptable(truth) === isAcceptable(given);
}

function distance({ truth, given }: Rated): number {
  return given === null ? 5 : Math.abs(truth - given);
}
