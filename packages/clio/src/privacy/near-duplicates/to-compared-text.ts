import { sha256 } from "@observatory/core";
import type { Conversation } from "../../conversation.ts";
import { normalizeForDuplicates } from "../../prepare/duplicate-key.ts";
import type { ComparedText } from "./group-copies.ts";
import { hashToken } from "./hash-tokens.ts";
import { toTokens } from "./to-tokens.ts";

/** What of a conversation is compared: all that its user wrote, as tokens; where there are none, the signs themselves. */
export function toComparedText(conversation: Pick<Conversation, "messages">): ComparedText {
  const said = conversation.messages.filter(({ role }) => role === "user").map(({ content }) => content);
  const tokens = toTokens(said.join("\n"));
  const identity = tokens.length > 0 ? tokens.join(" ") : `signs\n${normalizeForDuplicates(conversation)}`;
  return {
    key: Number.parseInt(sha256(identity).slice(0, 13), 16),
    tokens: Uint32Array.from(tokens, hashToken),
  };
}
