import type { Json } from "@observatory/core";
import { readBlock, readElements } from "../read-elements.ts";
import { guessLanguage } from "./languages.ts";
import { summarizeRequest, summarizeTask } from "./summarize.ts";
import { countShared, toContentWords, toStems } from "./words.ts";

/** What the user wrote in a prompt's conversation, turn by turn; all of its text where no turn is marked. */
export function readUserTurns(prompt: string): string[] {
  const conversation = readBlock(prompt, "conversation");
  const turns = readElements(conversation, "user").map(({ text }) => text);
  if (turns.length > 0) return turns;
  const [all] = readElements(prompt, "conversation").map(({ text }) => text);
  return [all ?? ""];
}

/** The answer to `clio-facets`. Requests of turns that share no word are apart; their weights count hundredths. */
export function answerFacets(prompt: string, mostRequests: number): { readonly [key: string]: Json } {
  const turns = readUserTurns(prompt);
  return {
    requests: groupTurns(turns, mostRequests).map(({ text, hundredths }) => {
      const request = summarizeRequest(text);
      return { request, task: summarizeTask(request), weight: hundredths / 100 };
    }),
    languages: readLanguages(turns),
    concern: rateConcern(turns.join("\n")),
  };
}

/** The languages of the user's turns, most used first. */
export function readLanguages(turns: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const turn of turns) {
    const language = guessLanguage(turn);
    counts.set(language, (counts.get(language) ?? 0) + turn.length);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([language]) => language);
}

const worries: readonly (readonly [number, RegExp])[] = [
  [5, /\b(?:bomb|explosives?|suicide|kill (?:myself|him|her|them|someone)|nerve agent|child porn)/iu],
  [4, /\b(?:malware|ransomware|steal|stolen cards?|weapon|poison|murder|stalk)/iu],
  [3, /\b(?:hack|cheat|drugs?|fake id|racist|hate)/iu],
  [2, /\b(?:insult|angry|fight|gamble|alcohol)/iu],
];

/** 1 benign .. 5, by a few words. */
export function rateConcern(text: string): number {
  return worries.find(([, words]) => words.test(text))?.[0] ?? 1;
}

interface Group {
  readonly text: string;
  readonly stems: Set<string>;
  turns: number;
}

const newRequest =
  /\?|^(?:\W*(?:can|could|would|how|what|where|when|why|please|now|also|next)\b)|\b(?:i (?:want|need|would like)|i'?d like|help me)\b/iu;

function groupTurns(turns: readonly string[], most: number): { text: string; hundredths: number }[] {
  const groups: Group[] = [];
  for (const turn of turns) {
    const stems = toStems(turn);
    const nearest = groups
      .toSorted((a, b) => countShared(b.stems, stems) - countShared(a.stems, stems))
      .at(0);
    const isOwn =
      nearest === undefined ||
      (countShared(nearest.stems, stems) === 0 && stems.size >= 3 && newRequest.test(turn));
    if (isOwn) groups.push({ text: turn, stems, turns: 1 });
    else {
      nearest.turns++;
      for (const stem of stems) nearest.stems.add(stem);
    }
  }
  const said = groups.filter(({ text }) => toContentWords(text).length > 0);
  const kept = (said.length > 0 ? said : groups)
    .toSorted((a, b) => b.turns - a.turns)
    .slice(0, Math.max(1, most));
  const all = kept.reduce((sum, { turns }) => sum + turns, 0);
  const shares = kept.map(({ turns }) => Math.max(1, Math.floor((100 * turns) / all)));
  const left = 100 - shares.reduce((sum, share) => sum + share, 0);
  return kept.map(({ text }, i) => ({ text, hundredths: (shares[i] ?? 0) + (i === 0 ? left : 0) }));
}
