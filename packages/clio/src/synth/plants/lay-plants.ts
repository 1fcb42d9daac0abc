import type { plantNames } from "../../names.ts";
import { createRandom, UsageError, type Random } from "@observatory/core";
import type { Message } from "../../conversation.ts";
import { accountId } from "../accounts.ts";
import type { ConversationBody } from "../conversation-body.ts";
import type { ConversationWriter } from "../conversation-writer.ts";
import type { Corpus } from "../corpus.ts";
import { listCanaries, type Canary } from "./canaries.ts";
import { planRing, popularTemplateText, ringText } from "./coordinated.ts";
import { poisonTarget, poisonText, targetText } from "./poison.ts";
import { secretKinds } from "./secrets.ts";

/** What can be planted: personal secrets, a coordinated ring with a benign look-alike, poison around a target. */
export type Plant = (typeof plantNames)[number];

/** Writes a planted conversation for the moment at which its turn comes, in milliseconds since 1970. */
export type PlantedConversation = (time: number) => ConversationBody;

interface PlantOptions {
  readonly conversations: number;
  readonly seed: number;
  readonly plant?: readonly Plant[];
  readonly canaries?: number;
  /** Ranks of accounts from here on are free for plants. */
  readonly firstRank: number;
  readonly corpus: Corpus;
  readonly write: ConversationWriter;
}

/**
 * Positions of the planted conversations in the corpus. A few hundred in all, however long the corpus is; they take the
 * place of ordinary conversations. Throws UsageError when they would be more than half of the corpus.
 */
export function layPlants(options: PlantOptions): ReadonlyMap<number, PlantedConversation> {
  const { conversations, seed, plant = [] } = options;
  const positions = new Map<number, PlantedConversation>();
  const random = createRandom(`${seed}/plants`);
  const planned: { near: number | null; write: PlantedConversation }[] = [];
  if (plant.includes("canaries")) planned.push(...canaryConversations(options));
  if (plant.includes("ring")) planned.push(...ringConversations(options), ...lookalikes(options));
  if (plant.includes("poison")) planned.push(...poisonConversations(options));
  if (planned.length * 2 > conversations) {
    throw new UsageError(`${conversations} conversations have no room for ${planned.length} planted ones`, {
      hint: `Ask for at least ${planned.length * 2} conversations.`,
    });
  }
  for (const { near, write } of planned) {
    let at = near === null ? random.integer(conversations) : Math.floor(near * conversations);
    while (positions.has(at)) at = (at + 1) % conversations;
    positions.set(at, write);
  }
  return positions;
}

function canaryConversations(options: PlantOptions): { near: null; write: PlantedConversation }[] {
  return listCanaries(options).flatMap((canary, number) => {
    const random = createRandom(`${options.seed}/canary/${number}/place`);
    return Array.from({ length: 2 + random.integer(2) }, (_, again) => ({
      near: null,
      write: () => canaryBody(options, canary, number, random.fork(String(again))),
    }));
  });
}

function canaryBody(options: PlantOptions, canary: Canary, number: number, random: Random): ConversationBody {
  const kind = secretKinds.find(({ kind }) => kind === canary.kind);
  const wanted = random.pick(kind?.topics ?? []);
  const topic = options.corpus.topics.find(({ id }) => id === wanted);
  if (kind === undefined || topic === undefined) throw new RangeError(`no topic for ${canary.kind}`);
  const messages = options.write({ topic, language: "en", register: "plain", drift: null }, random);
  const slip = random.pick(kind.slips).replace("%", () => canary.secret);
  return {
    account: accountId(options.firstRank + number),
    language: "en",
    model: "assistant-1",
    messages: messages.map((message, i) =>
      i === 0 ? { ...message, content: withSlip(message.content, slip) } : message,
    ),
    labels: { path: [topic.domain, topic.id], language: "en", canary: canary.id },
  };
}

function withSlip(text: string, slip: string): string {
  return text.includes("\n") ? `${slip} ${text}` : `${text}${/[\p{L}\p{N}]$/u.test(text) ? "." : ""} ${slip}`;
}

function ringConversations(options: PlantOptions): { near: number; write: PlantedConversation }[] {
  const plan = planRing(options.seed);
  let number = 0;
  return plan.bursts.flatMap((burst) => {
    let begin: number | undefined;
    return Array.from({ length: burst.conversations }, (_, i) => {
      const member = number++ % plan.accounts;
      const write = (time: number): ConversationBody => {
        begin ??= time;
        const random = createRandom(`${options.seed}/ring/${burst.at}/${i}`);
        const minute = (burst.minutes * (i + random.next())) / burst.conversations;
        return {
          ...planted(options.firstRank + 2000 + member, ringText(random), ["marketing", "fake-reviews"], {
            ring: plan.id,
          }),
          createdAt: new Date(Math.floor(begin + minute * 60_000)).toISOString(),
        };
      };
      return { near: burst.at, write };
    });
  });
}

function lookalikes(options: PlantOptions): { near: null; write: PlantedConversation }[] {
  return Array.from({ length: 80 }, (_, i) => ({
    near: null,
    write: () =>
      planted(
        options.firstRank + 3000 + Math.floor(i * 0.85),
        popularTemplateText(createRandom(`${options.seed}/lookalike/${i}`)),
        ["career", "resume"],
        { lookalike: "popular-template" },
      ),
  }));
}

function poisonConversations(options: PlantOptions): { near: null; write: PlantedConversation }[] {
  const target = poisonTarget(options.seed);
  const random = (i: number): Random => createRandom(`${options.seed}/poison/${i}`);
  const path = ["health", "symptoms"];
  return Array.from({ length: 53 }, (_, i) => ({
    near: null,
    write: () =>
      i < 3
        ? planted(options.firstRank + 4000, targetText(target, random(i)), path, { target: target.id })
        : planted(options.firstRank + 4001 + (i % 25), poisonText(target, i, random(i)), path, {
            poison: target.id,
          }),
  }));
}

function planted(
  rank: number,
  request: string,
  path: readonly string[],
  labels: Readonly<Record<string, string>>,
): ConversationBody {
  const messages: Message[] = [
    { role: "user", content: request },
    { role: "assistant", content: "Here is what I can say about that. Tell me if you need more." },
  ];
  return {
    account: accountId(rank),
    language: "en",
    model: "assistant-1",
    messages,
    labels: { path, language: "en", ...labels },
  };
}
