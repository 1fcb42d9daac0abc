import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import { defineAnswer } from "../answers/define-answer.ts";
import { listOf, wholeNumber } from "../answers/lenient.ts";
import { concernRules, languageRules, summaryRules } from "./facet-rules.ts";
import { toRequest } from "./to-request.ts";

export const facetAnswers = {
  request: defineAnswer("clio-request", z.object({ request: z.string() })),
  task: defineAnswer("clio-task", z.object({ task: z.string() })),
  languages: defineAnswer("clio-languages", z.object({ languages: listOf(z.string(), { most: 10 }) })),
  concern: defineAnswer("clio-concern", z.object({ concern: wholeNumber(1, 5) })),
} as const;

export type SingleFacet = keyof typeof facetAnswers;

const tasks: Readonly<Record<SingleFacet, string>> = {
  request: `Say in "request" what the user of the conversation above wants over the whole of it. Where there are several wishes, find the one that most of it is about.\n\n${summaryRules}`,
  task: `Say in "task" what the assistant in the conversation above is asked to do, as an action and its object. Where there are several tasks, take the one that most of it is about.\n\n${summaryRules}`,
  languages: `Give the languages of the conversation above.\n${languageRules}`,
  concern: `Rate the conversation above.\n${concernRules}`,
};

/** Asks for one facet of a conversation. All facets share the part before the task, which is marked for the cache. */
export function facetPrompt(
  transcript: string,
  facet: SingleFacet,
  options: { readonly temperature: number },
): ModelRequest {
  return toRequest({
    material: transcript,
    cache: true,
    task: tasks[facet],
    answer: facetAnswers[facet],
    maxOutputTokens: 512,
    ...options,
  });
}
