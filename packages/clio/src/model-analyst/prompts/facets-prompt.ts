import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import type { OwnFacet } from "../../facets/own/own-facet.ts";
import { defineAnswer, type AnswerForm } from "../answers/define-answer.ts";
import { listOf, weight, wholeNumber } from "../answers/lenient.ts";
import { concernRules, languageRules, summaryRules } from "./facet-rules.ts";
import { ownRules, ownShape } from "./own-prompt.ts";
import { toRequest } from "./to-request.ts";

/** How many requests a conversation may have at most. */
export const mostRequests = 10;

const request = z.object({ request: z.string(), task: z.string(), weight: weight() });
const shapes = Array.from({ length: mostRequests }, (_, index) => ({
  requests: listOf(request, { least: 1, most: index + 1 }),
  languages: listOf(z.string(), { most: 10 }),
  concern: wholeNumber(1, 5),
}));

/** What is asked for in one call. Values of the user's own facets are not looked at here, so that each can fail alone. */
export type FacetsAnswer = z.infer<z.ZodObject<(typeof shapes)[number], z.core.$loose>>;

const forms = shapes.map((shape) => defineAnswer<FacetsAnswer>("clio-facets", z.object(shape)));

/**
 * The form of an answer with up to `requests` requests, languages, concern and the user's own facets. Throws RangeError
 * outside 1 to 10.
 */
export function facetsAnswer(requests: number, own: readonly OwnFacet[] = []): AnswerForm<FacetsAnswer> {
  const form = forms[requests - 1];
  const shape = shapes[requests - 1];
  if (form === undefined || shape === undefined) throw new RangeError(`no form for ${requests} requests`);
  if (own.length === 0) return form;
  const { schema } = defineAnswer("clio-facets", z.object({ ...shape, ...ownShape(own) }));
  return { type: z.looseObject(shape), schema };
}

export interface FacetsPromptOptions {
  /** How many requests a conversation may have, 1 to 10. */
  readonly requests: number;
  readonly temperature: number;
  /** The user's own facets; none unless told. */
  readonly own?: readonly OwnFacet[];
  /** What `facetsAnswer` gave for these, where a caller with many prompts has it. */
  readonly answer?: AnswerForm<FacetsAnswer>;
}

/** Asks for all facets of a conversation at once. */
export function facetsPrompt(transcript: string, options: FacetsPromptOptions): ModelRequest {
  const { requests, temperature, own = [], answer = facetsAnswer(requests, own) } = options;
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

${summaryRules}${
      own.length === 0 ? "" : `\n\nAnswer these questions about the conversation as well.\n${ownRules(own)}`
    }`,
    answer,
    maxOutputTokens: 512 + 256 * requests + 128 * own.length,
    temperature,
  });
}
