import type { Json } from "@observatory/core";
import { isJsonObject } from "../json-object.ts";
import type { ProviderCall } from "../provider-call.ts";
import { answerFacets, rateConcern, readLanguages, readUserTurns } from "./facets.ts";
import { fillSchema } from "./fill-schema.ts";
import { answerOwn } from "./own.ts";
import { chooseParent, deduplicateNames, proposeParents } from "./hierarchy.ts";
import { nameByPhrases, nameCluster } from "./name-cluster.ts";
import { answersQuestion, fitsConversation, fitsTitle, ratePrivacy } from "./ratings.ts";
import { summarizeRequest, summarizeTask } from "./summarize.ts";

/**
 * The answer of a small honest analyst who works by rules: an object for a task, words where nothing is asked for.
 * It depends on the data in the prompt alone and not on the order of lists. A task that is not known gets the
 * smallest answer that fits its schema.
 */
export function answerTask(call: ProviderCall): Json {
  const task = tasks[call.title ?? ""];
  if (task !== undefined) return task(call);
  return call.schema === null ? "This is an answer of the test provider." : fillSchema(call.schema);
}

const tasks: Readonly<Record<string, (call: ProviderCall) => Json>> = {
  "clio-screen": ({ prompt }) => ({ keep: answersQuestion(prompt) }),
  "clio-facets": (call) => ({
    ...answerOwn(call),
    ...answerFacets(call.prompt, mostRequests(call.schema)),
  }),
  "clio-own": answerOwn,
  "clio-request": ({ prompt }) => ({ request: requestOf(prompt) }),
  "clio-task": ({ prompt }) => ({ task: summarizeTask(requestOf(prompt)) }),
  "clio-languages": ({ prompt }) => ({ languages: readLanguages(readUserTurns(prompt)) }),
  "clio-concern": ({ prompt }) => ({ concern: rateConcern(readUserTurns(prompt).join("\n")) }),
  "clio-name": ({ prompt }) => nameCluster(prompt),
  "clio-name-phrases": ({ prompt }) => nameByPhrases(prompt),
  "clio-parents": ({ prompt }) => proposeParents(prompt),
  "clio-deduplicate": ({ prompt }) => deduplicateNames(prompt),
  "clio-assign": ({ prompt }) => chooseParent(prompt),
  "clio-audit": ({ prompt }) => ({ rating: ratePrivacy(prompt) }),
  "clio-judge-summary": ({ prompt }) => ({ fits: fitsConversation(prompt) }),
  "clio-judge-title": ({ prompt }) => ({ fits: fitsTitle(prompt) }),
};

function requestOf(prompt: string): string {
  return summarizeRequest(readUserTurns(prompt)[0] ?? "");
}

/** The schema's own bound, or what a description says where a provider's dialect has no bounds; five unless told. */
function mostRequests(schema: Json): number {
  const list =
    isJsonObject(schema) && isJsonObject(schema["properties"]) ? schema["properties"]["requests"] : null;
  if (!isJsonObject(list ?? undefined)) return 5;
  const { maxItems, description } = list as { readonly [key: string]: Json };
  if (typeof maxItems === "number") return maxItems;
  const told = /(?:maxItems"?:? ?|at most |up to )(\d+)/u.exec(
    typeof description === "string" ? description : "",
  );
  return told === null ? 5 : Number(told[1]);
}
