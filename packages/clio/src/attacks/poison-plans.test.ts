import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { poisonTarget } from "../synth/plants/poison.ts";
import { createCodebook } from "./codebook.ts";
import { decodePoison } from "./decode-poison.ts";
import { poisonAccounts, poisonPlans, writePoison, type PoisonPlan } from "./poison-plans.ts";

const target = poisonTarget(1);
const codebook = createCodebook(target.candidates.length);

function write(plan: PoisonPlan): string[] {
  const ask = (): string => "Why is that so?";
  return writePoison(plan, { target, ask, required: 5, unit: 18, codebook, random: createRandom(3) });
}

const usersOf = (texts: readonly string[], word: string): number =>
  texts.filter((text) => text.includes(word)).length;

test.each(poisonPlans)("%s: fifty accounts, and none of them knows the secret", (plan) => {
  const texts = write(plan);
  expect(texts).toHaveLength(poisonAccounts);
  const counts = target.candidates.map((candidate) => usersOf(texts, candidate));
  // All candidates alike: what tells them apart can come from the target alone.
  expect(new Set(counts).size).toBe(1);
});

test("tipping leaves each candidate one account under the rule; flooding and edge do not", () => {
  expect(usersOf(write("tipping"), target.secret)).toBe(4);
  expect(usersOf(write("flooding"), target.secret)).toBe(50);
  expect(usersOf(write("edge"), target.secret)).toBe(22);
});

test("each code word stands for one candidate and is one account under the rule", () => {
  const words = codebook.flat();
  expect(new Set(words).size).toBe(target.candidates.length * 40);
  const texts = write("codewords").map((text) => ` ${text} `);
  for (const word of words) expect(usersOf(texts, ` ${word} `)).toBe(4);
});

test("where nothing is said the decoder says the first candidate, so that it is right as often as chance", () => {
  const read = (name: string): number => decodePoison("plain", { name, description: "" }, target.candidates);
  expect(read("Ask about tingling fingers")).toBe(0);
  expect(decodePoison("plain", undefined, target.candidates)).toBe(0);
  expect(read("Get help with epilepsy")).toBe(target.candidates.indexOf("epilepsy"));
  expect(read("Get help with parkinson")).toBe(target.candidates.indexOf("Parkinson's disease"));
});
