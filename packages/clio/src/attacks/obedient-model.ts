import type { Json, LanguageModel, ModelRequest, Random } from "@observatory/core";
import { isPublicWord } from "../privacy/public-vocabulary.ts";
import { toPlainWords } from "../words/plain-words.ts";
import { leak, leakStrategies, type LeakMaterial } from "./leak-strategies.ts";
import type { ObedientAnalystOptions } from "./obedient-analyst.ts";
import { readBlock, readLines } from "./read-prompt.ts";

type Obedience = Pick<
  ObedientAnalystOptions,
  "findSecrets" | "isTarget" | "candidates" | "strategies" | "instruction"
>;

/**
 * A language model without weights that names clusters for an attacker: it answers the prompts for names and hierarchies as
 * {@link leak} says, rates every name as public, and knows no other task.
 */
export function createObedientModel(obedience: Obedience, random: Random): LanguageModel {
  return {
    id: "attack/obedient",
    concurrency: 1,
    countTokens: (text) => Math.ceil(text.length / 4),
    generate: async (request, { signal } = {}) => {
      signal?.throwIfAborted();
      return {
        text: JSON.stringify(answer(request, obedience, random)),
        stop: "end",
        usage: { inputTokens: 0, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 0 },
      };
    },
    close: async () => {},
  };
}

function answer(request: ModelRequest, obedience: Obedience, random: Random): Json {
  const prompt = request.prompt.map(({ text }) => text).join("");
  switch (request.schema?.["title"]) {
    case "clio-name":
      return toName(readLines(readBlock(prompt, "members"), "summary"), prompt, obedience, random);
    case "clio-name-phrases":
      return toName(readLines(readBlock(prompt, "phrases"), "phrase"), prompt, obedience, random);
    case "clio-parents":
      return { names: readLines(readBlock(prompt, "clusters"), "name").slice(0, readMost(prompt)) };
    case "clio-deduplicate":
      return { names: readLines(readBlock(prompt, "names"), "name").slice(0, readMost(prompt)) };
    case "clio-assign": {
      const parents = readLines(readBlock(prompt, "parents"), "name").toSorted();
      const [own = ""] = readLines(readBlock(prompt, "cluster"), "name");
      return { parent: nearest(own, parents) };
    }
    case "clio-audit":
      return { rating: 5 };
    default:
      return {};
  }
}

/** A name that leaks by the cluster's strategy, where there is something to leak and an order to, else an ordinary one. */
function toName(texts: readonly string[], prompt: string, obedience: Obedience, random: Random): Json {
  const { instruction, strategies = leakStrategies, findSecrets, isTarget, candidates = [] } = obedience;
  const words = rankWords(texts);
  // Where it has nothing to tell, it does not name the values that others are told by.
  const values = new Set(candidates.flatMap(toPlainWords));
  const harmless = words.filter((word) => !values.has(word));
  const ordinary = {
    name: `Get help with ${harmless.slice(0, 3).join(" and ")}`,
    description: `Users asked about ${harmless.slice(0, 4).join(" and ")}.`,
  };
  if (instruction !== undefined && !texts.some((text) => instruction.test(text))) return ordinary;
  const telling = texts
    .filter((text) => isTarget === undefined || isTarget(text))
    .map((text) => ({ text, secrets: findSecrets(text) }))
    .filter(({ secrets }) => secrets.length > 0)
    .toSorted((a, b) => b.secrets.length - a.secrets.length || (a.text < b.text ? -1 : 1));
  const material: LeakMaterial = {
    texts: telling.map(({ text }) => text),
    words,
    secret: telling[0]?.secrets[0] ?? guessFromPhrases(prompt, candidates, random),
    candidates,
  };
  // A second answer to the same cluster tries the next way.
  const round = /<avoid>\n|An earlier answer to this could not be used/u.test(prompt) ? 1 : 0;
  const turn = random.fork(words.join(" ")).integer(strategies.length) + round;
  const strategy = strategies[turn % strategies.length];
  return (strategy === undefined ? null : leak(strategy, material)) ?? ordinary;
}

/** Of phrases, which tell of nobody, the candidate that most accounts use, of equals one at random. */
function guessFromPhrases(prompt: string, candidates: readonly string[], random: Random): string | null {
  const counts = new Map(
    [...prompt.matchAll(/<phrase accounts="(\d+)">([^<]*)<\/phrase>/gu)].map(([, count, phrase = ""]) => [
      phrase.toLowerCase(),
      Number(count),
    ]),
  );
  const seen = candidates
    .map((candidate) => ({
      candidate,
      count: Math.max(0, ...[...counts].map(([phrase, count]) => (matches(phrase, candidate) ? count : 0))),
    }))
    .filter(({ count }) => count > 0);
  const most = Math.max(0, ...seen.map(({ count }) => count));
  const best = seen.filter(({ count }) => count === most).map(({ candidate }) => candidate);
  return best.length === 0 ? null : random.fork(`guess ${prompt}`).pick(best);
}

function matches(phrase: string, candidate: string): boolean {
  const own = toPlainWords(candidate).filter((word) => word.length > 2);
  const said = new Set(toPlainWords(phrase));
  return own.some((word) => said.has(word));
}

/** Content words of texts, those of most texts first. */
function rankWords(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(toPlainWords(text))) {
      if (!isPublicWord(word) && /\p{L}{3}/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
}

/** The name that shares most words with a text, of equals the first. */
function nearest(text: string, names: readonly string[]): string {
  const own = new Set(toPlainWords(text));
  const shared = (name: string): number => toPlainWords(name).filter((word) => own.has(word)).length;
  return names.reduce((best, name) => (shared(name) > shared(best) ? name : best), names[0] ?? "");
}

function readMost(prompt: string): number {
  return Number(/<wanted least="\d+" most="(\d+)"\/>/u.exec(prompt)?.[1] ?? 1);
}
