import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import type { OwnFacet } from "../../facets/own/own-facet.ts";
import { escapeMarkup } from "../../prepare/escape-markup.ts";
import { defineAnswer, type AnswerForm } from "../answers/define-answer.ts";
import { listOf, wholeNumber } from "../answers/lenient.ts";
import { privacyRules } from "./facet-rules.ts";
import { toRequest } from "./to-request.ts";

/** How many labels a conversation may have at most. */
export const mostCategories = 5;

/** An answer by names of facets; each value is looked at apart, so that one that does not fit leaves the others. */
export type OwnAnswer = Readonly<Record<string, unknown>>;

/** What the user's own facets add to the properties of an answer, as the model is told of them. */
export function ownShape(own: readonly OwnFacet[]): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(own.map((facet) => [facet.name, typeOf(facet)]));
}

function typeOf(facet: OwnFacet): z.ZodType {
  switch (facet.kind) {
    case "summary":
      return z.string();
    case "categories":
      return listOf(facet.values === undefined ? z.string() : z.enum(facet.values), { most: mostCategories });
    case "rating":
      return wholeNumber(1, 5);
    default:
      return facet satisfies never;
  }
}

/** What is asked of the user's own facets, and how the answers have to be written. */
export function ownRules(own: readonly OwnFacet[]): string {
  const summaries = own.filter(({ kind }) => kind === "summary").map(({ name }) => `"${name}"`);
  const lines = own.map((facet) => `"${facet.name}": ${escapeMarkup(facet.question)} ${formOf(facet)}`);
  if (summaries.length === 0) return lines.join("\n");
  return `${lines.join("\n")}

Rules for ${summaries.join(", ")}:
- English, whatever the language of the conversation; at most two short sentences, precise enough that a reader could sort them among thousands of others.
${privacyRules}`;
}

function formOf(facet: OwnFacet): string {
  switch (facet.kind) {
    case "summary":
      return "Answer in words; an empty text if the conversation gives no answer.";
    case "categories": {
      const from = facet.values?.map((value) => `"${escapeMarkup(value)}"`).join(", ");
      const which =
        from === undefined
          ? "short English labels without names of people, companies and places"
          : `labels of this list alone: ${from}`;
      return `Answer with ${which}; at most ${mostCategories}, an empty list if none applies.`;
    }
    case "rating":
      return "Answer with a whole number from 1 (least) to 5 (most).";
    default:
      return facet satisfies never;
  }
}

/** The answer to `ownPrompt`. */
export function ownAnswer(facet: OwnFacet): AnswerForm<OwnAnswer> {
  const { schema } = defineAnswer("clio-own", z.object(ownShape([facet])));
  return { type: z.looseObject({ [facet.name]: z.unknown() }), schema };
}

/** Asks for one facet of the user's own. It shares the part before the task with `facetPrompt`. */
export function ownPrompt(
  transcript: string,
  facet: OwnFacet,
  options: { readonly temperature: number; readonly answer?: AnswerForm<OwnAnswer> },
): ModelRequest {
  const { temperature, answer = ownAnswer(facet) } = options;
  return toRequest({
    material: transcript,
    cache: true,
    task: `Answer a question about the conversation above.\n\n${ownRules([facet])}`,
    answer,
    maxOutputTokens: 512,
    temperature,
  });
}
