import type { Json } from "@observatory/core";
import type { Conversation, Message } from "../../conversation.ts";
import { found, lost, type ConversationDraft, type Reading } from "../formats/conversation-draft.ts";
import type { ImportLimits } from "../import-limits.ts";
import type { Repair } from "../loss-reasons.ts";
import { shortenMessage } from "./shorten-message.ts";
import { copyBounded } from "./to-bounded-json.ts";
import { toInstant } from "./to-instant.ts";
import { toName } from "./to-name.ts";
import { toRole } from "./to-role.ts";
import { toText } from "./to-text.ts";

export interface ConversionOptions {
  readonly limits: ImportLimits;
  /** The id of a record that names none. */
  readonly generatedId: string;
  /** Called for everything that is changed; the same repair may come more than once. */
  readonly onRepair: (repair: Repair) => void;
}

/** Checks, bounds and mends what a format found. Fails with a reason for the loss report. */
export function toConversation(draft: ConversationDraft, options: ConversionOptions): Reading<Conversation> {
  const messages = toMessages(draft, options);
  if (!messages.ok) return messages;
  const { onRepair } = options;
  const id = toName(draft.id);
  const account = toName(draft.account);
  if (id.rounded || account.rounded) onRepair("rounded-number");
  return found({
    id: id.name ?? options.generatedId,
    account: account.name,
    createdAt: toCreatedAt(draft.createdAt, onRepair),
    language: toLanguage(draft.language, onRepair),
    model: toName(draft.model).name,
    messages: messages.value,
    labels: toLabels(draft.labels, options),
  });
}

function toMessages(draft: ConversationDraft, { limits, onRepair }: ConversionOptions): Reading<Message[]> {
  let drafts = draft.messages;
  if (drafts.length > limits.messages) {
    const half = Math.floor(limits.messages / 2);
    drafts = [...drafts.slice(0, half), ...drafts.slice(drafts.length - (limits.messages - half))];
    onRepair("conversation-shortened");
  }
  const messages: Message[] = [];
  for (const { role: roleName, content, toolCalls } of drafts) {
    if (typeof roleName !== "string" || roleName.trim() === "") return lost("missing-role");
    const role = toRole(roleName);
    if (role === null) return lost("unknown-role");
    const { text, marked } = toText(content, toolCalls);
    if (marked) onRepair("attachment-marked");
    const mended = mend(text, limits.messageCharacters, onRepair);
    if (mended.trim() === "") onRepair("empty-message");
    else messages.push({ role, content: mended });
  }
  if (messages.length === 0) return lost("no-messages");
  if (!messages.some((message) => message.role === "user")) return lost("no-user-message");
  return found(messages);
}

function mend(text: string, maxCharacters: number, onRepair: (repair: Repair) => void): string {
  let mended = text;
  if (mended.includes("\0")) {
    mended = mended.replaceAll("\0", "");
    onRepair("nul-bytes");
  }
  if (!mended.isWellFormed()) {
    mended = mended.toWellFormed();
    onRepair("lone-surrogate");
  }
  if (mended.length > maxCharacters) {
    mended = shortenMessage(mended, maxCharacters);
    onRepair("message-shortened");
  }
  return mended;
}

function toCreatedAt(value: unknown, onRepair: (repair: Repair) => void): string | null {
  if (value === null || value === undefined || value === "") return null;
  const instant = toInstant(value);
  if (instant === null) onRepair("bad-date");
  return instant;
}

/** The primary tag of an ISO 639 code with or without region (`pt-BR`). */
function toLanguage(value: unknown, onRepair: (repair: Repair) => void): string | null {
  if (value === null || value === undefined || value === "") return null;
  const tag =
    typeof value === "string"
      ? /^([a-z]{2,3})(?:[-_][a-z0-9_-]{1,32})?$/iu.exec(value.trim())?.[1]
      : undefined;
  if (tag === undefined) onRepair("unknown-language");
  return tag?.toLowerCase() ?? null;
}

function toLabels(value: unknown, { limits, onRepair }: ConversionOptions): Readonly<Record<string, Json>> {
  if (value === null || value === undefined) return {};
  const copy = copyBounded(value)?.value;
  if (!isRecord(copy) || JSON.stringify(copy).length > limits.labelCharacters) {
    onRepair("labels-dropped");
    return {};
  }
  return copy;
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
