import { createRandom, sha256 } from "@observatory/core";
import { createDuplicateCollapse } from "../cluster/collapse-duplicates.ts";
import type { Conversation } from "../conversation.ts";
import { listUserTurns } from "../facets/list-user-turns.ts";
import { createHashSet } from "../import/conversion/hash-set.ts";
import { duplicateKey } from "../prepare/duplicate-key.ts";
import { toTranscript } from "../prepare/to-transcript.ts";
import { createAccountSample } from "./account-sample.ts";

export interface SurveyOptions {
  readonly seed: number;
  /** Conversations that do not match are left out, as the screen leaves them out. */
  readonly pattern?: RegExp | undefined;
  /** Input tokens of the calls about one conversation: of the screen and for the facets. */
  readonly count: (conversation: Conversation) => { readonly screen: number; readonly facets: number };
  readonly onProgress: (conversations: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** One conversation of the sample by which clusters are guessed. */
export interface SampledConversation {
  readonly account: string;
  readonly turns: readonly string[];
}

export interface Survey {
  readonly conversations: number;
  /** Those that the pattern lets pass. */
  readonly kept: number;
  readonly withoutText: number;
  readonly repeated: number;
  readonly distinct: number;
  /** Input tokens of the conversations that were counted: all that differ, or a random sample. */
  readonly counted: readonly { readonly screen: number; readonly facets: number }[];
  /** Distinct conversations of all accounts, or of a sample of the accounts. */
  readonly sample: readonly SampledConversation[];
}

const mostCounted = 20_000;
const mostSampled = 4_000;
const longestTurns = 8_000;

/** Reads the input once. Memory: some bytes a conversation, a sample of bounded size. */
export async function surveyInput(
  conversations: AsyncIterable<Conversation>,
  { seed, pattern, count, onProgress, signal }: SurveyOptions,
): Promise<Survey> {
  const random = createRandom(seed).fork("estimate");
  const collapse = createDuplicateCollapse();
  const prompts = createHashSet();
  const sample = createAccountSample<SampledConversation>(mostSampled, seed);
  const counted: { screen: number; facets: number }[] = [];
  const sums = { conversations: 0, kept: 0, withoutText: 0, repeated: 0, distinct: 0 };
  let asked = 0;
  for await (const conversation of conversations) {
    signal?.throwIfAborted();
    const row = sums.conversations++;
    if (sums.conversations % 500 === 0) onProgress(sums.conversations);
    if (pattern !== undefined && !pattern.test(toTranscript(conversation).text)) continue;
    sums.kept++;
    const turns = listUserTurns(conversation);
    if (turns.length === 0) {
      sums.withoutText++;
      continue;
    }
    if (prompts.add(hashOf(conversation))) {
      // Algorithm R: each of the prompts so far is in the sample with the same chance.
      const place = asked < mostCounted ? asked : random.integer(asked + 1);
      asked++;
      if (place < mostCounted) counted[place] = count(conversation);
    } else sums.repeated++;
    if (collapse.add(row, conversation.account, duplicateKey(conversation)) === row) {
      sums.distinct++;
      const account = conversation.account ?? `conversation ${conversation.id}`;
      sample.add(account, { account, turns: cut(turns) });
    }
  }
  onProgress(sums.conversations);
  return { ...sums, counted, sample: sample.items() };
}

/** What makes the prompt of a conversation. */
function hashOf({ messages }: Conversation): number {
  const text = messages.map(({ role, content }) => `${role}\n${content}`).join("\n");
  return Number.parseInt(sha256(text).slice(0, 13), 16) + 1;
}

function cut(turns: readonly string[]): readonly string[] {
  let left = longestTurns;
  return turns.filter((turn) => (left -= turn.length) > 0 || left + turn.length === longestTurns);
}
