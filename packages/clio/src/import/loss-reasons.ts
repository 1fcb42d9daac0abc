/**
 * Every reason for which an import drops or mends something, with the words people read and what they can do.
 *
 * `skipped` is lost, `repaired` is kept in a changed form. A `record` is one conversation of a file; counts of
 * records that are skipped add up with the kept ones to the records read, counts of files do not.
 */
export const lossReasons = {
  "hidden-file": {
    kind: "skipped",
    unit: "file",
    text: "is hidden",
    cure: "Name a hidden file itself to read it.",
  },
  "link-outside": {
    kind: "skipped",
    unit: "file",
    text: "is a symbolic link that leaves its directory",
    cure: "Name the file that it points to.",
  },
  "broken-link": { kind: "skipped", unit: "file", text: "is a symbolic link to nothing", cure: null },
  "file-given-twice": {
    kind: "skipped",
    unit: "file",
    text: "was already read under another name",
    cure: null,
  },
  "not-a-file": { kind: "skipped", unit: "file", text: "is neither a file nor a directory", cure: null },
  "unreadable-file": {
    kind: "skipped",
    unit: "file",
    text: "cannot be read to its end",
    cure: "Check its permissions and the disk.",
  },
  "empty-file": { kind: "skipped", unit: "file", text: "is empty", cure: null },
  "unknown-format": {
    kind: "skipped",
    unit: "file",
    text: "is in no format that is known",
    cure: "Convert it, name its format with --format, or say what its fields hold with --map.",
  },
  "unmapped-table": {
    kind: "skipped",
    unit: "file",
    text: "is a table in no format that is known",
    cure: "Say what its columns hold with --map.",
  },
  "truncated-gzip": {
    kind: "skipped",
    unit: "file",
    text: "ends in the middle of its gzip data; what came before was read",
    cure: "Copy or download it again.",
  },
  "damaged-gzip": {
    kind: "skipped",
    unit: "file",
    text: "has damaged gzip data; what came before was read",
    cure: "Copy or download it again.",
  },
  "gzip-bomb": {
    kind: "skipped",
    unit: "file",
    text: "unpacks to far more than conversations do; reading stopped there",
    cure: "Unpack it yourself if you trust it.",
  },
  "truncated-zstd": {
    kind: "skipped",
    unit: "file",
    text: "ends in the middle of its zstd data; what came before was read",
    cure: "Copy or download it again.",
  },
  "damaged-zstd": {
    kind: "skipped",
    unit: "file",
    text: "has damaged zstd data; what came before was read",
    cure: "Copy or download it again.",
  },
  "zstd-bomb": {
    kind: "skipped",
    unit: "file",
    text: "unpacks to far more than conversations do; reading stopped there",
    cure: "Unpack it yourself if you trust it.",
  },
  "zstd-unsupported": {
    kind: "skipped",
    unit: "file",
    text: "is packed with zstd, which this version of Node does not know",
    cure: "Unpack it (zstd -d), or use Node 22.15 or later.",
  },
  "damaged-zip": {
    kind: "skipped",
    unit: "file",
    text: "is cut off or damaged, as a zip archive or in one; what came before was read",
    cure: "Copy or download the archive again.",
  },
  "zip-bomb": {
    kind: "skipped",
    unit: "file",
    text: "unpacks to far more than conversations do, alone or with the rest of its archive; reading stopped there",
    cure: "Unpack the archive yourself if you trust it.",
  },
  "encrypted-entry": {
    kind: "skipped",
    unit: "file",
    text: "is encrypted in its archive",
    cure: "Unpack the archive with its password.",
  },
  "unknown-compression": {
    kind: "skipped",
    unit: "file",
    text: "is packed in its archive in a way that is not known here",
    cure: "Unpack the archive, or pack it with deflate.",
  },
  "nested-archive": {
    kind: "skipped",
    unit: "file",
    text: "is an archive inside something packed",
    cure: "Unpack the outer one.",
  },
  "link-in-archive": {
    kind: "skipped",
    unit: "file",
    text: "is a symbolic link in an archive",
    cure: null,
  },
  "hidden-entry": { kind: "skipped", unit: "file", text: "is hidden in its archive", cure: null },
  "too-many-entries": {
    kind: "skipped",
    unit: "file",
    text: "comes after more entries of its archive than are read",
    cure: "Unpack the archive and give the directory.",
  },
  "damaged-parquet": {
    kind: "skipped",
    unit: "file",
    text: "has damaged Parquet data; what came before was read",
    cure: "Copy or download it again.",
  },
  "invalid-json": {
    kind: "skipped",
    unit: "record",
    text: "is not JSON",
    cure: "The writer of the file probably died there, or wrote text that is not escaped.",
  },
  "line-too-long": {
    kind: "skipped",
    unit: "record",
    text: "is longer than a record may be",
    cure: "Leave attachments out of the export.",
  },
  "element-too-long": {
    kind: "skipped",
    unit: "record",
    text: "is longer than a record may be, or never closes its brackets",
    cure: "Leave attachments out of the export, or write one JSON object a line.",
  },
  "damaged-row": {
    kind: "skipped",
    unit: "record",
    text: "has quotes that do not fit, or more cells than the table has columns",
    cure: "Write a quote inside a cell twice.",
  },
  "not-a-conversation": {
    kind: "skipped",
    unit: "record",
    text: "lacks the fields of the file's format",
    cure: "Name the format with --format if it was taken for another.",
  },
  "nested-too-deep": {
    kind: "skipped",
    unit: "record",
    text: "is nested too deeply to be taken apart",
    cure: null,
  },
  "no-messages": { kind: "skipped", unit: "record", text: "has no message with text", cure: null },
  "no-user-message": { kind: "skipped", unit: "record", text: "has no message by the user", cure: null },
  "missing-role": {
    kind: "skipped",
    unit: "record",
    text: "has a message that does not say who wrote it",
    cure: "Give every message a role.",
  },
  "unknown-role": {
    kind: "skipped",
    unit: "record",
    text: "has a message by a role that is not known",
    cure: "Rename the role to system, user, assistant or tool.",
  },
  "duplicate-record": {
    kind: "skipped",
    unit: "record",
    text: "repeats an earlier record in id and content",
    cure: null,
  },
  "companion-file": {
    kind: "skipped",
    unit: "file",
    text: "belongs to an export and holds no conversations of its own, but such things as users, projects or feedback",
    cure: null,
  },
  "request-missing": {
    kind: "skipped",
    unit: "record",
    text: "is an answer whose request is not among the files",
    cure: "Give the file of the batch's requests too.",
  },
  "no-chat-request": {
    kind: "skipped",
    unit: "record",
    text: "is a request for something else than a chat, such as embeddings, or the answer to one",
    cure: null,
  },
  "invalid-utf8": {
    kind: "repaired",
    unit: "record",
    text: "is not valid in its encoding; the bad bytes became replacement characters",
    cure: "Export as UTF-8.",
  },
  "lone-surrogate": {
    kind: "repaired",
    unit: "record",
    text: "holds half a surrogate pair, which became a replacement character",
    cure: null,
  },
  "nul-bytes": {
    kind: "repaired",
    unit: "record",
    text: "holds NUL characters, which were removed",
    cure: null,
  },
  "duplicate-id": {
    kind: "repaired",
    unit: "record",
    text: "had the id of another record and got a new one",
    cure: null,
  },
  "rounded-number": {
    kind: "repaired",
    unit: "record",
    text: "has an id or account that is a number too large to be exact",
    cure: "Write ids and accounts as strings.",
  },
  "uneven-row": {
    kind: "repaired",
    unit: "record",
    text: "has fewer cells than the table has columns, which count as empty, or empty ones too many, which were left out",
    cure: null,
  },
  "bad-date": {
    kind: "repaired",
    unit: "record",
    text: "has a time that cannot be right; it was left out",
    cure: null,
  },
  "unknown-language": {
    kind: "repaired",
    unit: "record",
    text: "states a language that is no ISO 639 code; it was left out",
    cure: null,
  },
  "empty-message": {
    kind: "repaired",
    unit: "record",
    text: "has messages without text; they were left out",
    cure: null,
  },
  "message-shortened": {
    kind: "repaired",
    unit: "record",
    text: "has a very long message, of which the start and the end were kept",
    cure: null,
  },
  "conversation-shortened": {
    kind: "repaired",
    unit: "record",
    text: "has very many messages, of which the first and the last were kept",
    cure: null,
  },
  "attachment-marked": {
    kind: "repaired",
    unit: "record",
    text: "has images, files or other parts without text; a mark such as [image] stands for each",
    cure: null,
  },
  "labels-dropped": {
    kind: "repaired",
    unit: "record",
    text: "has labels that are too large or nested too deeply; they were left out",
    cure: null,
  },
  "branches-dropped": {
    kind: "repaired",
    unit: "record",
    text: "has branches beside the one that was kept, such as edited messages, answers made again or talks with subagents",
    cure: null,
  },
  "hidden-parts-dropped": {
    kind: "repaired",
    unit: "record",
    text: "has parts that nobody said, such as reasoning and notes of the program; they were left out",
    cure: null,
  },
  "broken-thread": {
    kind: "repaired",
    unit: "record",
    text: "has messages that follow a missing one or themselves; they were put in the order of time",
    cure: null,
  },
  "answer-missing": {
    kind: "repaired",
    unit: "record",
    text: "is a request without an answer that can be read; it was kept without one",
    cure: "Give the file of the batch's results too.",
  },
  "answer-failed": {
    kind: "repaired",
    unit: "record",
    text: "is a request that got an error instead of an answer, was cancelled or expired; it was kept without one",
    cure: null,
  },
  "stream-cut": {
    kind: "repaired",
    unit: "record",
    text: "has a streamed answer that breaks off; what came before was kept",
    cure: null,
  },
  "ambiguous-request": {
    kind: "repaired",
    unit: "record",
    text: "has the custom_id of other requests, of which the first was kept",
    cure: "Import each batch by itself.",
  },
  "other-answer-left-out": {
    kind: "repaired",
    unit: "record",
    text: "holds the answers of two models to the same user; the side that won was kept",
    cure: null,
  },
  "history-merged": {
    kind: "repaired",
    unit: "record",
    text: "repeats earlier messages with each turn; each was kept once",
    cure: null,
  },
  "system-prompt-changed": {
    kind: "repaired",
    unit: "record",
    text: "has system prompts that change from turn to turn; the first was kept",
    cure: null,
  },
  "nested-steps-left-out": {
    kind: "repaired",
    unit: "record",
    text: "is told by its traces; the calls inside them, which tell the same, were left out",
    cure: null,
  },
  "step-passed-over": {
    kind: "repaired",
    unit: "record",
    verb: "with steps passed over",
    text: "holds steps of a trace that are no talk, such as calls of tools, embeddings and requests",
    cure: null,
  },
  "score-passed-over": {
    kind: "repaired",
    unit: "record",
    verb: "passed over",
    text: "is a score of a conversation and none itself",
    cure: null,
  },
} as const satisfies Record<
  string,
  {
    readonly kind: "skipped" | "repaired";
    readonly unit: "record" | "file";
    /** What happened, where that is neither "skipped" nor "mended". */
    readonly verb?: string;
    readonly text: string;
    readonly cure: string | null;
  }
>;

export type LossReason = keyof typeof lossReasons;

/** Reasons for which a whole record is dropped. */
export type RecordLoss = {
  [Reason in LossReason]: (typeof lossReasons)[Reason] extends { kind: "skipped"; unit: "record" }
    ? Reason
    : never;
}[LossReason];

/** Reasons for which a record is changed and kept. */
export type Repair = {
  [Reason in LossReason]: (typeof lossReasons)[Reason] extends { kind: "repaired" } ? Reason : never;
}[LossReason];
