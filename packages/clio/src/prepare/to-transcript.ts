import type { Conversation, Role } from "../conversation.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { selectPieces } from "./select-pieces.ts";
import { toPieces, type Piece } from "./to-pieces.ts";

export interface Transcript {
  readonly text: string;
  /** True where parts were left out; the text says so itself, at each place. */
  readonly shortened: boolean;
}

export interface TranscriptOptions {
  /** UTF-16 code units of the whole text at most, 20,000 unless told; at least 1,000. */
  readonly maxCharacters?: number;
}

const defaultMaxCharacters = 20_000;
const minMaxCharacters = 1_000;
/** A shorter stretch says too little. */
const minPieceCharacters = 120;

/**
 * One conversation as one text for a model: an element for each message, named after its role.
 *
 * Content is escaped (`&lt;`, `&gt;`, `&amp;`), so it can neither end its element nor start another. A conversation that is too
 * long keeps its start, its end and an even sample of the middle, of system prompts and results of tools no
 * more than their start and end; `<omitted .../>` stands for each gap with its size. The same conversation gives the same text.
 *
 * @example
 * toTranscript(conversation).text;
 * // <conversation>
 * // <user>
 * // How do I sort a list?
 * // </user>
 * // </conversation>
 */
export function toTranscript(conversation: Conversation, options: TranscriptOptions = {}): Transcript {
  const maxCharacters = Math.max(minMaxCharacters, options.maxCharacters ?? defaultMaxCharacters);
  const whole = conversation.messages
    .map(({ role, content }) => element(role, escapeMarkup(content)))
    .join("");
  const text = `<conversation>\n${whole}</conversation>\n`;
  if (text.length <= maxCharacters) return { text, shortened: false };

  const pieces = toPieces(
    conversation.messages,
    Math.max(minPieceCharacters, Math.floor(maxCharacters / 40)),
  );
  const shorten = (kept: ReadonlySet<number>): string =>
    `<conversation shortened="true">\n${render(pieces, kept)}</conversation>\n`;
  const kept = selectPieces(pieces, {
    maxCharacters: maxCharacters - 2 * gapMark(1e9, 1e9).length,
    costOf: ({ role, text }) => element(role, escapeMarkup(text)).length,
    fits: (kept) => shorten(kept).length <= maxCharacters,
  });
  return { text: shorten(kept), shortened: true };
}

function element(role: Role, content: string): string {
  return `<${role}>\n${content}\n</${role}>\n`;
}

/** What stands for a gap; `messages` counts those that are missing as a whole. */
function gapMark(messages: number, characters: number): string {
  return messages > 0
    ? `<omitted messages="${messages}" characters="${characters}"/>\n`
    : `<omitted characters="${characters}"/>\n`;
}

function render(pieces: readonly Piece[], kept: ReadonlySet<number>): string {
  const keptMessages = new Set([...kept].map((i) => pieces[i]?.message));
  return toRuns(pieces, kept)
    .map(({ isGap, pieces }) => {
      const text = pieces.map((piece) => piece.text).join("");
      const [first] = pieces;
      if (first === undefined) return "";
      if (!isGap) return element(first.role, escapeMarkup(text));
      const missing = new Set(
        pieces.map(({ message }) => message).filter((message) => !keptMessages.has(message)),
      );
      return gapMark(missing.size, text.length);
    })
    .join("");
}

interface Run {
  readonly isGap: boolean;
  readonly pieces: Piece[];
}

/** Neighbours that become one element, because they are of one message, or one gap, because none is kept. */
function toRuns(pieces: readonly Piece[], kept: ReadonlySet<number>): Run[] {
  const runs: Run[] = [];
  for (const [i, piece] of pieces.entries()) {
    const isGap = !kept.has(i);
    const run = runs.at(-1);
    const belongs = run?.isGap === isGap && (isGap || run.pieces[0]?.message === piece.message);
    if (belongs) run.pieces.push(piece);
    else runs.push({ isGap, pieces: [piece] });
  }
  return runs;
}
