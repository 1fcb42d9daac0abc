import { createRandom } from "@observatory/core";
import type { Conversation } from "../conversation.ts";

export interface DifferencingWorld {
  /** Of people with two conversations each. */
  readonly crowd: readonly Conversation[];
  /** Of the account that comes later. */
  readonly target: readonly Conversation[];
  /** Of the attacker's accounts. */
  readonly cover: readonly Conversation[];
}

/** People of three subjects and two plans (`labels.plan`), one of the plan `team` who comes later, and an attacker's accounts of the plan `free`. */
export function createDifferencingWorld(options: {
  readonly accounts: number;
  readonly cover: number;
  readonly seed: number;
}): DifferencingWorld {
  const { accounts, cover, seed } = options;
  const random = createRandom(`${seed}/differencing`);
  const chat = (account: string, at: number, subject: number, plan: string): Conversation => ({
    id: `${account}-${at}`,
    account,
    createdAt: null,
    language: "en",
    model: null,
    messages: [
      {
        role: "user",
        content: `${random.pick(openings)} ${subjects[subject] ?? ""} ${random.pick(endings)}, ${account} number ${at}?`,
      },
    ],
    labels: { plan },
  });
  const plans = Array.from({ length: accounts }, () => (random.next() < 0.3 ? "team" : "free"));
  return {
    crowd: plans.flatMap((plan, i) =>
      [0, 1].map((at) => chat(`person${i}`, at, random.integer(subjects.length), plan)),
    ),
    target: [chat("target", 0, random.integer(subjects.length), "team")],
    cover: Array.from({ length: cover }, (_, i) => chat(`cover${i}`, 0, 1, "free")),
  };
}

const subjects = ["repair a printer", "bake a chocolate cake", "book a cheap flight"];
const openings = ["How do I", "What is the best way to", "Please tell me how I can", "Is it hard to"];
const endings = [
  "this week",
  "without much money",
  "with my family",
  "for a friend",
  "on my own",
  "in winter",
];
