import { expect, test } from "vitest";
import { createCorpus } from "../synth/corpus.ts";
import { categoryNames } from "./categories.ts";
import { createValidationCorpus } from "./validation-corpus.ts";

test("every domain of the synthetic corpus has a name of its own, and there is no other", () => {
  const domains = new Set(createCorpus().topics.map(({ domain }) => domain));
  expect(Object.keys(categoryNames).toSorted()).toEqual([...domains].toSorted());
  expect(new Set(Object.values(categoryNames)).size).toBe(domains.size);
});

test("conversations know their category by their first label, and few belong nowhere", () => {
  const known = createValidationCorpus({ conversations: 1000, seed: 4 });
  for (const { conversation, category } of known) {
    const [domain] = conversation.labels["path"] as readonly string[];
    expect(category).toBe(domain === "other" ? null : categoryNames[domain ?? ""]);
  }
  const outside = known.filter(({ category }) => category === null).length;
  expect(outside).toBeGreaterThan(10);
  expect(outside).toBeLessThan(80);
});

test("only the wanted languages are written", () => {
  const known = createValidationCorpus({ conversations: 60, seed: 4, languages: ["es", "ja"] });
  expect([...new Set(known.map(({ language }) => language))].toSorted()).toEqual(["es", "ja"]);
});
