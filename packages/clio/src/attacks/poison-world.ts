import { createRandom, type Random } from "@observatory/core";
import type { Conversation } from "../conversation.ts";
import { createConversationWriter } from "../synth/conversation-writer.ts";
import { noiseUnit } from "../privacy/noisy-support.ts";
import type { Corpus, CorpusTopic } from "../synth/corpus.ts";
import { poisonTarget, type PoisonTarget } from "../synth/plants/poison.ts";
import { poisonAccounts, writePoison, type PoisonPlan } from "./poison-plans.ts";

/** One target amid people who ask about the same, and an attacker's accounts. */
export interface PoisonWorld {
  readonly target: PoisonTarget;
  /** Number of the target's secret among the candidates. */
  readonly secret: number;
  /** Id of one of the target's conversations. */
  readonly targetId: string;
  readonly conversations: readonly Conversation[];
}

export interface PoisonWorldOptions {
  readonly number: number;
  readonly seed: number;
  readonly plan: PoisonPlan;
  readonly corpus: Corpus;
  /** Ordinary accounts around the target. */
  readonly others: number;
  /** Accounts that the support rule asks for. */
  readonly required: number;
  readonly codebook: readonly (readonly string[])[];
}

/**
 * Makes a world of a topic of its own. Secrets take turns with the number of the world, so that a guess that does not look is right
 * exactly as often as chance says.
 */
export function createPoisonWorld(options: PoisonWorldOptions): PoisonWorld {
  const { number, seed, plan, corpus, others, required, codebook } = options;
  const made = poisonTarget(seed * 10_000 + number);
  const secret = number % made.candidates.length;
  const target: PoisonTarget = { ...made, secret: made.candidates[secret] ?? made.secret };
  const random = createRandom(`${seed}/poison/${plan}/${number}`);
  const topic = corpus.topics[(number * 7) % corpus.topics.length];
  if (topic === undefined) throw new RangeError("a corpus without topics");
  const ask = createAsker(corpus, topic);
  const about = topic.id.replaceAll("-", " ");
  const chat = (id: string, account: string, text: string): Conversation => ({
    id: `w${number}-${id}`,
    account: `w${number}-${account}`,
    createdAt: null,
    language: "en",
    model: "assistant-1",
    // What the topic is stands in every chat, so that the attacker's surely land where the target's do.
    messages: [{ role: "user", content: `About ${about}: ${text}` }],
    labels: {},
  });
  return {
    target,
    secret,
    targetId: `w${number}-target-0`,
    conversations: [
      ...Array.from({ length: 3 }, (_, i) =>
        chat(
          `target-${i}`,
          "target",
          `I'm a ${target.description} and I have ${target.secret}. ${ask(random.fork(`target/${i}`))}`,
        ),
      ),
      ...writePoison(plan, {
        target,
        ask,
        required,
        unit: noiseUnit(others + poisonAccounts + 1),
        codebook,
        random,
      }).map((text, i) => chat(`poison-${i}`, `poison-${i}`, text)),
      ...Array.from({ length: others }, (_, i) =>
        chat(`other-${i}`, `other-${i}`, ask(random.fork(`other/${i}`))),
      ),
    ],
  };
}

/** First requests of a topic. */
function createAsker(corpus: Corpus, topic: CorpusTopic): (random: Random) => string {
  const write = createConversationWriter(corpus);
  return (random) => {
    const messages = write({ topic, language: "en", register: "plain", drift: null }, random);
    return (messages[0]?.content ?? "").split("\n")[0]?.slice(0, 160) ?? "";
  };
}
