import { failed, succeeded, type LanguageModel, type Outcome } from "@observatory/core";
import type { AnalystCallOptions, Facets, Reading } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import { extractLexicalFacets } from "../facets/extract-lexical-facets.ts";
import { listUserTurns } from "../facets/list-user-turns.ts";
import { measureConversation } from "../facets/measure-conversation.ts";
import { toTranscript } from "../prepare/to-transcript.ts";
import { ask, type Answer, type Question } from "./ask.ts";
import { toFivePoints } from "./answers/to-five-points.ts";
import { mapItems } from "./map-items.ts";
import { facetAnswers, facetPrompt, type SingleFacet } from "./prompts/facet-prompt.ts";
import { facetsAnswer, facetsPrompt } from "./prompts/facets-prompt.ts";
import { createFacetReader, type FacetReader } from "./read-facets.ts";

export interface ExtractOptions extends AnalystCallOptions {
  /** How many requests a conversation may have; one where `facetCalls` is `each`. */
  readonly requests: number;
  /** All facets in one call, or one call a facet. */
  readonly facetCalls: "one" | "each";
  readonly temperature: number;
  readonly transcriptCharacters: number;
}

/**
 * Facets of each conversation by a model. Where two answers did not fit, those of the rules stand in (of one facet alone where
 * each has its call), and `reading` says so. A conversation in which no user wrote anything fails with `no-user-text`, without a call.
 */
export async function extractFacetsByModel(
  model: LanguageModel,
  conversations: readonly Conversation[],
  { requests, facetCalls, temperature, transcriptCharacters, ...options }: ExtractOptions,
): Promise<readonly Outcome<Facets>[]> {
  const extract = async (conversation: Conversation, call: AnalystCallOptions): Promise<Outcome<Facets>> => {
    if (listUserTurns(conversation).length === 0) return failed("no-user-text");
    const session: Session = {
      model,
      conversation,
      temperature,
      call,
      reader: createFacetReader(conversation),
      toText: (share) => toTranscript(conversation, { maxCharacters: transcriptCharacters * share }).text,
    };
    return facetCalls === "one" ? askAtOnce(session, requests) : askEach(session);
  };
  return mapItems(conversations, extract, { ...options, concurrency: model.concurrency });
}

/** What all calls about one conversation share. */
interface Session {
  readonly model: LanguageModel;
  readonly conversation: Conversation;
  readonly temperature: number;
  readonly call: AnalystCallOptions;
  readonly reader: FacetReader;
  /** The transcript in a share of its greatest length. */
  readonly toText: (share: number) => string;
}

async function askAtOnce(session: Session, requests: number): Promise<Outcome<Facets>> {
  const { model, conversation, temperature, call, reader, toText } = session;
  const toRequest = (share: number) => facetsPrompt(toText(share), { requests, temperature });
  const { value, reading } = await ask(
    model,
    {
      request: toRequest(1),
      shorter: () => toRequest(0.5),
      answer: facetsAnswer(requests),
      read: (answer) => reader.readAll(answer, requests),
    },
    call,
  );
  if (value !== null) return succeeded({ ...value, ...measureConversation(conversation), reading });
  const lexical = extractLexicalFacets(conversation);
  return lexical.ok ? succeeded({ ...lexical.value, reading }) : lexical;
}

/** One after the other, so that the first has put the conversation into the provider's cache. */
async function askEach(session: Session): Promise<Outcome<Facets>> {
  const { conversation, temperature, reader, toText, model, call } = session;
  const askFor = <A, T>(
    facet: SingleFacet,
    rest: Pick<Question<A, T>, "answer" | "read">,
  ): Promise<Answer<T>> => {
    const toRequest = (share: number) => facetPrompt(toText(share), facet, { temperature });
    return ask(model, { request: toRequest(1), shorter: () => toRequest(0.5), ...rest }, call);
  };
  const request = await askFor("request", {
    answer: facetAnswers.request,
    read: ({ request }) => reader.readRequest(request),
  });
  const task = await askFor("task", { answer: facetAnswers.task, read: ({ task }) => reader.readTask(task) });
  const languages = await askFor("languages", {
    answer: facetAnswers.languages,
    read: ({ languages }) => ({ fits: true, value: reader.readLanguages(languages) }),
  });
  const concern = await askFor("concern", {
    answer: facetAnswers.concern,
    read: ({ concern }) => toFivePoints(concern),
  });

  const reading = joinReadings([request, task, languages, concern].map((answer) => answer.reading));
  const rules = reading.secondMisfit === null ? null : extractLexicalFacets(conversation);
  if (rules?.ok === false) return rules;
  const [rule] = rules?.value.requests ?? [];
  return succeeded({
    requests: [
      { request: request.value ?? rule?.request ?? "", task: task.value ?? rule?.task ?? "", weight: 1 },
    ],
    languages: languages.value ?? rules?.value.languages ?? [],
    concern: concern.value ?? rules?.value.concern ?? 1,
    ...measureConversation(conversation),
    reading,
  });
}

function joinReadings(readings: readonly Reading[]): Reading {
  return {
    firstMisfit: readings.find(({ firstMisfit }) => firstMisfit !== null)?.firstMisfit ?? null,
    secondMisfit: readings.find(({ secondMisfit }) => secondMisfit !== null)?.secondMisfit ?? null,
  };
}
