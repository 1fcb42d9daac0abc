import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import { defineAnswer } from "../answers/define-answer.ts";
import { listOf, weight, wholeNumber } from "../answers/lenient.ts";
import { concernRules, languageRules, summaryRules } from "./facet-rules.ts";
import { toRequest } from "./to-request.ts";

/** How many requests a conversation may have at most. */
export const mostRequests = 10;

const forms = Array.from({ length: mostRequests }, (_, index) => {
  const request = z.object({ request: z.string(), task: z.string(), weight: weight() });
  return defineAnswer(
    "clio-facets",
    z.object({
      requests: listOf(request, { least: 1, most: index + 1 }),
      languages: listOf(z.string(), { most: 10 }),
      concern: wholeNumber(1, 5),
    }),
  );
});

/** What is asked for in one call: up to `requests` requests, languages, concern. Throws RangeError outside 1 to 10. */
export function facetsAnswer(requests: number) {
  const form = forms[requests - 1];
  if (form === undefined) throw new RangeError(`no form for ${requests} requests`);
  return form;
}

export interface FacetsPromptOptions {
  /** How many requests a conversation may have, 1 to 10. */
  readonly requests: number;
  readonly temperature: number;
}

/** Asks for all facets of a conversation at once. */
export function facetsPrompt(transcript: string, options: FacetsPromptOptions): ModelRequest {
  const { requests, temperature } = options;
  return toRequest({
    material: transcript,
    task: `Describe the conversation above.

"requests": ${
      requests === 1
        ? "a list with one item: what the user wants over the whole conversation."
        : `what the user wants, as a list of one to ${requests} items, the weightiest first. Most conversations have exactly one. Give several only where the user comes with wishes that have nothing to do with each other; follow-up questions, corrections and steps towards one goal belong to one wish.`
    } For each item:
- "request": what the user wants to reach.
- "task": what the assistant is asked to do for it, as an action and its object.
- "weight": the share of the conversation that it takes, between 0 and 1; all together make 1.
${languageRules}
${concernRules}

${summaryRules}`,
    answer: facetsAnswer(requests),
    maxOutputTokens: 512 + 256 * requests,
    temperature,
  });
}
