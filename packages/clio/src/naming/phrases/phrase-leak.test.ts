import { createRandom, type Random } from "@observatory/core";
import { beforeAll, describe, expect, test } from "vitest";
import { noiseUnit } from "../../privacy/noisy-support.ts";
import { tellPhrases } from "./count-phrases.ts";
import { readKeyPhrases } from "./read-key-phrases.ts";

const diagnoses = [
  "multiple sclerosis",
  "crohn disease",
  "lupus",
  "epilepsy",
  "endometriosis",
  "parkinson disease",
  "celiac disease",
  "bipolar disorder",
  "fibromyalgia",
];
const accounts = 301;
const trials = 1_500;
const ask = "ask about tingling in my left foot in the evening";
const honest = new Map<string, number>();

beforeAll(() => {
  for (let account = 0; account < 250; account++)
    for (const phrase of readKeyPhrases(account % 3 === 0 ? `${ask} after a hot shower` : ask))
      honest.set(phrase, (honest.get(phrase) ?? 0) + 1);
});

const phrasesOf = new Map(
  diagnoses.map((diagnosis) => [diagnosis, readKeyPhrases(`is it ${diagnosis}, and is it dangerous`)]),
);

interface Draw {
  readonly random: Random;
  readonly key: string;
  readonly unit: number;
}

/** Those of one diagnosis alone: what several share tells nothing. */
const ownPhrases = (diagnosis: string): readonly string[] =>
  [...(phrasesOf.get(diagnosis) ?? [])].filter(
    (phrase) => [...phrasesOf.values()].filter((phrases) => phrases.has(phrase)).length === 1,
  );

/** What an attacker says who made `flood` accounts mention every diagnosis and sees what is told of the target's cluster. */
function guess(target: string, flood: number, { random, key, unit }: Draw): string {
  const counts = new Map(honest);
  for (const [diagnosis, phrases] of phrasesOf)
    for (const phrase of phrases)
      counts.set(phrase, (counts.get(phrase) ?? 0) + flood + (diagnosis === target ? 1 : 0));
  const phrases = tellPhrases(counts, { least: 5, unit, key });
  const told = new Map(phrases.map((phrase) => [phrase.text, phrase.accounts]));
  const worth = (diagnosis: string): number =>
    ownPhrases(diagnosis).reduce((sum, phrase) => sum + (told.get(phrase) ?? 0), 0) /
    ownPhrases(diagnosis).length;
  const most = Math.max(...diagnoses.map(worth));
  return random.pick(diagnoses.filter((diagnosis) => worth(diagnosis) === most));
}

/** How often the guess is right. */
function guessRate(flood: number, unit: number): number {
  const random = createRandom(flood);
  let right = 0;
  for (let trial = 0; trial < trials; trial++) {
    const target = random.pick(diagnoses);
    if (guess(target, flood, { random, key: `secret ${flood} ${trial}`, unit }) === target) right++;
  }
  return right / trials;
}

// Up to the threshold, under it by one, and far above.
describe.each([3, 4, 5, 20, 50])("where %i accounts mention each diagnosis", (flood) => {
  test("an obedient namer that is told phrases guesses the target's little better than blindly", () => {
    const chance = 1 / diagnoses.length;
    const deviation = Math.sqrt((chance * (1 - chance)) / trials);
    expect(guessRate(flood, noiseUnit(accounts))).toBeLessThan(chance + 0.03 + 3 * deviation);
  });

  test("one that is told exact counts knows it", () => {
    const crosses = flood + 1 >= 5;
    expect(guessRate(flood, 1)).toBeCloseTo(crosses ? 1 : 1 / diagnoses.length, crosses ? 5 : 1);
  });
});
