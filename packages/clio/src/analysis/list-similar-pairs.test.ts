import fc from "fast-check";
import { expect, test } from "vitest";
import { toWordVectors, wordSimilarity } from "./cluster-words.ts";
import { runSteps } from "./in-steps.ts";
import { listSimilarPairs } from "./list-similar-pairs.ts";

const word = fc.constantFrom(
  "users",
  "asked",
  "book",
  "booking",
  "flights",
  "hotels",
  "cake",
  "tax",
  "forms",
  "旅行計画",
);
const cluster = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  level: fc.integer({ min: 0, max: 1 }),
  name: fc.array(word, { maxLength: 4 }).map((words) => words.join(" ")),
  description: fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
});
const clusters = fc.array(cluster, { maxLength: 12 });

test("exactly the pairs are found that looking at all of them finds", () => {
  fc.assert(
    fc.property(clusters, clusters, fc.constantFrom(0.1, 0.3, 0.8), (before, after, least) => {
      const vectors = toWordVectors([...before, ...after]);
      const all = before.flatMap((earlier, b) =>
        after.flatMap((later, a) => {
          const similarity = wordSimilarity(vectors[b] ?? new Map(), vectors[before.length + a] ?? new Map());
          const isPair = earlier.level === later.level && (similarity >= least || earlier.id === later.id);
          return isPair ? [{ before: b, after: a, similarity }] : [];
        }),
      );
      expect(runSteps(listSimilarPairs(before, after, least))).toEqual(all);
    }),
    { numRuns: 500 },
  );
});
