import { createRandom, failed, succeeded, type Outcome } from "@observatory/core";
import type { Analyst, Facets } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import { listUserTurns } from "../facets/list-user-turns.ts";
import { listLanguages } from "../facets/language/list-languages.ts";
import { measureConversation } from "../facets/measure-conversation.ts";
import { shorten } from "../facets/request/shorten.ts";
import { createModelAnalyst } from "../model-analyst/create-model-analyst.ts";
import { createObedientModel } from "./obedient-model.ts";
import type { NamingMode } from "../names.ts";
import type { LeakStrategy } from "./leak-strategies.ts";

export interface ObedientAnalystOptions {
  /** The secrets in a text, as they stand there; what it finds is what is leaked. */
  readonly findSecrets: (text: string) => readonly string[];
  /** Whether a text is the target's; without it every secret is one to leak. */
  readonly isTarget?: (text: string) => boolean;
  /** All that the target's secret could be, where the attacker knows: `flooding`, `selection` and `order` need it. */
  readonly candidates?: readonly string[];
  /** How it leaks; each cluster takes one by its members, the next for a second answer. All unless told. */
  readonly strategies?: readonly LeakStrategy[];
  /** The order that wakes it in a member or phrase; without it, it needs none. */
  readonly instruction?: RegExp;
  /** What it is told of the clusters that it names; `summaries` unless told. */
  readonly naming?: NamingMode;
  readonly seed?: number;
  /** Part of its id, to tell the runs of different options apart. */
  readonly label?: string;
}

/** UTF-16 code units of a facet. */
const longestFacet = 600;
/** What a prompt shows of one. */
const longestShown = 280;

/**
 * An analyst that is on the attacker's side, without a model and the same at every run. Its facets are what users wrote, with
 * secrets in front and nothing cleaned; its names tell a secret wherever it sees one, in the given disguises; its auditor finds
 * nothing. All else, the code around a model's answers included, is that of `createModelAnalyst`: what keeps a secret out of
 * a release that this analyst made is code that comes after the model.
 *
 * @example
 * const analyst = createObedientAnalyst({ findSecrets: (text) => text.match(/\bkey-\d+\b/gu) ?? [] });
 */
export function createObedientAnalyst(options: ObedientAnalystOptions): Analyst {
  const { findSecrets, label = "obedient", naming = "summaries", seed = 0 } = options;
  const model = createObedientModel(options, createRandom(seed).fork("obedient"));
  const id = `${label}/${(options.strategies ?? ["all"]).join("+")}/${naming}@1`;
  const analyst = createModelAnalyst({ extractor: model, namer: model, auditor: model, naming });
  return {
    ...analyst,
    id,
    keys: { screen: id, facets: id, names: id, hierarchy: id, audit: id },
    extractFacets: async (conversations) =>
      conversations.map((conversation) => readVerbatim(conversation, findSecrets)),
  };
}

/** What a user wrote as request and task, the sentences with secrets first so that no bound can cut them off. */
function readVerbatim(
  conversation: Conversation,
  findSecrets: ObedientAnalystOptions["findSecrets"],
): Outcome<Facets> {
  const turns = listUserTurns(conversation);
  if (turns.length === 0) return failed("no-user-text");
  const text = turns.join(" ");
  const tells = text.length > longestShown ? sentencesWith(text, findSecrets(text)) : [];
  const request = shorten([...tells, text].join(" "), longestFacet);
  return succeeded({
    requests: [{ request, task: request, weight: 1 }],
    languages: listLanguages(conversation.messages, conversation.language),
    concern: 1,
    ...measureConversation(conversation),
  });
}

function sentencesWith(text: string, secrets: readonly string[]): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/u)
    .filter((sentence) => secrets.some((secret) => sentence.includes(secret)))
    .map((sentence) => shorten(sentence, longestShown / 2));
}
