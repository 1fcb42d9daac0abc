import type { ReasonText } from "./loss-reasons.ts";

/** Why a record is kept in a changed form. */
export const repairReasons = {
  "invalid-utf8": {
    unit: "record",
    text: "is not valid in its encoding; the bad bytes became replacement characters",
    cure: "Export as UTF-8.",
  },
  "lone-surrogate": {
    unit: "record",
    text: "holds half a surrogate pair, which became a replacement character",
    cure: null,
  },
  "nul-bytes": {
    unit: "record",
    text: "holds NUL characters, which were removed",
    cure: null,
  },
  "duplicate-id": {
    unit: "record",
    text: "had the id of another record and got a new one",
    cure: null,
  },
  "rounded-number": {
    unit: "record",
    text: "has an id or account that is a number too large to be exact",
    cure: "Write ids and accounts as strings.",
  },
  "uneven-row": {
    unit: "record",
    text: "has fewer cells than the table has columns, which count as empty, or empty ones too many, which were left out",
    cure: null,
  },
  "bad-date": {
    unit: "record",
    text: "has a time that cannot be right; it was left out",
    cure: null,
  },
  "unknown-language": {
    unit: "record",
    text: "states a language that is no ISO 639 code; it was left out",
    cure: null,
  },
  "empty-message": {
    unit: "record",
    text: "has messages without text; they were left out",
    cure: null,
  },
  "message-shortened": {
    unit: "record",
    text: "has a very long message, of which the start and the end were kept",
    cure: null,
  },
  "conversation-shortened": {
    unit: "record",
    text: "has very many messages, of which the first and the last were kept",
    cure: null,
  },
  "attachment-marked": {
    unit: "record",
    text: "has images, files or other parts without text; a mark such as [image] stands for each",
    cure: null,
  },
  "labels-dropped": {
    unit: "record",
    text: "has labels that are too large or nested too deeply; they were left out",
    cure: null,
  },
  "branches-dropped": {
    unit: "record",
    text: "has branches beside the one that was kept, such as edited messages, answers made again or talks with subagents",
    cure: null,
  },
  "hidden-parts-dropped": {
    unit: "record",
    text: "has parts that nobody said, such as reasoning and notes of the program; they were left out",
    cure: null,
  },
  "broken-thread": {
    unit: "record",
    text: "has messages that follow a missing one or themselves; they were put in the order of time",
    cure: null,
  },
  "answer-missing": {
    unit: "record",
    text: "is a request without an answer that can be read; it was kept without one",
    cure: "Give the file of the batch's results too.",
  },
  "answer-failed": {
    unit: "record",
    text: "is a request that got an error instead of an answer, was cancelled or expired; it was kept without one",
    cure: null,
  },
  "stream-cut": {
    unit: "record",
    text: "has a streamed answer that breaks off; what came before was kept",
    cure: null,
  },
  "ambiguous-request": {
    unit: "record",
    text: "has the custom_id of other requests, of which the first was kept",
    cure: "Import each batch by itself.",
  },
  "other-answer-left-out": {
    unit: "record",
    text: "holds the answers of two models to the same user; the side that won was kept",
    cure: null,
  },
  "history-merged": {
    unit: "record",
    text: "repeats earlier messages with each turn; each was kept once",
    cure: null,
  },
  "system-prompt-changed": {
    unit: "record",
    text: "has system prompts that change from turn to turn; the first was kept",
    cure: null,
  },
  "nested-steps-left-out": {
    unit: "record",
    text: "is told by its traces; the calls inside them, which tell the same, were left out",
    cure: null,
  },
  "step-passed-over": {
    unit: "record",
    verb: "with steps passed over",
    text: "holds steps of a trace that are no talk, such as calls of tools, embeddings and requests",
    cure: null,
  },
  "score-passed-over": {
    unit: "record",
    verb: "passed over",
    text: "is a score of a conversation and none itself",
    cure: null,
  },
} as const satisfies Record<string, ReasonText>;
