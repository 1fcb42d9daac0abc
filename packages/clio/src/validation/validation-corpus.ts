import { categoryNames } from "./categories.ts";
import type { Conversation } from "../conversation.ts";
import type { SynthLanguage } from "../synth/findings.ts";
import { synthesizeConversations } from "../synth/synthesize-conversations.ts";

/** A conversation with its true category. */
export interface KnownConversation {
  readonly conversation: Conversation;
  /** Name of the domain that it was written for; null for what belongs nowhere. */
  readonly category: string | null;
  /** Code of the language that it is written in. */
  readonly language: string;
}

export interface CorpusOptions {
  readonly conversations: number;
  readonly languages?: readonly SynthLanguage[] | undefined;
  readonly seed: number;
}

/**
 * Conversations of the synthetic corpus with their true categories, in the corpus's order. One that drifts to a second
 * topic belongs to the first. Throws UsageError for options that make no sense.
 */
export function createValidationCorpus(options: CorpusOptions): readonly KnownConversation[] {
  const { conversations, languages, seed } = options;
  const corpus = synthesizeConversations({ conversations, seed, ...(languages ? { languages } : {}) });
  return Array.from(corpus, (conversation) => {
    const { path } = conversation.labels;
    const domain = Array.isArray(path) ? path[0] : null;
    return {
      conversation,
      category: typeof domain === "string" ? (categoryNames[domain] ?? null) : null,
      language: conversation.language ?? "unknown",
    };
  });
}
