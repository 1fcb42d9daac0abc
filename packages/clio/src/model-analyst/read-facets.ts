import type { Facets } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import { toKnownLanguage } from "../facets/language/to-known-language.ts";
import type { OwnFacet } from "../facets/own/own-facet.ts";
import { listUserTurns } from "../facets/list-user-turns.ts";
import { findNames } from "../facets/redaction/find-names.ts";
import { longestRequest } from "../facets/request/summarize-request.ts";
import { longestTask } from "../facets/task/describe-task.ts";
import { cleanSummary } from "./answers/clean-summary.ts";
import { repeatsPrompt } from "./answers/repeats-prompt.ts";
import { saysSomething } from "./answers/says-something.ts";
import { createToldOf } from "./answers/tells-of-conversation.ts";
import { toFivePoints } from "./answers/to-five-points.ts";
import { toRequestFacets } from "./answers/to-request-facets.ts";
import { misfit, type Misfit, type Read } from "./misfit.ts";
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
const repeated = misfit("schema", "it repeats the task instead of what the user wants");
const unrelated = misfit(
  "schema",
  "it has no word in common with what was said; name the subject by words of the material",
);

/**
 * Creates a reader that removes from every summary also the names of people that the conversation gives away, and takes
 * none that says nothing of the conversation: no wish of which neither request nor task shares a word with it
 * (`createToldOf`), no summary that repeats the prompt (`repeatsPrompt`). Of an answer with several wishes the others stay.
 *
 * @param shown gives the transcript that the model was shown
 */
export function createFacetReader(conversation: Conversation, shown: () => string): FacetReader {
  const names = [...new Set(listUserTurns(conversation).flatMap((turn) => findNames(turn)))];
  const toSummary = (text: string, longest: number): string => cleanSummary(text, { longest, names });
  const toWish = (text: string): string => {
    const summary = toSummary(text, longestRequest);
    return saysSomething(summary) ? summary : "";
  };
  const tellsOfIt = createToldOf(conversation, shown);
  const faultOf = (...summaries: readonly string[]): Misfit | null => {
    if (summaries.includes("")) return nothingLeft;
    if (summaries.some((summary) => repeatsPrompt(summary, shown))) return repeated;
    return tellsOfIt(...summaries) ? null : unrelated;
  };
  const readLanguages = (texts: readonly string[]): readonly string[] =>
    [...new Set(texts.flatMap((text) => toKnownLanguage(text) ?? []))].slice(0, mostLanguages);
  return {
    readRequest: (text) => {
      const value = toWish(text);
      return faultOf(value) ?? { fits: true, value };
    },
    // A task may be as general as "explain an idea": alone it is not held against the conversation.
    readTask: (text) => {
      const value = toSummary(text, longestTask);
      if (value === "") return nothingLeft;
      return repeatsPrompt(value, shown) ? repeated : { fits: true, value };
    },
    readLanguages,
    readOwn: (answer, own) => readOwnFacets(answer, own, names),
    readAll: (answer, most) => {
      const concern = toFivePoints(answer.concern);
      if (!concern.fits) return concern;
      const wishes = answer.requests.map(({ request, task, weight }) => {
        const wish = { request: toWish(request), task: toSummary(task, longestTask), weight };
        return { wish, fault: faultOf(wish.request, wish.task) };
      });
      const kept = wishes.filter(({ fault }) => fault === null).map(({ wish }) => wish);
      const requests = toRequestFacets(kept, most);
      if (requests.length === 0) return wishes[0]?.fault ?? nothingLeft;
      return {
        fits: true,
        value: { requests, languages: readLanguages(answer.languages), concern: concern.value },
      };
    },
  };
}
