import type { Message, Role } from "../conversation.ts";

/** A stretch of one message. */
export interface Piece {
  /** Index of the message. */
  readonly message: number;
  readonly role: Role;
  readonly text: string;
}

/** How far before its limit a piece may end so that no word is cut. */
const wordSearch = 40;

/**
 * The messages cut into stretches of at most `maxCharacters` UTF-16 code units, between words where there are some and
 * never within a surrogate pair; joined again they are the messages. `maxCharacters` is at least 2.
 */
export function toPieces(messages: readonly Message[], maxCharacters: number): Piece[] {
  return messages.flatMap(({ role, content }, message) =>
    cut(content, maxCharacters).map((text) => ({ message, role, text })),
  );
}

function cut(text: string, maxCharacters: number): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > maxCharacters) {
    const end = findEnd(text, start, start + maxCharacters);
    parts.push(text.slice(start, end));
    start = end;
  }
  parts.push(text.slice(start));
  return parts;
}

function findEnd(text: string, start: number, limit: number): number {
  for (let end = limit; end > Math.max(start + 1, limit - wordSearch); end--) {
    if (/\s/u.test(text.charAt(end - 1))) return end;
  }
  const unit = text.charCodeAt(limit - 1);
  return unit >= 0xd800 && unit <= 0xdbff && limit - 1 > start ? limit - 1 : limit;
}
