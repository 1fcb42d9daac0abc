import { UsageError } from "@observatory/core";

/** What columns can hold of a conversation, besides labels. */
export const mappedFields = [
  "id",
  "account",
  "time",
  "language",
  "model",
  "system",
  "user",
  "assistant",
  "messages",
  "conversation",
  "role",
  "content",
] as const;
export type MappedField = (typeof mappedFields)[number];

/**
 * Which column holds what. Of the names of columns, parts after full stops lead into objects, lists and JSON in cells.
 *
 * A row is a conversation with one question (`user`) and its answer (`assistant`), or with a list of `messages`. With
 * `conversation`, rows of one value are one conversation, in the order of `time` where all have one. With `role` and
 * `content`, a row is one message of it.
 */
export interface ColumnMap {
  readonly fields: Readonly<Partial<Record<MappedField, string>>>;
  /** Columns by the names of the labels that they become. */
  readonly labels: Readonly<Record<string, string>>;
}

const entry = /\s*([^=,]*)=("(?:[^"]|"")*"|[^,]*)(,|$)/uy;

/**
 * Reads `user=question,assistant=answer,labels.plan=plan`; a column with a comma stands in double quotes. Throws UsageError
 * for anything that does not say where the messages are.
 */
export function parseColumnMap(text: string): ColumnMap {
  const fields: Partial<Record<MappedField, string>> = {};
  const labels: Record<string, string> = {};
  for (const [name, column] of readEntries(text)) {
    const label = /^labels\.(.+)$/su.exec(name)?.[1];
    const taken: Record<string, string> = label === undefined ? fields : labels;
    if (label === undefined && !isMappedField(name)) {
      throw wrong(
        `${name} is nothing that a column can hold`,
        `Use ${mappedFields.join(", ")} or labels.NAME.`,
      );
    }
    if (column === "") throw wrong(`${name} has no column`, `Write ${name}=COLUMN.`);
    if (Object.hasOwn(taken, label ?? name)) throw wrong(`${name} has two columns`, "Give each once.");
    taken[label ?? name] = column;
  }
  assertSays(fields);
  return { fields, labels };
}

/** The columns that a map names, each once. */
export function columnsOf({ fields, labels }: ColumnMap): string[] {
  return [...new Set([...Object.values(fields), ...Object.values(labels)])];
}

function readEntries(text: string): [name: string, column: string][] {
  const entries: [string, string][] = [];
  entry.lastIndex = 0;
  while (entry.lastIndex < text.length) {
    const [, name = "", column = ""] = entry.exec(text) ?? [];
    if (name.trim() === "") {
      throw wrong(
        "it is no list of FIELD=COLUMN",
        "Write user=question,assistant=answer,account=uid,time=ts.",
      );
    }
    const isQuoted = column.startsWith('"') && column.endsWith('"') && column.length > 1;
    entries.push([name.trim(), isQuoted ? column.slice(1, -1).replaceAll('""', '"') : column.trim()]);
  }
  return entries;
}

/** Throws UsageError where it is not said which columns hold the messages, or said twice. */
function assertSays(fields: ColumnMap["fields"]): void {
  const { user, assistant, system, messages, role, content, conversation, id } = fields;
  const ways = [user ?? assistant, messages, role ?? content].filter((way) => way !== undefined);
  if (ways.length !== 1 || (user === undefined && assistant !== undefined)) {
    throw wrong(
      "it must say once where the messages are",
      "Give user (with assistant), or messages, or role with content and conversation.",
    );
  }
  if (
    (role === undefined) !== (content === undefined) ||
    (role !== undefined && conversation === undefined)
  ) {
    throw wrong(
      "of messages that are a row each it must say who wrote them, what, and in which conversation",
      "Give role, content and conversation.",
    );
  }
  if (system !== undefined && user === undefined) {
    throw wrong("system stands beside user alone", "Leave it out: among messages it is a role.");
  }
  if (conversation !== undefined && id !== undefined) {
    throw wrong("conversation is the id already", "Leave id out.");
  }
}

function isMappedField(name: string): name is MappedField {
  return mappedFields.some((field) => field === name);
}

function wrong(what: string, hint: string): UsageError {
  return new UsageError(`--map cannot be used: ${what}`, { hint });
}
