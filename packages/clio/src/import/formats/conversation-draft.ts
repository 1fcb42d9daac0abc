import type { Json } from "@observatory/core";
import type { RecordLoss, Repair } from "../loss-reasons.ts";

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

/** Told what a format leaves out or changes on purpose, such as branches and hidden parts: once for each record. */
export type OnRepair = (repair: Repair) => void;

/** A format of conversations of which each is one record: where in a record the fields of a conversation are. */
export interface ConversationFormat {
  readonly name: string;
  /** One line for people: whose format it is and how a record looks. */
  readonly describe: string;
  /** How surely a record is of this format, from 0 to 1. */
  detect(record: unknown): number;
  parse(record: unknown, onRepair: OnRepair): Reading<ConversationDraft>;
  /** Where an export says whose it is, for conversations that do not say it themselves. */
  readonly owner?: {
    /** Name of the file beside that of the conversations. */
    readonly file: string;
    /** The account; undefined where the content of the file is something else. */
    readonly read: (content: unknown) => unknown;
  };
}

/** What one record gives to a conversation that is spread over several, perhaps in several files. */
export interface ConversationPart {
  /**
   * The same for all parts of a conversation, and for no other conversation of the format. It is the id of a conversation
   * of which `assemble` finds none.
   */
  readonly group: string;
  /** Parts are put in order by this, compared by code units (an ISO time, padded numbers); equal ones as they came. */
  readonly order: string;
  /** What `assemble` needs of the record: kept on disk until the group is whole, so as little as will do. */
  readonly value: Json;
}

/**
 * A format whose conversations are spread over records: traces of a session, spans, the lines of a log.
 *
 * The records may stand in any files of one import, in any order, between those of other conversations. A conversation
 * comes after all that are records of their own, in the order of its first part. It counts as read where its first part
 * stands, and so does a record without parts that could not be understood.
 */
export interface GroupedFormat {
  readonly name: string;
  /** One line for people: whose format it is and how a record looks. */
  readonly describe: string;
  /** How surely a record is of this format, from 0 to 1. */
  detect(record: unknown): number;
  /** The parts in one record: none where it is understood and holds nothing of a conversation. */
  parseParts(record: unknown, onRepair: OnRepair): Reading<readonly ConversationPart[]>;
  /**
   * The conversation of one group, from its parts in order: never none. Null where another group tells it, which then is
   * neither read nor lost.
   */
  assemble(parts: readonly ConversationPart[], onRepair: OnRepair): Reading<ConversationDraft | null>;
}

/** Any format. */
export type AnyFormat = ConversationFormat | GroupedFormat;

/** Tells a format whose conversations are spread over records from one of which each is a record. */
export function isGrouped(format: AnyFormat): format is GroupedFormat {
  return "parseParts" in format;
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
