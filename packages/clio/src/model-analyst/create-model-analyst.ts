import { contentHash, UsageError, type LanguageModel } from "@observatory/core";
import type { Analyst, AnalystUsage } from "../analyst.ts";
import type { OwnFacet } from "../facets/own/own-facet.ts";
import { redactionVersion } from "../facets/redaction/redact-conversation.ts";
import { auditNames } from "./audit-names.ts";
import { createHierarchyAnalyst } from "./create-hierarchy-analyst.ts";
import { extractFacetsByModel } from "./extract-facets.ts";
import type { NamingMode } from "../names.ts";
import { nameClustersByModel } from "./name-clusters.ts";
import { mostRequests } from "./prompts/facets-prompt.ts";
import { phrasesPromptVersion } from "./prompts/name-phrases-prompt.ts";
import { promptVersion } from "./prompts/prompt-version.ts";
import { screenConversations } from "./screen-conversations.ts";

/** The jobs that models have. */
export interface AnalystTemperatures {
  readonly extractor: number;
  readonly namer: number;
  readonly auditor: number;
  readonly screener: number;
}

export interface ModelAnalystOptions {
  /** Reads facets off conversations: most of the calls, a small model will do. */
  readonly extractor: LanguageModel;
  /** Names clusters and builds the hierarchy. */
  readonly namer: LanguageModel;
  /** Rates how private names are. */
  readonly auditor: LanguageModel;
  /** Answers the question by which conversations are chosen; the extractor unless told. */
  readonly screener?: LanguageModel;
  /**
   * What the namer is told of a cluster: `summaries` of members, as in the Clio paper, or `phrases` that many accounts use, by which
   * an obedient one can tell next to nothing of anybody. `summaries` unless told.
   */
  readonly naming?: NamingMode;
  /** Those of the Clio paper unless told: 0.2, 1.0, 0.05, 0.2. */
  readonly temperatures?: Partial<AnalystTemperatures>;
  /** How many requests a conversation may have, 1 to 10, 3 unless told; 1 is the paper's "one conversation, one point". */
  readonly requests?: number;
  /** `one` call a conversation, or `each` facet its own as in the paper; `each` knows one request a conversation. */
  readonly facetCalls?: "one" | "each";
  /** The user's own facets, as `parseOwnFacets` gives them. */
  readonly ownFacets?: readonly OwnFacet[];
  /** UTF-16 code units of a transcript at most, 20,000 unless told. */
  readonly transcriptCharacters?: number;
  /**
   * Whether personal data is replaced in every message before a model sees it, screening included; true unless told. Off, whole
   * transcripts go to the provider as they are; what a model answers is redacted either way.
   */
  readonly redact?: boolean;
  /** What the calls for a purpose took, if somebody counts. */
  readonly usageOf?: (purpose: string) => Promise<AnalystUsage>;
}

const paperTemperatures: AnalystTemperatures = {
  extractor: 0.2,
  namer: 1,
  auditor: 0.05,
  screener: 0.2,
};

/**
 * An analyst that asks language models: prompts in `prompts/`, each answer held against a schema and asked for again once, and rules
 * where no answer fits, so that every item gets a result. Nothing that a model wrote is taken on trust: summaries are redacted
 * and bounded, names meet the support rule, and the lexical names stand behind them.
 *
 * Throws UsageError for a number of requests outside 1 to 10. Its calls throw ModelError where a model fails for another reason than
 * the single item, and the reason of an abort.
 *
 * @example
 * const analyst = createModelAnalyst({ extractor: small, namer: large, auditor: large });
 */
export function createModelAnalyst(options: ModelAnalystOptions): Analyst {
  const { extractor, namer, auditor, screener = extractor, facetCalls = "one", usageOf } = options;
  const { ownFacets = [], transcriptCharacters = 20_000, naming = "summaries", redact = true } = options;
  const requests = facetCalls === "each" ? 1 : (options.requests ?? 3);
  if (!Number.isInteger(requests) || requests < 1 || requests > mostRequests) {
    throw new UsageError(`${requests} requests a conversation cannot be asked for`, {
      hint: `Give a whole number from 1 to ${mostRequests}.`,
    });
  }
  const temperatures = { ...paperTemperatures, ...options.temperatures };
  const shown = redact ? `redacted@${redactionVersion}` : "as written";
  const models = [...new Set([extractor, namer, auditor, screener])];
  const keyOf = (
    work: string,
    model: LanguageModel,
    temperature: number,
    ...more: (string | number)[]
  ): string => [`${work}@${promptVersion}`, model.id, temperature, ...more].join(" ");

  return {
    id: `${[...new Set(models.map(({ id }) => id))].join(", ")}@${promptVersion}`,
    keys: {
      screen: keyOf("screen", screener, temperatures.screener, transcriptCharacters, shown),
      facets: keyOf(
        "facets",
        extractor,
        temperatures.extractor,
        facetCalls,
        requests,
        transcriptCharacters,
        shown,
        ...(ownFacets.length === 0 ? [] : [contentHash(ownFacets.map(toAsked))]),
      ),
      names: keyOf(
        "names",
        namer,
        temperatures.namer,
        ...(naming === "phrases" ? [`phrases@${phrasesPromptVersion}`] : []),
      ),
      hierarchy: keyOf("hierarchy", namer, temperatures.namer),
      audit: keyOf("audit", auditor, temperatures.auditor),
    },
    // Far more than two prompts show: each half of the accounts shall have enough, and the lexical names read them all.
    membersShown: 300,
    outsidersShown: 100,
    naming,
    // Halves guard against what a sample of members tells. With phrases there is none, and a word that both halves must use
    // would be told by one account more or less.
    splitHalves: naming === "summaries",
    ...(ownFacets.length === 0 ? {} : { ownFacets }),
    screen: (conversations, call) =>
      screenConversations(screener, conversations, {
        ...call,
        temperature: temperatures.screener,
        transcriptCharacters,
        redact,
      }),
    extractFacets: (conversations, call = {}) =>
      extractFacetsByModel(extractor, conversations, {
        ...call,
        requests,
        facetCalls,
        ownFacets,
        temperature: temperatures.extractor,
        transcriptCharacters,
        redact,
      }),
    nameClusters: (clusters, call = { facet: "request" }) =>
      nameClustersByModel(namer, clusters, { ...call, temperature: temperatures.namer }),
    hierarchy: createHierarchyAnalyst(namer, { temperature: temperatures.namer }),
    audit: (names, call = {}) => auditNames(auditor, names, { ...call, temperature: temperatures.auditor }),
    ...(usageOf ? { usageOf } : {}),
    close: async () => {
      for (const model of models) await model.close();
    },
  };
}

/** What the values of a facet depend on: not how clusters of it are to be called. */
function toAsked({ name, kind, question, ...rest }: OwnFacet) {
  const values = "values" in rest && rest.values !== undefined ? [...rest.values] : null;
  return { name, kind, question, values };
}
