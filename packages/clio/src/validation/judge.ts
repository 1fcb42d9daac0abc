import type { LanguageModel } from "@observatory/core";
import type { AnalystCallOptions, AnalystUsage } from "../analyst.ts";
import { ask, type Question } from "../model-analyst/ask.ts";
import { mapItems } from "../model-analyst/map-items.ts";
import type { Fit } from "./report.ts";
import { shareOf } from "./share.ts";

/** A model that says whether pairs fit. */
export interface Judge {
  readonly model: LanguageModel;
  /** What the calls for a purpose took, if somebody counts. */
  readonly usageOf?: (purpose: string) => Promise<AnalystUsage>;
}

/** Low, so that another judgement of the same pair seldom differs. */
export const judgeTemperature = 0;

/** A pair to judge. */
export interface JudgedPair<T> {
  readonly pair: T;
  /** True where the two do not belong together. */
  readonly mixedUp: boolean;
}

/** Asks a judge about pairs, each by the question that `toQuestion` makes of it, and counts its answers. */
export async function judgePairs<T, A extends { readonly fits: boolean }>(
  judge: Judge,
  pairs: readonly JudgedPair<T>[],
  options: {
    readonly toQuestion: (pair: T) => Omit<Question<A, boolean>, "read">;
    readonly calls: AnalystCallOptions;
  },
): Promise<Fit> {
  const { toQuestion, calls } = options;
  const judgeOne = async ({ pair, mixedUp }: JudgedPair<T>, call: AnalystCallOptions) => {
    const question = { ...toQuestion(pair), read: ({ fits }: A) => ({ fits: true as const, value: fits }) };
    return { mixedUp, fits: (await ask(judge.model, question, call)).value };
  };
  const answers = await mapItems(pairs, judgeOne, { ...calls, concurrency: judge.model.concurrency });
  const answered = answers.filter(({ fits }) => fits !== null);
  const saysYes = ({ fits }: { readonly fits: boolean | null }): boolean => fits === true;
  return {
    fits: shareOf(
      answered.filter(({ mixedUp }) => !mixedUp),
      saysYes,
    ),
    mixedUp: shareOf(
      answered.filter(({ mixedUp }) => mixedUp),
      saysYes,
    ),
    unanswered: answers.length - answered.length,
  };
}
