import type { ReasonText } from "./loss-reasons.ts";

/** Why a file or a record is not read: what it held is lost. */
export const skipReasons = {
  "hidden-file": {
    unit: "file",
    text: "is hidden",
    cure: "Name a hidden file itself to read it.",
  },
  "link-outside": {
    unit: "file",
    text: "is a symbolic link that leaves its directory",
    cure: "Name the file that it points to.",
  },
  "broken-link": { unit: "file", text: "is a symbolic link to nothing", cure: null },
  "file-given-twice": {
    unit: "file",
    text: "was already read under another name",
    cure: null,
  },
  "not-a-file": { unit: "file", text: "is neither a file nor a directory", cure: null },
  "unreadable-file": {
    unit: "file",
    text: "cannot be read to its end",
    cure: "Check its permissions and the disk.",
  },
  "empty-file": { unit: "file", text: "is empty", cure: null },
  "unknown-format": {
    unit: "file",
    text: "is in no format that is known",
    cure: "Convert it, name its format with --format, or say what its fields hold with --map.",
  },
  "unmapped-table": {
    unit: "file",
    text: "is a table in no format that is known",
    cure: "Say what its columns hold with --map.",
  },
  "truncated-gzip": {
    unit: "file",
    text: "ends in the middle of its gzip data; what came before was read",
    cure: "Copy or download it again.",
  },
  "damaged-gzip": {
    unit: "file",
    text: "has damaged gzip data; what came before was read",
    cure: "Copy or download it again.",
  },
  "gzip-bomb": {
    unit: "file",
    text: "unpacks to far more than conversations do; reading stopped there",
    cure: "Unpack it yourself if you trust it.",
  },
  "truncated-zstd": {
    unit: "file",
    text: "ends in the middle of its zstd data; what came before was read",
    cure: "Copy or download it again.",
  },
  "damaged-zstd": {
    unit: "file",
    text: "has damaged zstd data; what came before was read",
    cure: "Copy or download it again.",
  },
  "zstd-bomb": {
    unit: "file",
    text: "unpacks to far more than conversations do; reading stopped there",
    cure: "Unpack it yourself if you trust it.",
  },
  "zstd-unsupported": {
    unit: "file",
    text: "is packed with zstd, which this version of Node does not know",
    cure: "Unpack it (zstd -d), or use Node 22.15 or later.",
  },
  "damaged-zip": {
    unit: "file",
    text: "is cut off or damaged, as a zip archive or in one; what came before was read",
    cure: "Copy or download the archive again.",
  },
  "zip-bomb": {
    unit: "file",
    text: "unpacks to far more than conversations do, alone or with the rest of its archive; reading stopped there",
    cure: "Unpack the archive yourself if you trust it.",
  },
  "encrypted-entry": {
    unit: "file",
    text: "is encrypted in its archive",
    cure: "Unpack the archive with its password.",
  },
  "unknown-compression": {
    unit: "file",
    text: "is packed in its archive in a way that is not known here",
    cure: "Unpack the archive, or pack it with deflate.",
  },
  "nested-archive": {
    unit: "file",
    text: "is an archive inside something packed",
    cure: "Unpack the outer one.",
  },
  "link-in-archive": {
    unit: "file",
    text: "is a symbolic link in an archive",
    cure: null,
  },
  "hidden-entry": { unit: "file", text: "is hidden in its archive", cure: null },
  "too-many-entries": {
    unit: "file",
    text: "comes after more entries of its archive than are read",
    cure: "Unpack the archive and give the directory.",
  },
  "damaged-parquet": {
    unit: "file",
    text: "has damaged Parquet data; what came before was read",
    cure: "Copy or download it again.",
  },
  "invalid-json": {
    unit: "record",
    text: "is not JSON",
    cure: "The writer of the file probably died there, or wrote text that is not escaped.",
  },
  "line-too-long": {
    unit: "record",
    text: "is longer than a record may be",
    cure: "Leave attachments out of the export.",
  },
  "element-too-long": {
    unit: "record",
    text: "is longer than a record may be, or never closes its brackets",
    cure: "Leave attachments out of the export, or write one JSON object a line.",
  },
  "damaged-row": {
    unit: "record",
    text: "has quotes that do not fit, or more cells than the table has columns",
    cure: "Write a quote inside a cell twice.",
  },
  "not-a-conversation": {
    unit: "record",
    text: "lacks the fields of the file's format",
    cure: "Name the format with --format if it was taken for another.",
  },
  "nested-too-deep": {
    unit: "record",
    text: "is nested too deeply to be taken apart",
    cure: null,
  },
  "no-messages": { unit: "record", text: "has no message with text", cure: null },
  "no-user-message": { unit: "record", text: "has no message by the user", cure: null },
  "missing-role": {
    unit: "record",
    text: "has a message that does not say who wrote it",
    cure: "Give every message a role.",
  },
  "unknown-role": {
    unit: "record",
    text: "has a message by a role that is not known",
    cure: "Rename the role to system, user, assistant or tool.",
  },
  "duplicate-record": {
    unit: "record",
    text: "repeats an earlier record in id and content",
    cure: null,
  },
  "companion-file": {
    unit: "file",
    text: "belongs to an export and holds no conversations of its own, but such things as users, projects, feedback or pictures",
    cure: null,
  },
  "request-missing": {
    unit: "record",
    text: "is an answer whose request is not among the files",
    cure: "Give the file of the batch's requests too.",
  },
  "no-chat-request": {
    unit: "record",
    text: "is a request for something else than a chat, such as embeddings, or the answer to one",
    cure: null,
  },
} as const satisfies Record<string, ReasonText>;
