import { z } from "zod";
import { toText } from "../conversion/to-text.ts";
import type { MessageDraft } from "./conversation-draft.ts";
import { readChatgptText } from "./read-chatgpt-text.ts";

/** One node of a ChatGPT conversation. */
export interface ChatgptMessage {
  /** None where the message is hidden or says nothing. */
  readonly drafts: readonly MessageDraft[];
  /** Whether something was left out that its reader never saw. */
  readonly isHidden: boolean;
  /** The model that wrote it; undefined where a person or a tool did. */
  readonly model: string | undefined;
}

const messageSchema = z.object({
  author: z.object({ role: z.unknown().optional() }).optional().catch(undefined),
  content: z.unknown().optional(),
  recipient: z.string().nullish().catch(undefined),
  weight: z.unknown().optional(),
  metadata: z
    .object({
      is_visually_hidden_from_conversation: z.unknown().optional(),
      model_slug: z.string().optional().catch(undefined),
      attachments: z.array(z.unknown()).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const contentSchema = z.object({
  content_type: z.string().catch(""),
  parts: z.array(z.unknown()).optional().catch(undefined),
  text: z.unknown().optional(),
  result: z.unknown().optional(),
});
const typedPart = z.object({ content_type: z.string(), text: z.unknown().optional() });
const uploaded = z.object({
  mime_type: z.string().optional().catch(undefined),
  mimeType: z.string().optional().catch(undefined),
});

/** What the model thought, and what it was told of the user: neither is part of what was said. */
const hiddenKinds = ["thoughts", "reasoning_recap", "user_editable_context", "model_editable_context"];

/**
 * Reads the `message` of a node; null for anything else, such as the empty message of the root.
 *
 * A message of the assistant to anyone but `all` is the call of a tool. Spoken words stand beside their recording as
 * `audio_transcription`, and then no mark stands for the recording.
 */
export function readChatgptMessage(value: unknown): ChatgptMessage | null {
  const { data } = messageSchema.safeParse(value);
  if (data === undefined) return null;
  const { metadata = {}, author, recipient } = data;
  const content = contentSchema.safeParse(data.content).data ?? { content_type: "", text: data.content };
  const isAnswer = author?.role === "assistant";
  const parts = [
    ...toParts(content).map((part) => (isAnswer && typeof part === "string" ? readChatgptText(part) : part)),
    ...toUploads(metadata.attachments ?? [], content.parts ?? []),
  ];
  const isEmpty = parts.every((part) => typeof part === "string" && part.trim() === "");
  const isHidden =
    hiddenKinds.includes(content.content_type) ||
    metadata.is_visually_hidden_from_conversation === true ||
    data.weight === 0;
  const isCall = isAnswer && (recipient ?? "all") !== "all";
  const said = isCall ? [{ type: "tool_use", name: recipient, input: toText(parts).text }] : parts;
  return {
    drafts: isHidden || isEmpty ? [] : [{ role: author?.role, content: said }],
    isHidden: isHidden && (!isEmpty || hiddenKinds.includes(content.content_type)),
    model: isAnswer ? metadata.model_slug : undefined,
  };
}

/** Parts as `toText` reads them: strings, and objects with a type that a mark can name. */
function toParts({ parts, text, result }: z.infer<typeof contentSchema>): unknown[] {
  if (parts === undefined) return [text ?? result ?? ""];
  const kinds = parts.map((part) => typedPart.safeParse(part).data?.content_type ?? "");
  const isTranscribed = kinds.includes("audio_transcription");
  return parts.flatMap((part, place) => {
    const kind = kinds[place] ?? "";
    if (kind === "" || typeof part === "string") return [part];
    if (isTranscribed && /audio.*_pointer/u.test(kind)) return [];
    return [{ type: kind, text: typedPart.safeParse(part).data?.text }];
  });
}

/** Files that were uploaded with the message, less the images that stand among its parts as well. */
function toUploads(attachments: readonly unknown[], parts: readonly unknown[]): unknown[] {
  const hasImages = parts.some((part) => /image/u.test(typedPart.safeParse(part).data?.content_type ?? ""));
  return attachments.flatMap((value) => {
    const { mime_type, mimeType } = uploaded.safeParse(value).data ?? {};
    const isImage = (mime_type ?? mimeType ?? "").startsWith("image/");
    if (isImage && hasImages) return [];
    return [{ type: isImage ? "image" : "file" }];
  });
}
