import type { Json } from "@observatory/core";
import { z } from "zod";
import { parseJsonCell } from "../conversion/parse-json-cell.ts";
import { copyBounded } from "../conversion/to-bounded-json.ts";
import { toInstant } from "../conversion/to-instant.ts";
import { toName } from "../conversion/to-name.ts";
import {
  found,
  lost,
  type AnyFormat,
  type ConversationDraft,
  type ConversationPart,
  type MessageDraft,
  type Reading,
} from "../formats/conversation-draft.ts";
import type { ColumnMap } from "./column-map.ts";
import { readPath } from "./read-path.ts";

/** What the report calls records that were read by a map of the user's own. */
const name = "mapped";
const describe = "columns by --map";

/** The format that a map of columns makes of a table of any shape. It takes any record for its own. */
export function createMappedFormat(map: ColumnMap): AnyFormat {
  const { conversation } = map.fields;
  const common = { name, describe, detect: () => 1 };
  if (conversation === undefined) return { ...common, parse: (record) => toDraft(record, map) };
  return {
    ...common,
    parseParts: (record) => {
      const group = toName(readPath(record, conversation)).name;
      const draft = toDraft(record, map);
      if (group === null || !draft.ok) return lost("not-a-conversation");
      const value = copyBounded(draft.value)?.value;
      return value === undefined ? lost("nested-too-deep") : found([{ group, order: "", value }]);
    },
    assemble,
  };
}

function toDraft(record: unknown, { fields, labels }: ColumnMap): Reading<ConversationDraft> {
  if (typeof record !== "object" || record === null || Array.isArray(record))
    return lost("not-a-conversation");
  const read = (column: string | undefined): unknown =>
    column === undefined ? null : (readPath(record, column) ?? null);
  const named = Object.entries(labels).map(([label, column]) => [label, read(column)] as const);
  const present = named.filter(([, value]) => value !== null && value !== "");
  return found({
    id: read(fields.id),
    account: read(fields.account),
    createdAt: read(fields.time),
    language: read(fields.language),
    model: read(fields.model),
    messages: toMessages(read, fields),
    labels: Object.fromEntries(present),
  });
}

const listed = z.array(
  z.object({
    role: z.unknown().optional(),
    from: z.unknown().optional(),
    content: z.unknown().optional(),
    value: z.unknown().optional(),
    text: z.unknown().optional(),
    tool_calls: z.unknown().optional(),
  }),
);

function toMessages(
  read: (column: string | undefined) => unknown,
  fields: ColumnMap["fields"],
): readonly MessageDraft[] {
  if (fields.messages !== undefined) {
    const messages = listed.safeParse(parseJsonCell(read(fields.messages))).data ?? [];
    return messages.map((message) => ({
      role: message.role ?? message.from,
      content: message.content ?? message.value ?? message.text,
      toolCalls: message.tool_calls,
    }));
  }
  if (fields.role !== undefined) return [{ role: read(fields.role), content: read(fields.content) }];
  return (["system", "user", "assistant"] as const)
    .map((role) => ({ role, content: read(fields[role]) }))
    .filter(({ content }) => content !== null && content !== "");
}

/** Back from the disk: what `toDraft` made. */
const row = z.object({
  account: z.json(),
  createdAt: z.json(),
  language: z.json(),
  model: z.json(),
  messages: z.array(z.object({ role: z.json(), content: z.json(), toolCalls: z.json().optional() })),
  labels: z.record(z.string(), z.json()),
});
type Row = z.infer<typeof row>;

/** One conversation of the rows: in the order of their times where all have one, else as they came. */
function assemble(parts: readonly ConversationPart[]): Reading<ConversationDraft> {
  const rows = z.array(row).safeParse(parts.map((part) => part.value)).data;
  if (rows === undefined) return lost("not-a-conversation");
  const timed = rows.map((one) => ({ one, time: toInstant(one.createdAt) ?? "" }));
  if (timed.every(({ time }) => time !== ""))
    timed.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  const inOrder = timed.map(({ one }) => one);
  const first = (field: "account" | "createdAt" | "language" | "model"): Json =>
    inOrder.map((one) => one[field]).find((value) => value !== null && value !== "") ?? null;
  return found({
    id: parts[0]?.group,
    account: first("account"),
    createdAt: first("createdAt"),
    language: first("language"),
    model: first("model"),
    messages: withoutRepeatedPrompts(inOrder.flatMap(({ messages }) => messages)),
    labels: Object.assign({}, ...inOrder.map(({ labels }) => labels).toReversed()) as Row["labels"],
  });
}

/** Tables repeat the instructions of a conversation in each of its rows. */
function withoutRepeatedPrompts(messages: readonly MessageDraft[]): MessageDraft[] {
  const seen = new Set<unknown>();
  return messages.filter(({ role, content }) => {
    if (role !== "system") return true;
    if (seen.has(content)) return false;
    seen.add(content);
    return true;
  });
}
