import { succeeded, type LanguageModel, type Outcome } from "@observatory/core";
import type { AnalystCallOptions } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import { listUserTurns } from "../facets/list-user-turns.ts";
import { redactConversation } from "../facets/redaction/redact-conversation.ts";
import { toTranscript } from "../prepare/to-transcript.ts";
import { ask } from "./ask.ts";
import { mapItems } from "./map-items.ts";
import { screenAnswer, screenPrompt } from "./prompts/screen-prompt.ts";

export interface ScreenOptions extends AnalystCallOptions {
  readonly question: string;
  readonly temperature: number;
  readonly transcriptCharacters: number;
  /** Whether personal data is replaced in what the model sees. */
  readonly redact: boolean;
}

/**
 * Asks of each conversation whether it is to be kept. Kept is also what two answers did not fit, so that nothing is lost by an
 * accident, and what no user wrote anything in, without a call.
 */
export async function screenConversations(
  model: LanguageModel,
  conversations: readonly Conversation[],
  { question, temperature, transcriptCharacters, redact, ...options }: ScreenOptions,
): Promise<readonly Outcome<boolean>[]> {
  const screen = async (conversation: Conversation, call: AnalystCallOptions): Promise<Outcome<boolean>> => {
    if (listUserTurns(conversation).length === 0) return succeeded(true);
    const shown = redact ? redactConversation(conversation) : conversation;
    const toRequest = (maxCharacters: number) =>
      screenPrompt(toTranscript(shown, { maxCharacters }).text, question, { temperature });
    const { value } = await ask(
      model,
      {
        request: toRequest(transcriptCharacters),
        shorter: () => toRequest(transcriptCharacters / 2),
        answer: screenAnswer,
        read: ({ keep }) => ({ fits: true, value: keep }),
      },
      call,
    );
    return succeeded(value ?? true);
  };
  return mapItems(conversations, screen, { ...options, concurrency: model.concurrency });
}
