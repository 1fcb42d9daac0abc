import type { MappedField } from "./column-map.ts";

/** Usual names of columns, the likelier ones first; without case and what is no letter or digit. */
const usualNames = {
  user: [
    "question",
    "prompt",
    "query",
    "usermessage",
    "userinput",
    "userprompt",
    "instruction",
    "request",
    "input",
    "user",
    "human",
  ],
  assistant: ["answer", "response", "completion", "assistantmessage", "reply", "output", "assistant", "bot"],
  messages: ["messages", "conversation", "conversations", "chat", "dialog", "dialogue", "turns", "history"],
  role: ["role", "sender", "author", "speaker", "from", "messagerole"],
  content: ["content", "text", "message", "body", "messagetext", "messagecontent"],
  conversation: [
    "conversationid",
    "sessionid",
    "threadid",
    "chatid",
    "dialogid",
    "dialogueid",
    "session",
    "thread",
  ],
  id: ["id", "uuid", "requestid", "traceid", "rowid"],
  account: [
    "accountid",
    "userid",
    "uid",
    "account",
    "customerid",
    "customer",
    "hashedip",
    "username",
    "user",
  ],
  time: ["createdat", "timestamp", "ts", "time", "date", "datetime", "created", "starttime"],
  language: ["language", "lang", "locale"],
  model: ["model", "modelname", "engine"],
  system: ["systemprompt", "system", "systemmessage", "instructions"],
} as const satisfies Record<MappedField, readonly string[]>;

/** What `--map` may say of these columns, as it is written there; null where they do not tell of messages. */
export function suggestMap(columns: readonly string[]): string | null {
  const find = (field: MappedField, taken: readonly string[] = []): string | null =>
    usualNames[field]
      .map((name) => columns.find((column) => plain(column) === name && !taken.includes(column)))
      .find((column) => column !== undefined) ?? null;
  const fields = chooseMessages(find);
  if (fields === null) return null;
  const taken = fields.map(([, column]) => column);
  const isGrouped = fields.some(([field]) => field === "conversation");
  const others = (["id", "account", "time", "language", "model", "system"] as const).flatMap(
    (field): Entry[] => {
      const column = find(field, taken);
      const isUseless =
        (field === "id" && isGrouped) || (field === "system" && fields.every(([name]) => name !== "user"));
      return column === null || isUseless ? [] : [[field, column]];
    },
  );
  return [...fields, ...others].map(([field, column]) => `${field}=${quote(column)}`).join(",");
}

type Entry = readonly [MappedField, string];

/** One message a row, one question a row, or a list of messages, by the columns that are there. */
function chooseMessages(
  find: (field: MappedField, taken?: readonly string[]) => string | null,
): Entry[] | null {
  const [role, conversation, user, messages] = [
    find("role"),
    find("conversation"),
    find("user"),
    find("messages"),
  ];
  const content = find("content");
  if (role !== null && content !== null && conversation !== null)
    return [
      ["role", role],
      ["content", content],
      ["conversation", conversation],
    ];
  const assistant = find("assistant");
  const group: Entry[] = conversation === null ? [] : [["conversation", conversation]];
  if (user !== null && (assistant !== null || messages === null))
    return [["user", user], ...(assistant === null ? [] : [["assistant", assistant] as const]), ...group];
  return messages === null ? null : [["messages", messages]];
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function quote(column: string): string {
  return /[,="]/u.test(column) ? `"${column.replaceAll('"', '""')}"` : column;
}
