import { toContentWords } from "./content-words.ts";
import { shorten } from "./shorten.ts";
import { readTurn, summarizeTurn, type Candidate } from "./summarize-turn.ts";

/** Length of a request at most, in UTF-16 code units. */
export const longestRequest = 280;
const longestOpening = 180;
const shortOpening = 120;
const longestDetail = 80;
const longestAddition = 60;
const mostAdditions = 1;
const mostTurns = 30;
const clearAsk = 1;
const leastAsk = 3;

/**
 * What a user asked for over a whole conversation, in the user's own words: the first turns up to the first ask, the
 * details of the turn after it, and the clearest later ask on a new subject; reactions ("yes, that works, thanks"), follow-up questions and repetitions are left
 * out. At most `longestRequest` characters on one line; empty only where the turns have no visible text.
 *
 * @param turns the user's messages without personal data.
 */
export function summarizeRequest(turns: readonly string[]): string {
  const read = turns
    .slice(0, mostTurns)
    .map(readTurn)
    .filter((candidates) => candidates.length > 0);
  const first = read.findIndex((candidates) => candidates.some(({ ask }) => ask >= clearAsk));
  const opening = read.slice(0, Math.max(0, first) + 1);
  const most = read.length > opening.length ? longestOpening : longestRequest;
  const parts = opening.map((candidates) => summarizeTurn(candidates, Math.floor(most / opening.length)));
  const later = read.slice(opening.length);
  if (later[0] !== undefined && parts.join(" ").length < shortOpening)
    parts.push(summarizeTurn(later[0], longestDetail));
  const additions = chooseAdditions(later, parts);
  const request = shorten(
    [...parts, ...additions].map(toSentence).join(" ").replace(/[.]$/u, ""),
    longestRequest,
  );
  return request === "" ? shorten(turns.join(" "), longestRequest) : request;
}

interface Ask {
  readonly text: string;
  readonly turn: number;
  readonly clarity: number;
  readonly words: readonly string[];
}

/** The later asks that change the subject most clearly, in the order they were made. */
function chooseAdditions(
  later: readonly (readonly Candidate[])[],
  parts: readonly string[],
): readonly string[] {
  const known = new Set(parts.flatMap((part) => [...toContentWords(part)]));
  const asks = later.flatMap((candidates, turn) =>
    candidates
      .filter(({ ask }) => ask >= leastAsk)
      .map(({ text, ask }): Ask => ({ text, turn, clarity: ask, words: [...toContentWords(text)] })),
  );
  const chosen: Ask[] = [];
  while (chosen.length < mostAdditions) {
    const values = asks.map((ask) => subjectChange(ask, known));
    const next = asks[values.indexOf(Math.max(...values))];
    if (next === undefined || Math.max(...values) <= 0) break;
    chosen.push(next);
    for (const word of next.words) known.add(word);
  }
  return chosen.sort((a, b) => a.turn - b.turn).map(({ text }) => shorten(text, longestAddition));
}

const anaphora =
  /(?<![\p{L}])(?:it|its|it's|there|that|they|them|their|this|these|those|he|she|his|her|one|again|instead|else)(?![\p{L}])/iu;

/** 0 and less for what is no new subject: mostly known words, or only a question about what was just said. */
function subjectChange({ text, clarity, words }: Ask, known: ReadonlySet<string>): number {
  const novelty = words.filter((word) => !known.has(word)).length / Math.max(1, words.length);
  if (novelty < 0.5 || words.length < 2) return 0;
  return clarity + novelty * 2 + Math.min(4, words.length) * 0.5 - (anaphora.test(text) ? 3 : 0) - 4;
}

function toSentence(part: string): string {
  return /[.!?…。？！؟।:]$/u.test(part) ? part : `${part}.`;
}
