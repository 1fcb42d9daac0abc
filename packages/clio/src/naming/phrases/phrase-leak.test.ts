import { createRandom, type Random } from "@observatory/core";
import { beforeAll, describe, expect, test } from "vitest";
import { mostTold, noiseUnit, phrasesOfAccount } from "../../privacy/noisy-support.ts";
import { countBrought } from "./count-brought.ts";
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
const trials = 300;
const ask = "ask about tingling in my left foot in the evening";
const honest = new Map<string, number>();

beforeAll(() => {
  for (let account = 0; account < 250; account++)
    for (const phrase of readKeyPhrases(account % 3 === 0 ? `${ask} after a hot shower` : ask))
      honest.set(phrase, (honest.get(phrase) ?? 0) + 1);
});

const phrases = diagnoses.map((diagnosis) => [...readKeyPhrases(`is it ${diagnosis}, and is it dangerous`)]);

/** For each diagnosis what an analyst that obeys says of who has it: its own phrases, or forty agreed words. */
const codes = {
  // What several share tells nothing.
  names: phrases.map((own) =>
    own.filter((phrase) => phrases.filter((others) => others.includes(phrase)).length === 1),
  ),
  codewords: diagnoses.map((_, at) => Array.from({ length: 40 }, (_word, i) => `code${at}x${i}`)),
};
type Code = keyof typeof codes;

/**
 * How often an attacker is right who made as many accounts as he wants bring each phrase of each code and sees what is told.
 *
 * @param unit 1 stands for exact counts of all that the target says
 */
function guessRate(code: Code, flood: number, unit: number): number {
  const random: Random = createRandom(`${code} ${flood}`);
  const planted = new Map(honest);
  for (const phrase of codes[code].flat()) planted.set(phrase, flood);
  let right = 0;
  for (let trial = 0; trial < trials; trial++) {
    const target = random.integer(diagnoses.length);
    const noise = { least: 5, unit, key: `secret ${flood} ${trial}` };
    const says = new Set(codes[code][target]);
    const brought = unit === 1 ? says : countBrought([says], noise).keys();
    const counts = new Map(planted);
    for (const phrase of brought) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    const told = new Map(tellPhrases(counts, noise).map((phrase) => [phrase.text, phrase.accounts]));
    const worth = codes[code].map(
      (own) => own.reduce((sum, phrase) => sum + (told.get(phrase) ?? 0), 0) / own.length,
    );
    const most = Math.max(...worth);
    if (random.pick(diagnoses.filter((_, at) => worth[at] === most)) === diagnoses[target]) right++;
  }
  return right / trials;
}

const chance = 1 / diagnoses.length;

// Up to the threshold, under it by one, and where a draw is sure without the target but for one.
describe.each([3, 4, 5, 20, 50])("where %i accounts bring each phrase", (flood) => {
  test.each(["names", "codewords"] as const)(
    "an obedient namer that is told phrases guesses the target's little better than blindly (%s)",
    (code) => {
      const deviation = Math.sqrt((chance * (1 - chance)) / trials);
      expect(guessRate(code, flood, noiseUnit(accounts))).toBeLessThan(chance + mostTold + 3 * deviation);
    },
  );

  test("one that is told exact counts knows it", () => {
    const crosses = flood + 1 >= 5;
    expect(guessRate("names", flood, 1)).toBeCloseTo(crosses ? 1 : chance, crosses ? 5 : 1);
  });
});

test("whatever an account says, what is told changes by it for no more draws than its phrases have", () => {
  const unit = noiseUnit(accounts);
  const keys = Array.from({ length: 1_500 }, (_, i) => `secret ${i}`);
  const says = new Set(codes.codewords[0]);
  const changed = keys.filter((key) => {
    const noise = { least: 5, unit, key };
    const brought = countBrought([says], noise);
    expect(brought.size).toBe(phrasesOfAccount(unit));
    const toText = (more: ReadonlyMap<string, number>): string =>
      JSON.stringify(
        tellPhrases(new Map([...says].map((phrase) => [phrase, 20 + (more.get(phrase) ?? 0)])), noise),
      );
    return toText(new Map()) !== toText(brought);
  });
  // Told of at most P / u, and of nearly that: the bound is no looser than it has to be. Five deviations.
  const bound = phrasesOfAccount(unit) / unit;
  const slack = 5 * Math.sqrt((bound * (1 - bound)) / keys.length);
  expect(changed.length / keys.length).toBeLessThan(bound + slack);
  expect(changed.length / keys.length).toBeGreaterThan(bound - slack);
});

test("accounts that say the same bring phrases each of its own draw, in whatever order they come", () => {
  const noise = { unit: 67, key: "secret" };
  const one = readKeyPhrases("book a table at the restaurant, order food and wine");
  const other = readKeyPhrases("cancel the taxi, train and flight");
  const counts = countBrought([...Array<ReadonlySet<string>>(30).fill(one), other, other], noise);
  expect(counts).toEqual(
    new Map(countBrought([other, ...Array<ReadonlySet<string>>(30).fill(one), other], noise)),
  );
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(64);
  expect(new Set(counts.keys()).size).toBeGreaterThan(4);
});
