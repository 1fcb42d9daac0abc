import { createRandom, UsageError, type Json, type Random } from "@observatory/core";
import type { Conversation, Message } from "../conversation.ts";
import { createAccountBook, type Account } from "./accounts.ts";
import { createClock } from "./clock.ts";
import { createConversationWriter } from "./conversation-writer.ts";
import { createCorpus } from "./corpus.ts";
import { synthLanguages, type SynthLanguage } from "./findings.ts";
import type { ConversationBody } from "./conversation-body.ts";
import { otherRequest } from "./other-requests.ts";
import { layPlants, type Plant } from "./plants/lay-plants.ts";
import { tinyEdit } from "./style.ts";
import { createTopicPicker } from "./topic-picker.ts";

export interface SynthOptions {
  /** How many conversations, plants among them. */
  readonly conversations: number;
  readonly seed: number;
  /** Languages to write in, in their usual proportion; all when absent. */
  readonly languages?: readonly SynthLanguage[];
  /** What to plant for a checker or an attacker to find. */
  readonly plant?: readonly Plant[];
  /** How many canaries `plant: ["canaries"]` lays; 48 when absent, two of each kind. */
  readonly canaries?: number;
  /** First moment, ISO 8601; 2026-01-05T00:00:00Z (a Monday) when absent. */
  readonly start?: string;
  /** Length of the time span; 12 when absent. */
  readonly weeks?: number;
  /** Share of conversations without an account; 0 when absent. */
  readonly withoutAccount?: number;
}

/**
 * A synthetic corpus with ground truth: what people ask an assistant, in 28 domains and some 190 topics.
 *
 * In order of time, one at a time, in constant memory. `labels.path` is `[domain, topic]`, or `["other"]` for what
 * belongs nowhere; `labels.language` is the language of the text; `labels.repeat` names a request that an account sends
 * again and again, `labels.drift` the topic that a conversation drifts to; plants carry `labels.canary`, `ring`,
 * `lookalike`, `poison` or `target`. Findings hidden in every corpus are in `synthFindings`.
 *
 * The same options give the same corpus. Conversation `i` depends on the seed, on `i`, and on the number of
 * conversations, which decides how many accounts there are and how time passes. Throws UsageError for options that
 * make no sense, before the first conversation.
 *
 * @example
 * for (const conversation of synthesizeConversations({ conversations: 1000, seed: 7 })) write(conversation);
 */
export function synthesizeConversations(options: SynthOptions): Generator<Conversation> {
  const { conversations, seed, withoutAccount = 0 } = options;
  const languages = checkedLanguages(options.languages);
  const start = Date.parse(options.start ?? "2026-01-05T00:00:00Z");
  if (!Number.isSafeInteger(conversations) || conversations < 0) {
    throw new UsageError("the number of conversations must be a whole number");
  }
  if (Number.isNaN(start))
    throw new UsageError("the start is not a date", { hint: "Use ISO 8601, such as 2026-01-05." });
  const corpus = createCorpus();
  const clock = createClock(start, options.weeks ?? 12);
  const picker = createTopicPicker(corpus, seed);
  const book = createAccountBook(seed, conversations, languages, picker);
  const write = createConversationWriter(corpus);
  const plants = layPlants({ ...options, firstRank: book.size, corpus, write });
  const digits = Math.max(6, String(conversations).length);

  const ordinary = (random: Random, time: number): ConversationBody => {
    const account = book.accountOf(book.pickRank(random));
    const owner = random.next() < withoutAccount ? null : account.id;
    const other = random.next() < 0.035 ? otherRequest(random) : null;
    if (other !== null && languages.some(([code]) => code === "en")) {
      return written(owner, "en", other, { path: ["other"], language: "en" });
    }
    if (account.repeats && random.next() < 0.8) return repeated(account, owner, random);
    return onTopic(account, owner, random, clock.progress(time));
  };

  const onTopic = (
    account: Account,
    owner: string | null,
    random: Random,
    progress: number | null,
  ): ConversationBody => {
    const inEnglish = account.language !== "en" && languages[0]?.[0] === "en" && random.next() < 0.08;
    const language = inEnglish ? "en" : account.language;
    const favourite = random.next() < 0.5 ? random.pick(account.favourites) : null;
    const topic = corpus.topics[favourite ?? picker.pick(random, language, progress)];
    const drift = random.next() < 0.05 ? corpus.topics[picker.pick(random, language, progress)] : undefined;
    if (topic === undefined) throw new RangeError("a topic out of range");
    const messages = write({ topic, language, register: account.register, drift: drift ?? null }, random);
    const labels: Record<string, Json> = { path: [topic.domain, topic.id], language };
    if (drift !== undefined) labels["drift"] = [drift.domain, drift.id];
    return written(owner, language, messages, labels);
  };

  const repeated = (account: Account, owner: string | null, random: Random): ConversationBody => {
    const repeat = `${account.id}/${random.integer(3)}`;
    const again = onTopic(account, owner, createRandom(`${seed}/repeat/${repeat}`), null);
    const messages = again.messages.map((message, i) =>
      i === 0 ? { ...message, content: tinyEdit(message.content, random) } : message,
    );
    return { ...again, messages, labels: { ...again.labels, repeat } };
  };

  return (function* () {
    for (let index = 0; index < conversations; index++) {
      const random = createRandom(`${seed}/conversation/${index}`);
      const time = clock.at((index + random.next()) / conversations);
      const body = plants.get(index)?.(time) ?? ordinary(random, time);
      const id = `synth-${seed}-${String(index).padStart(digits, "0")}`;
      yield { createdAt: new Date(time).toISOString(), ...body, id };
    }
  })();
}

function written(
  account: string | null,
  language: string,
  messages: readonly Message[],
  labels: Readonly<Record<string, Json>>,
): ConversationBody {
  return { account, language, model: "assistant-1", messages, labels };
}

function checkedLanguages(
  wanted: readonly string[] | undefined,
): readonly (readonly [SynthLanguage, number])[] {
  const all = Object.entries(synthLanguages) as [SynthLanguage, number][];
  if (wanted === undefined) return all;
  const unknown = wanted.find((code) => !(code in synthLanguages));
  if (unknown !== undefined || wanted.length === 0) {
    throw new UsageError(`the synthetic corpus has no language "${unknown ?? ""}"`, {
      hint: `Use one or more of ${Object.keys(synthLanguages).join(", ")}.`,
    });
  }
  return all.filter(([code]) => wanted.includes(code));
}
