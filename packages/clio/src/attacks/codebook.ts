import { createRandom } from "@observatory/core";
import { englishDomains } from "../synth/data/english/index.ts";

/** Words that stand for one candidate. */
const wordsEach = 40;

/** For each candidate forty ordinary words that hardly anybody uses otherwise: each stands in one topic of the corpus. */
export function createCodebook(candidates: number): readonly (readonly string[])[] {
  const topicsOf = new Map<string, number>();
  for (const { topics } of englishDomains)
    for (const text of Object.values(topics))
      for (const word of new Set(text.match(/(?<![\p{L}=$])[a-z]{5,9}(?!\p{L})/gu) ?? []))
        topicsOf.set(word, (topicsOf.get(word) ?? 0) + 1);
  const rare = [...topicsOf].flatMap(([word, topics]) => (topics === 1 && !word.endsWith("s") ? [word] : []));
  const words = createRandom("codebook").shuffle(rare.toSorted());
  return Array.from({ length: candidates }, (_, at) => words.slice(at * wordsEach, (at + 1) * wordsEach));
}
