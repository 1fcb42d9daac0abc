import { failed, succeeded, type LanguageModel, type ModelRequest, type Outcome } from "@observatory/core";
import type { AnalystCallOptions, Facets, Reading } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import type { OwnFacet, OwnValues } from "../facets/own/own-facet.ts";
import { extractLexicalFacets } from "../facets/extract-lexical-facets.ts";
import { listUserTurns } from "../facets/list-user-turns.ts";
import { measureConversation } from "../facets/measure-conversation.ts";
import { redactConversation } from "../facets/redaction/redact-conversation.ts";
import { toTranscript } from "../prepare/to-transcript.ts";
import { ask, type Answer, type Question } from "./ask.ts";
import type { AnswerForm } from "./answers/define-answer.ts";
import { toFivePoints } from "./answers/to-five-points.ts";
import { mapItems } from "./map-items.ts";
import { facetAnswers, facetPrompt, type SingleFacet } from "./prompts/facet-prompt.ts";
import { facetsAnswer, facetsPrompt, type FacetsAnswer } from "./prompts/facets-prompt.ts";
import { ownAnswer, ownPrompt, type OwnAnswer } from "./prompts/own-prompt.ts";
import { createFacetReader, type FacetReader } from "./read-facets.ts";

export interface ExtractOptions extends AnalystCallOptions {
  /** How many requests a conversation may have; one where `facetCalls` is `each`. */
  readonly requests: number;
  /** All facets in one call, or one call a facet. */
  readonly facetCalls: "one" | "each";
  /** The user's own, asked for besides. */
  readonly ownFacets: readonly OwnFacet[];
  readonly temperature: number;
  readonly transcriptCharacters: number;
  /** Whether personal data is replaced in what the model sees. */
  readonly redact: boolean;
}

/**
 * Facets of each conversation by a model. Where two answers did not fit, those of the rules stand in (of one facet alone where
 * each has its call), and `reading` says so; a facet of the user's own has no value then. A conversation in which no user wrote anything fails with `no-user-text`, without a call.
 */
export async function extractFacetsByModel(
  model: LanguageModel,
  conversations: readonly Conversation[],
  { requests, facetCalls, ownFacets, temperature, transcriptCharacters, redact, ...options }: ExtractOptions,
): Promise<readonly Outcome<Facets>[]> {
  const answer = facetsAnswer(requests, ownFacets);
  const own = ownFacets.map((facet) => ({ facet, answer: ownAnswer(facet) }));
  const extract = async (conversation: Conversation, call: AnalystCallOptions): Promise<Outcome<Facets>> => {
    if (listUserTurns(conversation).length === 0) return failed("no-user-text");
    const shown = redact ? redactConversation(conversation) : conversation;
    const toText = (share: number): string =>
      toTranscript(shown, { maxCharacters: transcriptCharacters * share }).text;
    const reader = createFacetReader(conversation, () => toText(1));
    const session: Session = { model, conversation, temperature, call, reader, toText };
    return facetCalls === "one"
      ? askAtOnce(session, { requests, own: ownFacets, answer })
      : askEach(session, own);
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

interface AtOnce {
  readonly requests: number;
  readonly own: readonly OwnFacet[];
  readonly answer: AnswerForm<FacetsAnswer>;
}

interface OwnForm {
  readonly facet: OwnFacet;
  readonly answer: AnswerForm<OwnAnswer>;
}

async function askAtOnce(session: Session, wanted: AtOnce): Promise<Outcome<Facets>> {
  const { conversation, temperature, reader } = session;
  const { requests, own, answer } = wanted;
  const measures = measureConversation(conversation);
  /** The last answer of which only the user's own facets do not fit. */
  let rest: Omit<Facets, "reading" | keyof typeof measures> | null = null;
  const toRequest = (text: string) => facetsPrompt(text, { ...wanted, temperature });
  const { value, reading } = await askAbout(session, toRequest, {
    answer,
    read: (answer) => {
      const read = reader.readAll(answer, requests);
      if (!read.fits || own.length === 0) return read;
      const { values, misfit } = reader.readOwn(answer, own);
      const facets = { ...read.value, own: values };
      if (misfit === null) return { fits: true, value: facets };
      rest = facets;
      return misfit;
    },
  });
  const facets = value ?? rest;
  if (facets !== null) return succeeded({ ...facets, ...measures, reading });
  const lexical = extractLexicalFacets(conversation);
  return lexical.ok ? succeeded({ ...lexical.value, reading }) : lexical;
}

/** One after the other, so that the first has put the conversation into the provider's cache. */
async function askEach(session: Session, ownForms: readonly OwnForm[]): Promise<Outcome<Facets>> {
  const { conversation, temperature, reader } = session;
  const askFor = <A, T>(
    facet: SingleFacet,
    rest: Pick<Question<A, T>, "answer" | "read">,
  ): Promise<Answer<T>> => askAbout(session, (text) => facetPrompt(text, facet, { temperature }), rest);
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

  const builtIn = joinReadings([request, task, languages, concern].map((answer) => answer.reading));
  const own = await askOwn(session, ownForms);
  const reading = joinReadings([builtIn, ...own.readings]);
  const rules = builtIn.secondMisfit === null ? null : extractLexicalFacets(conversation);
  if (rules?.ok === false) return rules;
  const [rule] = rules?.value.requests ?? [];
  return succeeded({
    requests: [
      { request: request.value ?? rule?.request ?? "", task: task.value ?? rule?.task ?? "", weight: 1 },
    ],
    languages: languages.value ?? rules?.value.languages ?? [],
    concern: concern.value ?? rules?.value.concern ?? 1,
    ...(ownForms.length === 0 ? {} : { own: own.values }),
    ...measureConversation(conversation),
    reading,
  });
}

async function askOwn(session: Session, own: readonly OwnForm[]) {
  const { temperature, reader } = session;
  const readings: Reading[] = [];
  let values: OwnValues = {};
  for (const { facet, answer } of own) {
    const toRequest = (text: string) => ownPrompt(text, facet, { temperature, answer });
    const { value, reading } = await askAbout(session, toRequest, {
      answer,
      read: (answer) => {
        const { values, misfit } = reader.readOwn(answer, [facet]);
        return misfit ?? { fits: true, value: values };
      },
    });
    values = { ...values, ...value };
    readings.push(reading);
  }
  return { values, readings };
}

/** Asks about the whole transcript, or half of it where that is too long. */
function askAbout<A, T>(
  { model, call, toText }: Session,
  toRequest: (text: string) => ModelRequest,
  rest: Pick<Question<A, T>, "answer" | "read">,
): Promise<Answer<T>> {
  const request = toRequest(toText(1));
  return ask(model, { request, shorter: () => toRequest(toText(0.5)), ...rest }, call);
}

function joinReadings(readings: readonly Reading[]): Reading {
  return {
    firstMisfit: readings.find(({ firstMisfit }) => firstMisfit !== null)?.firstMisfit ?? null,
    secondMisfit: readings.find(({ secondMisfit }) => secondMisfit !== null)?.secondMisfit ?? null,
  };
}
