import { createRandom, type Random } from "@observatory/core";
import { compileGrammar, expandGrammar } from "../grammar.ts";
import { tidyEnglish } from "../style.ts";

/** The coordinated ring: accounts that send near-identical requests in bursts. */
export interface RingPlan {
  readonly id: string;
  readonly accounts: number;
  /** Bursts, each at a fraction of the time span, of so many minutes. */
  readonly bursts: readonly {
    readonly at: number;
    readonly minutes: number;
    readonly conversations: number;
  }[];
}

/** Plans the ring of a seed: 30 to 60 accounts, three bursts, about five requests an account. */
export function planRing(seed: number): RingPlan {
  const random = createRandom(`${seed}/ring`);
  const accounts = 30 + random.integer(31);
  const total = accounts * 5;
  return {
    id: "ring-reviews",
    accounts,
    bursts: [0.3, 0.55, 0.8].map((at, i) => ({
      at: at + 0.1 * random.next(),
      minutes: 40 + random.integer(80),
      conversations: i === 2 ? total - 2 * Math.floor(total / 3) : Math.floor(total / 3),
    })),
  };
}

const ringRequest = compileGrammar(
  "Write a 5-star review for the {Velmora|velmora} {heated neck massager|neck massager}{, | - }{60|70|75|80} words{.|,} {Mention|mention} {fast shipping|the soft fabric|long battery life|the great price}{ and|,} {sound like|write like|as} a {mother of two|student|pensioner|truck driver|office worker|nurse}. {No|Avoid} {emojis|hashtags}{, vary the wording.|. Vary the wording.|, must be unique.| and make it unique.}",
);

export function ringText(random: Random): string {
  return tidyEnglish(expandGrammar(ringRequest, { random, bound: new Map(), slot: () => undefined }));
}

const jobs =
  "nurse|software engineer|teacher|warehouse manager|graphic designer|electrician|data analyst|sales rep|chef|receptionist|civil engineer|paralegal";
const template = compileGrammar(
  "Act as an expert resume writer with 20 years of experience in recruiting. I will give you my resume and a job title. Rewrite the resume so that it passes applicant tracking systems, use strong action verbs, and list the ten most important keywords at the end. {The job title is|Job title:|My target role is} {$job|senior $job|junior $job}. {My resume:|Here is my resume:|Resume below.} {$years years as $job|$job since 20{10|14|17|19|21}|worked as $job for $years years}, {team player|strong communicator|led a small team|fluent in Spanish|night shifts|two certificates}, {moved to {Leeds|Denver|Toronto|Porto} last year|looking for part-time|open to travel|ready to start in {March|June|September}}.",
);
const templateSlots = new Map([
  ["job", compileGrammar(jobs)],
  ["years", compileGrammar("2|3|4|5|6|8|10|12|15|20")],
]);

/** A request made from a prompt that goes round among people who do not know each other: looks like a ring, is none. */
export function popularTemplateText(random: Random): string {
  return expandGrammar(template, { random, bound: new Map(), slot: (name) => templateSlots.get(name) });
}
