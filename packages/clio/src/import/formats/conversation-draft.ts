import type { RecordLoss } from "../loss-reasons.ts";

/** A message as the format has it, unchecked. */
export interface MessageDraft {
  /** Name of a role in any of its spellings. */
  readonly role?: unknown;
  /** Text, or a list of parts. */
  readonly content?: unknown;
  /** Calls of tools that stand beside the content. */
  readonly toolCalls?: unknown;
}

/** A record with its fields found and nothing checked: what formats differ in ends here. */
export interface ConversationDraft {
  readonly id?: unknown;
  readonly account?: unknown;
  readonly createdAt?: unknown;
  readonly language?: unknown;
  readonly model?: unknown;
  readonly messages: readonly MessageDraft[];
  readonly labels?: unknown;
}

/** One format of conversations: where in a record the fields of a conversation are. */
export interface ConversationFormat {
  readonly name: string;
  /** One line for people: whose format it is and how a record looks. */
  readonly describe: string;
  /** How surely a record is of this format, from 0 to 1. */
  detect(record: unknown): number;
  parse(record: unknown): Reading<ConversationDraft>;
}

/** An `Outcome` whose failures are reasons of the loss report. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: RecordLoss };

export function found<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function lost(reason: RecordLoss): { readonly ok: false; readonly reason: RecordLoss } {
  return { ok: false, reason };
}

/** Whether the record has a field of one of these names: what tells formats apart that share the rest. */
export function hasAny(record: unknown, fields: readonly string[]): boolean {
  return (
    typeof record === "object" && record !== null && fields.some((field) => Object.hasOwn(record, field))
  );
}
