import type { Piece } from "./to-pieces.ts";

export interface SelectionOptions {
  /** UTF-16 code units of room; the start and the end get fixed shares of it. */
  readonly maxCharacters: number;
  /** What a piece takes on its own. */
  readonly costOf: (piece: Piece) => number;
  /** Whether a selection, with the marks of its gaps, fits into the room. */
  readonly fits: (kept: ReadonlySet<number>) => boolean;
}

const startShare = 0.4;
const endShare = 0.3;

/**
 * Indices of the pieces that a shortened conversation keeps: as many from the start as fit in 40 % of the room, as many from
 * the end as fit in 30 %, and of those between an even sample for the rest.
 *
 * Of a message by the system or a tool only the first two pieces and the last are considered, so that a long
 * prompt does not push out what people wrote.
 */
export function selectPieces(pieces: readonly Piece[], options: SelectionOptions): ReadonlySet<number> {
  const { maxCharacters, costOf, fits } = options;
  const candidates = [...pieces.keys()].filter((i) => isCandidate(pieces, i));
  const costs = candidates.map((i) => costOf(pieces[i] as Piece)); // the candidates are indices of the pieces
  const start = countFitting(costs, maxCharacters * startShare);
  const end = countFitting(costs.slice(start).toReversed(), maxCharacters * endShare);
  const first = candidates.slice(0, start);
  const middle = candidates.slice(start, candidates.length - end);
  const last = candidates.slice(candidates.length - end);

  const smallest = costs.reduce((a, b) => Math.min(a, b), maxCharacters);
  let size = Math.min(middle.length, Math.floor(maxCharacters / smallest));
  for (; size > 0; size = Math.floor(size * 0.9)) {
    const kept = new Set([...first, ...sampleEvenly(middle, size), ...last]);
    if (fits(kept)) return kept;
  }
  return new Set([...first, ...last]);
}

function isCandidate(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  if (piece?.role !== "system" && piece?.role !== "tool") return true;
  const { message } = piece;
  return pieces[i - 2]?.message !== message || pieces[i + 1]?.message !== message;
}

/** How many costs from the first on fit into the room. */
function countFitting(costs: readonly number[], room: number): number {
  let left = room;
  for (const [i, cost] of costs.entries()) {
    left -= cost;
    if (left < 0) return i;
  }
  return costs.length;
}

function sampleEvenly(indices: readonly number[], size: number): number[] {
  return Array.from(
    { length: size },
    (_, i) => indices[Math.floor(((i + 0.5) * indices.length) / size)] ?? 0,
  );
}
