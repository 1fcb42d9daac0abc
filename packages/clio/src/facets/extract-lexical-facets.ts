import { failed, succeeded, type Outcome } from "@observatory/core";
import type { Facets } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import { lexicalConcern } from "./concern/lexical-concern.ts";
import { listLanguages } from "./language/list-languages.ts";
import { listRedactedUserTurns, listUserTurns } from "./list-user-turns.ts";
import { measureConversation } from "./measure-conversation.ts";
import { redact } from "./redaction/redact.ts";
import { findNames } from "./redaction/find-names.ts";
import { summarizeRequest } from "./request/summarize-request.ts";
import { describeTask } from "./task/describe-task.ts";

/**
 * Reads the facets off one conversation by words and patterns alone: no model, no network, the same result every time.
 * Request and task are extracts of what the user wrote, cleaned and redacted; the concern is `lexicalConcern`, which
 * measures words and not intent. Of a very long message only the start and the end are read, of a very long conversation
 * the first turns. Never throws.
 *
 * Fails with `no-user-text` where no user message has any visible text, and only then.
 */
export function extractLexicalFacets(conversation: Conversation): Outcome<Facets> {
  const turns = listUserTurns(conversation);
  if (turns.length === 0) return failed("no-user-text");
  const names = turns.length > 1 ? turns.flatMap((turn) => findNames(turn)) : [];
  const redacted = listRedactedUserTurns(conversation, (turn) => redact(turn, { names }).text);
  const request = summarizeRequest(redacted);
  return succeeded({
    requests: [{ request, task: describeTask(request), weight: 1 }],
    languages: listLanguages(conversation.messages, conversation.language),
    concern: lexicalConcern(turns),
    ...measureConversation(conversation),
  });
}
