import { redact } from "../facets/redaction/redact.ts";
import { toContentWords } from "../facets/request/content-words.ts";
import { readTurn, summarizeTurn } from "../facets/request/summarize-turn.ts";

const longestRequest = 200;
const leastAsk = 2;
const leastWords = 4;

/**
 * The requests that the user's turns seem to hold, in their own words, at least one and at most `most`: the first turn that
 * says something, and every later one that clearly asks and shares no word with what was said before. A guess that stands
 * in for what a model will find.
 */
export function guessRequests(turns: readonly string[], most: number): readonly string[] {
  const requests: string[] = [];
  const said = new Set<string>();
  for (const turn of turns) {
    if (requests.length === most) break;
    const candidates = readTurn(redact(turn).text);
    const words = toContentWords(turn);
    const isNew = words.size >= leastWords && ![...words].some((word) => said.has(word));
    const isWish = requests.length === 0 || (isNew && candidates.some(({ ask }) => ask >= leastAsk));
    if (candidates.length > 0 && isWish) requests.push(summarizeTurn(candidates, longestRequest));
    for (const word of words) said.add(word);
  }
  return requests.length > 0 ? requests : [turns[0] ?? ""];
}
