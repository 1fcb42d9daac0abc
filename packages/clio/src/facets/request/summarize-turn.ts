import { toContentWords } from "./content-words.ts";
import { isFiller } from "./is-filler.ts";
import { scoreAsk } from "./score-ask.ts";
import { shorten } from "./shorten.ts";
import { splitBlocks, type Block } from "./split-blocks.ts";
import { splitSentences } from "./split-sentences.ts";
import { trimPleasantries } from "./trim-pleasantries.ts";

/** A sentence of a message, cleaned, with what speaks for it. */
export interface Candidate {
  readonly text: string;
  /** Position among the sentences of the message. */
  readonly index: number;
  /** How clearly it asks (`scoreAsk`). */
  readonly ask: number;
  /** `ask` with its place counted: early, in prose. */
  readonly score: number;
  readonly kind: Block["kind"];
}

const mostSentences = 60;
const sentencesAtEnd = 10;

/**
 * The sentences of a message that say something, without greetings and reactions, in order. Code and tables are left out
 * where there is prose.
 *
 * @param message text without personal data.
 */
export function readTurn(message: string): readonly Candidate[] {
  const blocks = splitBlocks(message);
  const said = blocks.some(({ kind }) => kind === "prose");
  const sentences = blocks.flatMap(({ kind, text }, block) =>
    said && kind === "code" ? [] : splitSentences(text).map((sentence) => ({ kind, sentence, block })),
  );
  const seen =
    sentences.length <= mostSentences
      ? sentences
      : [...sentences.slice(0, mostSentences - sentencesAtEnd), ...sentences.slice(-sentencesAtEnd)];
  return seen.flatMap(({ kind, sentence, block }, index) => {
    const bare = sentence.replace(/^\s*(?:[-*•·>#–—=_~]+\s*(?=[\p{L}"“])|\d{1,3}[.)]\s+)/u, "");
    const text = trimPleasantries(bare);
    if (isFiller(text) || !/[\p{L}\p{N}]/u.test(text)) return [];
    const ask = scoreAsk(bare, text);
    const last = index === seen.length - 1 && index > 2 ? 1 : 0;
    const place = (index === 0 ? 1.5 : 0) + last - Math.min(2, index * 0.2) - Math.min(1, block * 0.5);
    return [{ text, index, ask, kind, score: ask + place + (kind === "prose" ? 0 : -1.5) }];
  });
}

/**
 * What one message asks for, in its own words: the sentence with the clearest ask, then what else asks or stands beside it,
 * in the order of the message, as far as `most` characters go. What is shown rather than said (lists, quotations) gives
 * way to what is said; a short ask is followed by the start of what it is about.
 */
export function summarizeTurn(candidates: readonly Candidate[], most: number): string {
  const best = candidates.reduce<Candidate | null>(
    (top, next) => (top === null || next.score > top.score ? next : top),
    null,
  );
  if (best === null) return "";
  const whole = join(candidates.map(({ text }) => text));
  if (whole.length <= most) return whole;
  const chosen = [best];
  let left = most - best.text.length;
  const others = candidates
    .filter((candidate) => candidate !== best)
    .map((other) => ({ other, value: worth(other, best) }))
    .toSorted((a, b) => b.value - a.value);
  for (const { other, value } of others) {
    if (left < 24 || value < 0) break;
    const text = other.text.length <= left || other.index > best.index ? shorten(other.text, left) : "";
    if (text === "") continue;
    chosen.push({ ...other, text });
    left -= text.length + 1;
  }
  return shorten(join(chosen.sort((a, b) => a.index - b.index).map(({ text }) => text)), most);
}

/** Worth of a further sentence: its own ask, and what it adds to the topic when it stands close by. */
function worth(candidate: Candidate, best: Candidate): number {
  const distance = Math.abs(candidate.index - best.index);
  const words = Math.min(1, toContentWords(candidate.text.slice(0, 200)).size / 6);
  return candidate.score + words + (distance <= 1 ? 1 : 0) - (distance > 4 ? 1.5 : 0);
}

function join(sentences: readonly string[]): string {
  return sentences
    .map((text, index) =>
      index < sentences.length - 1 && /[\p{L}\p{N}\])"”']$/u.test(text) ? `${text}.` : text,
    )
    .join(" ");
}
