import { countRequestTokens, type LanguageModel } from "@observatory/core";
import type { Conversation } from "../conversation.ts";
import type { OwnFacet } from "../facets/own/own-facet.ts";
import { facetPrompt, type SingleFacet } from "../model-analyst/prompts/facet-prompt.ts";
import { facetsPrompt } from "../model-analyst/prompts/facets-prompt.ts";
import { ownPrompt } from "../model-analyst/prompts/own-prompt.ts";
import { screenPrompt } from "../model-analyst/prompts/screen-prompt.ts";
import { toTranscript } from "../prepare/to-transcript.ts";
import { typicalTexts } from "./typical-lengths.ts";

export interface FacetCallOptions {
  readonly facetCalls: "one" | "each";
  /** The user's own facets. */
  readonly own: readonly OwnFacet[];
  /** Requests of a conversation at most. */
  readonly requests: number;
  readonly transcriptCharacters: number;
}

const singleFacets: readonly SingleFacet[] = ["request", "task", "languages", "concern"];
/** What an answer to a facet of the user's own may look like. */
const typicalOwn = { summary: typicalTexts.request, categories: ["one label"], rating: 3 } as const;
// No part of a count.
const temperature = 0;

/** How many calls read the facets of one conversation. */
export function facetCallsOf({ facetCalls, own }: Pick<FacetCallOptions, "facetCalls" | "own">): number {
  return facetCalls === "one" ? 1 : singleFacets.length + own.length;
}

/** Input tokens of the calls that read the facets of one conversation. */
export function countFacetInput(
  model: LanguageModel,
  conversation: Conversation,
  { facetCalls, own, requests, transcriptCharacters }: FacetCallOptions,
): number {
  const { text } = toTranscript(conversation, { maxCharacters: transcriptCharacters });
  const prompts =
    facetCalls === "one"
      ? [facetsPrompt(text, { requests, own, temperature })]
      : [
          ...singleFacets.map((facet) => facetPrompt(text, facet, { temperature })),
          ...own.map((facet) => ownPrompt(text, facet, { temperature })),
        ];
  return prompts.reduce((sum, prompt) => sum + countRequestTokens(model, prompt), 0);
}

/** Output tokens of the answers about a conversation that has so many requests, all of typical length. */
export function countFacetOutput(
  model: LanguageModel,
  requests: number,
  { facetCalls, own }: Pick<FacetCallOptions, "facetCalls" | "own">,
): number {
  const { request, task } = typicalTexts;
  const languages = ["English"];
  const ownValues = own.map((facet) => ({ [facet.name]: typicalOwn[facet.kind] }));
  const weight = requests === 1 ? 1 : 0.25;
  const answers =
    facetCalls === "one"
      ? [
          {
            requests: Array.from({ length: requests }, () => ({ request, task, weight })),
            languages,
            concern: 1,
            ...Object.assign({}, ...ownValues),
          },
        ]
      : [{ request }, { task }, { languages }, { concern: 1 }, ...ownValues];
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
