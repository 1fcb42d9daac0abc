import { createRandom, type Outcome } from "@observatory/core";
import type { AnalystCallOptions, Facets } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import { judgeSummaryAnswer, judgeSummaryPrompt } from "../model-analyst/prompts/judge-summary-prompt.ts";
import { toTranscript } from "../prepare/to-transcript.ts";
import { judgePairs, judgeTemperature, type Judge, type JudgedPair } from "./judge.ts";
import type { Fit } from "./report.ts";
import type { KnownConversation } from "./validation-corpus.ts";

interface SummaryPair {
  readonly conversation: Conversation;
  readonly summary: string;
}

export interface JudgeOptions {
  /** How many pairs are judged at most; half as many again are mixed up. */
  readonly judged: number;
  readonly seed: number;
  readonly calls: AnalystCallOptions;
}

const maxCharacters = 20_000;

/**
 * Whether the weightiest request of conversations, a random sample of them, says what they are about, by a judge. Mixed-up
 * pairs are a conversation and the summary of one of another category.
 *
 * @param facets one outcome per conversation
 */
export async function judgeSummaries(
  judge: Judge,
  known: readonly KnownConversation[],
  facets: readonly Outcome<Facets>[],
  { judged, seed, calls }: JudgeOptions,
): Promise<Fit> {
  const random = createRandom(seed).fork("judged summaries");
  const readable = known.flatMap(({ conversation, category }, index) => {
    const read = facets[index];
    const summary = read?.ok === true ? read.value.requests[0]?.request : undefined;
    return summary === undefined ? [] : [{ conversation, summary, category }];
  });
  const sample = random.shuffle(readable).slice(0, judged);
  const strangers = sample.slice(0, Math.ceil(judged / 2)).flatMap(({ conversation, category }) => {
    const others = readable.filter((other) => other.category !== category && other.category !== null);
    return category === null || others.length === 0
      ? []
      : [{ conversation, summary: random.pick(others).summary }];
  });
  const pairs: JudgedPair<SummaryPair>[] = [
    ...sample.map((pair) => ({ pair, mixedUp: false })),
    ...strangers.map((pair) => ({ pair, mixedUp: true })),
  ];
  return judgePairs(judge, pairs, {
    calls,
    toQuestion: ({ conversation, summary }) => {
      const toRequest = (most: number) =>
        judgeSummaryPrompt(toTranscript(conversation, { maxCharacters: most }).text, summary, {
          temperature: judgeTemperature,
        });
      return {
        request: toRequest(maxCharacters),
        shorter: () => toRequest(maxCharacters / 2),
        answer: judgeSummaryAnswer,
      };
    },
  });
}
