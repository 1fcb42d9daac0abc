import { createRandom } from "@observatory/core";
import type { Conversation } from "../conversation.ts";
import { synthesizeConversations } from "../synth/synthesize-conversations.ts";
import { namingModes } from "../names.ts";
import { attackCorpus } from "./attack-corpus.ts";
import { createAttackedAnalysts } from "./attacked-analysts.ts";
import type { AttackOutcome } from "./attack-report.ts";
import { judgeOutcome } from "./judge-outcome.ts";
import { createRarity, membershipClues, readClues, type MembershipClue } from "./membership-clues.ts";
import { scoreMembership, type MembershipGuess } from "./membership-score.ts";
import type { SuiteContext } from "./suite-context.ts";
import { invent } from "./invent.ts";

/** Accounts that are in or out, others that are always in, and pairs of releases; in the second of a pair in is out. */
const sizes = {
  small: { accounts: 120, others: 100, pairs: 2 },
  full: { accounts: 1000, others: 1200, pairs: 4 },
} as const;

const bound = 0.55;

/** Clues that tell something alone; a size does only beside the releases that it is to be held against. */
const textClues: readonly MembershipClue[] = ["rare words", "quotation", "nearest name"];
const clusterSize = 12;

interface Subject {
  readonly text: string;
  readonly conversation: Conversation;
}

/**
 * Was somebody whose texts the attacker has among those whom a release is made of? Half of the accounts are, drawn anew for each pair of
 * releases. Clues are what can be read: rare words, quotations, the nearest name, the size that is given for it. Each text is a clue as it is;
 * all together are one as a likelihood ratio between releases of which the attacker knows who is in them (Carlini et al., Membership Inference Attacks From
 * First Principles, 2022).
 */
export async function attackMembership(
  context: SuiteContext,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<AttackOutcome[]> {
  const { accounts, others, pairs } = sizes[context.size];
  const subjects = createSubjects(accounts, context.seed);
  const background = [
    ...synthesizeConversations({ conversations: others, seed: context.seed + 11, languages: ["en"] }),
  ];
  const rarity = createRarity([...subjects.map(({ text }) => text), ...background.map(toText)]);
  const obedience = {
    findSecrets: (text: string) => text.match(/\bcode [a-z]+\b/gu) ?? [],
    seed: context.seed,
    strategies: ["verbatim"] as const,
  };
  const sides = ["off", ...namingModes];
  const releases: ReadRelease[] = [];
  for (let number = 0; number < 2 * pairs; number++) {
    const isIn = drawMembers(accounts, Math.floor(number / 2), number % 2 === 1, context.seed);
    const conversations = [
      ...background,
      ...subjects.filter((_, at) => isIn[at] === true).map(({ conversation }) => conversation),
    ];
    const { off, on } = await attackCorpus(
      {
        name: `membership-${number}`,
        conversations,
        options: { clusters: Math.round(conversations.length / clusterSize), levels: 2 },
        ...createAttackedAnalysts(obedience),
      },
      context,
    );
    const clues = [off, ...on].map(({ publication }) => {
      const read = readClues(publication, rarity);
      return subjects.map(({ text }) => read(text));
    });
    releases.push({ isIn, clues });
    onProgress(number + 1, 2 * pairs);
  }

  const random = createRandom(`${context.seed}/membership/bootstrap`);
  const attacks = [
    ...textClues.map((clue) => ({
      name: clue,
      guess: (side: number) => guessDirectly(releases, side, clue),
    })),
    { name: "likelihood ratio of all clues", guess: (side: number) => guessByRatio(releases, side) },
  ];
  return attacks.flatMap(({ name, guess }) => {
    const [off, ...on] = sides.map((_, side) => scoreMembership(guess(side), random.fork(`${name}/${side}`)));
    return off === undefined
      ? []
      : on.map((score, mode) =>
          judgeOutcome({
            attack: "membership",
            variant: `${name}, ${namingModes[mode] ?? ""}`,
            measure: "AUC",
            off,
            on: score,
            chance: 0.5,
            bound,
            judged: "upper",
            decisive: context.size === "full",
            claimed: true,
          }),
        );
  });
}

interface ReadRelease {
  readonly isIn: readonly boolean[];
  /** By side, then by account. */
  readonly clues: readonly (readonly Readonly<Record<MembershipClue, number>>[])[];
}

function guessDirectly(
  releases: readonly ReadRelease[],
  side: number,
  clue: MembershipClue,
): MembershipGuess[] {
  return releases.flatMap(({ isIn, clues }) =>
    isIn.map((isMember, account) => ({ account, isMember, score: clues[side]?.[account]?.[clue] ?? 0 })),
  );
}

/** Each release is attacked with the others but its own pair, of which it is known who is in. */
function guessByRatio(releases: readonly ReadRelease[], side: number): MembershipGuess[] {
  return releases.flatMap((attacked, number) => {
    const shadows = releases.filter((_, other) => Math.floor(other / 2) !== Math.floor(number / 2));
    const ratios = membershipClues.map((clue) => ratiosOf(attacked, shadows, side, clue));
    return attacked.isIn.map((isMember, account) => ({
      account,
      isMember,
      score: ratios.reduce((sum, ratio) => sum + (ratio[account] ?? 0), 0),
    }));
  });
}

/** For each account how much likelier its clue is in releases with it than without it: a difference of logarithms, both normal. */
function ratiosOf(
  attacked: ReadRelease,
  shadows: readonly ReadRelease[],
  side: number,
  clue: MembershipClue,
): number[] {
  const valueOf = (release: ReadRelease, account: number): number =>
    release.clues[side]?.[account]?.[clue] ?? 0;
  const known = attacked.isIn.map((_, account) => {
    const of = (isIn: boolean): number[] =>
      shadows.filter((shadow) => shadow.isIn[account] === isIn).map((shadow) => valueOf(shadow, account));
    return { in: of(true), out: of(false) };
  });
  let squares = 0;
  let freedom = 0;
  for (const values of known.flatMap((both) => [both.in, both.out])) {
    const mean = meanOf(values);
    squares += values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    freedom += Math.max(0, values.length - 1);
  }
  // With one release of a kind there is no spread to estimate: then the sharpest difference is as good as any.
  const variance = freedom === 0 ? 1 : squares / freedom;
  return known.map((both, account) => {
    if (variance === 0 || both.in.length === 0 || both.out.length === 0) return 0;
    const value = valueOf(attacked, account);
    return ((value - meanOf(both.out)) ** 2 - (value - meanOf(both.in)) ** 2) / (2 * variance);
  });
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Ordinary requests, each with a word that nobody else has. */
function createSubjects(accounts: number, seed: number): Subject[] {
  const requests = synthesizeConversations({ conversations: accounts, seed: seed + 5, languages: ["en"] });
  return [...requests].map((made, at) => {
    const word = invent(createRandom(`${seed}/membership/${at}`), 4);
    const conversation: Conversation = {
      ...made,
      id: `subject-${at}`,
      account: `subject-${at}`,
      messages: [{ role: "user", content: `${toText(made)} It is about code ${word}.` }],
    };
    return { conversation, text: toText(conversation) };
  });
}

function toText({ messages }: Conversation): string {
  return messages[0]?.content ?? "";
}

function drawMembers(accounts: number, pair: number, turned: boolean, seed: number): boolean[] {
  const order = createRandom(`${seed}/membership/pair/${pair}`).shuffle([...Array(accounts).keys()]);
  const chosen = new Set(order.slice(0, accounts / 2));
  return Array.from({ length: accounts }, (_, account) => chosen.has(account) !== turned);
}
