import type { Facets } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import { toKnownLanguage } from "../facets/language/to-known-language.ts";
import type { OwnFacet } from "../facets/own/own-facet.ts";
import { listUserTurns } from "../facets/list-user-turns.ts";
import { findNames } from "../facets/redaction/find-names.ts";
import { longestRequest } from "../facets/request/summarize-request.ts";
import { longestTask } from "../facets/task/describe-task.ts";
import { cleanSummary } from "./answers/clean-summary.ts";
import { saysSomething } from "./answers/says-something.ts";
import { toFivePoints } from "./answers/to-five-points.ts";
import { toRequestFacets } from "./answers/to-request-facets.ts";
import { misfit, type Read } from "./misfit.ts";
import type { FacetsAnswer } from "./prompts/facets-prompt.ts";
import type { OwnAnswer } from "./prompts/own-prompt.ts";
import { readOwnFacets, type OwnReading } from "./read-own-facets.ts";

/** Turns what a model answered about one conversation into facets: the code after the model. */
export interface FacetReader {
  readAll(answer: FacetsAnswer, requests: number): Read<Pick<Facets, "requests" | "languages" | "concern">>;
  readRequest(text: string): Read<string>;
  readTask(text: string): Read<string>;
  readLanguages(texts: readonly string[]): readonly string[];
  readOwn(answer: OwnAnswer, own: readonly OwnFacet[]): OwnReading;
}

const mostLanguages = 5;
const nothingLeft = misfit("schema", "it says nothing about what the user wants");

/** Creates a reader that removes from every summary also the names of people that the conversation gives away. */
export function createFacetReader(conversation: Conversation): FacetReader {
  const names = [...new Set(listUserTurns(conversation).flatMap((turn) => findNames(turn)))];
  const toSummary = (text: string, longest: number): string => cleanSummary(text, { longest, names });
  const toWish = (text: string): string => {
    const summary = toSummary(text, longestRequest);
    return saysSomething(summary) ? summary : "";
  };
  const toRead = (summary: string): Read<string> =>
    summary === "" ? nothingLeft : { fits: true, value: summary };
  const readLanguages = (texts: readonly string[]): readonly string[] =>
    [...new Set(texts.flatMap((text) => toKnownLanguage(text) ?? []))].slice(0, mostLanguages);
  return {
    readRequest: (text) => toRead(toWish(text)),
    readTask: (text) => toRead(toSummary(text, longestTask)),
    readLanguages,
    readOwn: (answer, own) => readOwnFacets(answer, own, names),
    readAll: (answer, most) => {
      const requests = toRequestFacets(
        answer.requests.map(({ request, task, weight }) => ({
          request: toWish(request),
          task: toSummary(task, longestTask),
          weight,
        })),
        most,
      );
      const concern = toFivePoints(answer.concern);
      if (!concern.fits) return concern;
      if (requests.length === 0) return nothingLeft;
      return {
        fits: true,
        value: { requests, languages: readLanguages(answer.languages), concern: concern.value },
      };
    },
  };
}
