import { sha256 } from "@observatory/core";
import type { Conversation } from "../../conversation.ts";
import { normalizeForDuplicates } from "../../prepare/duplicate-key.ts";
import type { ComparedText } from "./group-copies.ts";
import { hashToken } from "./hash-tokens.ts";
import { noKnownPrompts, withoutKnownPrompts, type KnownPrompts } from "./known-prompts.ts";
import { toTokens } from "./to-tokens.ts";

/** What of a conversation is compared, and whether it is known prompts and nothing else. */
export interface ComparedConversation extends ComparedText {
  readonly isKnownPrompt: boolean;
}

/**
 * What of a conversation is compared: all that its user wrote besides known prompts, as tokens; where there are none, the signs
 * themselves. Of known prompts alone only the key is compared.
 */
export function toComparedText(
  conversation: Pick<Conversation, "messages">,
  prompts: KnownPrompts = noKnownPrompts,
): ComparedConversation {
  const said = conversation.messages.filter(({ role }) => role === "user").map(({ content }) => content);
  const all = toTokens(said.join("\n"));
  const tokens = withoutKnownPrompts(all, prompts);
  const isKnownPrompt = tokens.length === 0 && all.length > 0;
  const identity =
    tokens.length > 0
      ? tokens.join(" ")
      : isKnownPrompt
        ? `prompt\n${all.join(" ")}`
        : `signs\n${normalizeForDuplicates(conversation)}`;
  return {
    key: Number.parseInt(sha256(identity).slice(0, 13), 16),
    tokens: Uint32Array.from(tokens, hashToken),
    isKnownPrompt,
  };
}
