import { shareOf, type Share } from "./share.ts";
import { groupBy } from "../group-by.ts";

/** One conversation whose category is known, and where the analyst put it. */
export interface Placement {
  /** Name of its true category. */
  readonly truth: string;
  /** Name of the category that it was put into; null where the analyst could not read the conversation. */
  readonly chosen: string | null;
  /** Code of the language that it is written in. */
  readonly language: string;
  /** Who decided: the analyst, or nearness of vectors in its place. */
  readonly by: "analyst" | "embedding";
}

/** Whether known categories are found again (Clio paper, section on synthetic validation). */
export interface Reconstruction {
  /** `embedding` where the analyst cannot assign: then its summaries went to the category with the nearest name. */
  readonly method: "analyst" | "embedding";
  readonly categories: number;
  /** Conversations put into their true category; those that could not be read count as wrong. */
  readonly accuracy: Share;
  /** The same of those that the analyst itself decided; of none where the method is `embedding`. */
  readonly own: Share;
  /** What guessing gives. */
  readonly chance: {
    /** 1 / categories: a category drawn blindly. */
    readonly uniform: number;
    /** Always the most frequent category; null without conversations. */
    readonly majority: number | null;
  };
  /** Mean over the categories of the share that was found again, so that every category counts alike; null without conversations. */
  readonly balanced: number | null;
  /** Placements that nearness of vectors decided. */
  readonly byEmbedding: number;
  /** Conversations that the analyst could not read. */
  readonly unread: number;
  /** Conversations of the corpus that belong to no category; left out. */
  readonly outside: number;
  /** By true category, the least accurate first; categories without conversations are left out. */
  readonly perCategory: readonly CategoryScore[];
  /** By language, the most conversations first. */
  readonly perLanguage: readonly { readonly language: string; readonly accuracy: Share }[];
  /** Which true category was taken for which other, the most frequent first, twelve at most. */
  readonly confusions: readonly Confusion[];
}

export interface CategoryScore {
  readonly category: string;
  readonly accuracy: Share;
  /** Conversations put here, rightly or wrongly. */
  readonly chosen: number;
}

export interface Confusion {
  readonly truth: string;
  readonly chosen: string;
  readonly count: number;
}

const mostConfusions = 12;

/** Scores placements over a fixed list of categories; `outside` is passed through. */
export function scoreReconstruction(
  placements: readonly Placement[],
  options: {
    readonly method: Reconstruction["method"];
    readonly categories: readonly string[];
    readonly outside: number;
  },
): Reconstruction {
  const { method, categories, outside } = options;
  const perCategory = [...groupBy(placements, ({ truth }) => truth)]
    .map(([category, group]) => ({
      category,
      accuracy: shareOf(group, isRight),
      chosen: placements.filter(({ chosen }) => chosen === category).length,
    }))
    .toSorted((a, b) => (a.accuracy.share ?? 0) - (b.accuracy.share ?? 0) || byText(a.category, b.category));
  const largest = Math.max(0, ...perCategory.map(({ accuracy }) => accuracy.of));
  const total = perCategory.reduce((sum, { accuracy }) => sum + (accuracy.share ?? 0), 0);
  return {
    method,
    categories: categories.length,
    accuracy: shareOf(placements, isRight),
    own: shareOf(
      placements.filter(({ by, chosen }) => by === "analyst" && chosen !== null),
      isRight,
    ),
    chance: {
      uniform: 1 / categories.length,
      majority: placements.length === 0 ? null : largest / placements.length,
    },
    balanced: perCategory.length === 0 ? null : total / perCategory.length,
    byEmbedding: placements.filter(({ by, chosen }) => by === "embedding" && chosen !== null).length,
    unread: placements.filter(({ chosen }) => chosen === null).length,
    outside,
    perCategory,
    perLanguage: [...groupBy(placements, ({ language }) => language)]
      .map(([language, group]) => ({ language, accuracy: shareOf(group, isRight) }))
      .toSorted((a, b) => b.accuracy.of - a.accuracy.of || byText(a.language, b.language)),
    confusions: countConfusions(placements),
  };
}

function isRight({ truth, chosen }: Placement): boolean {
  return truth === chosen;
}

function countConfusions(placements: readonly Placement[]): readonly Confusion[] {
  const wrong = placements.filter((placement) => placement.chosen !== null && !isRight(placement));
  const pairs = groupBy(wrong, ({ truth, chosen }) => `${truth}\n${chosen}`);
  return [...pairs.values()]
    .flatMap(([first, ...more]): Confusion[] =>
      first === undefined || first.chosen === null
        ? []
        : [{ truth: first.truth, chosen: first.chosen, count: 1 + more.length }],
    )
    .toSorted((a, b) => b.count - a.count || byText(a.truth, b.truth) || byText(a.chosen, b.chosen))
    .slice(0, mostConfusions);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
