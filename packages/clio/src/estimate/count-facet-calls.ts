import { countRequestTokens, type LanguageModel } from "@observatory/core";
import type { Conversation } from "../conversation.ts";
import { facetPrompt, type SingleFacet } from "../model-analyst/prompts/facet-prompt.ts";
import { facetsPrompt } from "../model-analyst/prompts/facets-prompt.ts";
import { screenPrompt } from "../model-analyst/prompts/screen-prompt.ts";
import { toTranscript } from "../prepare/to-transcript.ts";
import { typicalTexts } from "./typical-lengths.ts";

export interface FacetCallOptions {
  readonly facetCalls: "one" | "each";
  /** Requests of a conversation at most. */
  readonly requests: number;
  readonly transcriptCharacters: number;
}

const singleFacets: readonly SingleFacet[] = ["request", "task", "languages", "concern"];
// No part of a count.
const temperature = 0;

/** How many calls read the facets of one conversation. */
export function facetCallsOf({ facetCalls }: Pick<FacetCallOptions, "facetCalls">): number {
  return facetCalls === "one" ? 1 : singleFacets.length;
}

/** Input tokens of the calls that read the facets of one conversation. */
export function countFacetInput(
  model: LanguageModel,
  conversation: Conversation,
  { facetCalls, requests, transcriptCharacters }: FacetCallOptions,
): number {
  const { text } = toTranscript(conversation, { maxCharacters: transcriptCharacters });
  if (facetCalls === "one") return countRequestTokens(model, facetsPrompt(text, { requests, temperature }));
  return singleFacets.reduce(
    (sum, facet) => sum + countRequestTokens(model, facetPrompt(text, facet, { temperature })),
    0,
  );
}

/** Output tokens of the answers about a conversation that has so many requests, all of typical length. */
export function countFacetOutput(
  model: LanguageModel,
  requests: number,
  { facetCalls }: Pick<FacetCallOptions, "facetCalls">,
): number {
  const { request, task } = typicalTexts;
  const languages = ["English"];
  const weight = requests === 1 ? 1 : 0.25;
  const answers =
    facetCalls === "one"
      ? [
          {
            requests: Array.from({ length: requests }, () => ({ request, task, weight })),
            languages,
            concern: 1,
          },
        ]
      : [{ request }, { task }, { languages }, { concern: 1 }];
  return answers.reduce((sum, answer) => sum + model.countTokens(JSON.stringify(answer)), 0);
}

/** Input tokens of the call that asks whether one conversation is wanted. */
export function countScreenInput(
  model: LanguageModel,
  conversation: Conversation,
  { question, transcriptCharacters }: { readonly question: string; readonly transcriptCharacters: number },
): number {
  const { text } = toTranscript(conversation, { maxCharacters: transcriptCharacters });
  return countRequestTokens(model, screenPrompt(text, question, { temperature }));
}
