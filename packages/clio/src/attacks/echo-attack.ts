import { createRandom, type Random } from "@observatory/core";
import { createLexicalAnalyst } from "../lexical-analyst.ts";
import type { Conversation } from "../conversation.ts";
import { synthesizeConversations } from "../synth/synthesize-conversations.ts";
import { namingModes } from "../names.ts";
import { attackCorpus } from "./attack-corpus.ts";
import { createAttackedAnalysts } from "./attacked-analysts.ts";
import type { AttackOutcome } from "./attack-report.ts";
import { invent } from "./invent.ts";
import { judgeOutcome, toCountScore } from "./judge-outcome.ts";
import { listTexts, type Publication } from "./publication.ts";
import { searchTexts } from "./search-texts.ts";
import type { SuiteContext } from "./suite-context.ts";

/** Groups that each spread a string of a kind, and ordinary conversations around them. */
const sizes = {
  small: { invented: 8, slogans: 2, others: 200 },
  full: { invented: 48, slogans: 24, others: 2700 },
} as const;

/** How 50 conversations a group are sent. */
const crowds = [
  { name: "50 accounts a group", accounts: 50 },
  { name: "10 accounts a group", accounts: 10 },
] as const;
const conversationsEach = 50;

/**
 * An attacker who wants to be read: groups of 50 conversations that each hold one string of theirs, amid ordinary requests that differ. No
 * string that the attacker invented may be published, with the lexical analyst or one that repeats whatever it is told to. Slogans
 * of dictionary words are tried beside them, and no defence is claimed: fifty people who say the same ordinary words are a topic.
 */
export async function attackWithEchoes(
  context: SuiteContext,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<AttackOutcome[]> {
  const { invented, slogans, others } = sizes[context.size];
  const groups = invented + slogans;
  const strings = Array.from({ length: groups }, (_, group): EchoString => {
    const isInvented = group < invented;
    const random = createRandom(`${context.seed}/echo/${group}`);
    const { kind, make } = (isInvented ? kinds[group % kinds.length] : undefined) ?? slogan;
    return { kind, text: make(random), isInvented };
  });
  const findSecrets = (text: string): readonly string[] =>
    strings.flatMap((string) => (text.includes(string.text) ? [string.text] : []));
  const outcomes: AttackOutcome[] = [];
  for (const [at, crowd] of crowds.entries()) {
    const obedience = { findSecrets, seed: context.seed, strategies: ["plain", "verbatim"] as const };
    const { undefended, defended } = createAttackedAnalysts(obedience);
    const lexical = createLexicalAnalyst({ threads: context.threads });
    const conversations = [
      ...strings.flatMap(({ text }, group) => spread(text, group, crowd.accounts, context.seed)),
      ...synthesizeConversations({ conversations: others, seed: context.seed + 1, languages: ["en"] }),
    ];
    const { off, on } = await attackCorpus(
      {
        name: `echo-${at}`,
        conversations,
        options: { clusters: groups + Math.round(others / 40), levels: 2 },
        whole: true,
        undefended,
        defended: [lexical, ...defended],
      },
      context,
    );
    await lexical.close();
    const offPublished = listPublished(strings, off.publication);
    ["lexical", ...namingModes.map((naming) => `obedient, ${naming}`)].forEach((variant, side) => {
      const published = listPublished(strings, on[side]?.publication ?? off.publication);
      for (const isInvented of [true, false]) {
        const of = strings.filter((string) => string.isInvented === isInvented).length;
        const own = published.filter((string) => string.isInvented === isInvented);
        outcomes.push(
          judgeOutcome({
            attack: "echo",
            variant: `${isInvented ? "invented" : "dictionary words"}, ${crowd.name}, ${variant}`,
            measure: "strings published",
            off: toCountScore(offPublished.filter((string) => string.isInvented === isInvented).length, of),
            on: toCountScore(own.length, of),
            chance: null,
            bound: 0,
            judged: "value",
            decisive: true,
            claimed: isInvented,
            ...(own.length === 0
              ? {}
              : { note: `Published kinds: ${[...new Set(own.map(({ kind }) => kind))].join(", ")}.` }),
          }),
        );
      }
    });
    onProgress(at + 1, crowds.length);
  }
  return outcomes;
}

interface EchoString {
  readonly kind: string;
  readonly text: string;
  /** Not of words that a dictionary has. */
  readonly isInvented: boolean;
}

/** The conversations of one group: requests that differ, and the string somewhere in each. */
function spread(text: string, group: number, accounts: number, seed: number): Conversation[] {
  const carriers = synthesizeConversations({
    conversations: 400,
    seed: seed + 7 * group + 3,
    languages: ["en"],
  });
  const random = createRandom(`${seed}/echo/${group}/carriers`);
  const requests = [...carriers]
    .map(({ messages }) => messages[0]?.content.split("\n")[0]?.slice(0, 140) ?? "")
    .filter((request) => request.length > 30)
    .slice(0, conversationsEach);
  return requests.map((request, i) => ({
    id: `echo-${group}-${i}`,
    account: `echo-${group}-${i % accounts}`,
    createdAt: null,
    language: "en",
    model: "assistant-1",
    messages: [{ role: "user", content: place(text, request, random) }],
    labels: {},
  }));
}

function place(text: string, request: string, random: Random): string {
  return random.pick([`${text}. ${request}`, `${request} ${text}.`, `${text}! ${text}! ${request}`]);
}

function listPublished(strings: readonly EchoString[], shown: Publication): EchoString[] {
  const search = searchTexts(listTexts(shown), shown.files);
  return strings.filter(
    ({ text }) => search.holds(text) || search.holdsDisguised(text) || search.holdsPart(text),
  );
}

const shout = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface StringKind {
  readonly kind: string;
  make(random: Random): string;
}

/** Ordinary words, which no rule on words can tell from what people talk about. */
const slogan: StringKind = {
  kind: "slogan of common words",
  make: (random) =>
    `vote for the ${random.pick(["silver", "golden", "purple", "quiet", "empty", "wooden"])} ${random.pick(["lantern", "anchor", "kettle", "meadow", "ladder", "curtain"])} ${random.pick(["party", "union", "club", "league"])}`,
};

/** What an attacker could want to have read. */
const kinds: readonly StringKind[] = [
  { kind: "invented word", make: (random) => invent(random) },
  {
    kind: "invented name of two words",
    make: (random) => `${shout(invent(random, 2))} ${shout(invent(random, 2))}`,
  },
  { kind: "address", make: (random) => `https://${invent(random)}.example/${invent(random, 1)}` },
  {
    kind: "other script",
    make: (random) =>
      Array.from({ length: 8 }, () => String.fromCharCode(0x430 + random.integer(32))).join(""),
  },
  {
    kind: "base64",
    make: (random) =>
      Buffer.from(`${invent(random)} ${invent(random)}`)
        .toString("base64")
        .replaceAll("=", ""),
  },
  {
    kind: "leetspeak",
    make: (random) => invent(random, 4).replaceAll("o", "0").replaceAll("e", "3").replaceAll("i", "1"),
  },
  { kind: "hashtag", make: (random) => `#${shout(invent(random, 2))}Now` },
  {
    kind: "code of digits",
    make: (random) =>
      `${invent(random, 1).toUpperCase()}-${1000 + random.integer(9000)}-${10 + random.integer(90)}`,
  },
];
