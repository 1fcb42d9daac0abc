import type { Bounds } from "./cell-flow.ts";

/**
 * What releases before this one say of a table that they had as well, the same rows and columns, as distances from what a cell holds
 * now: how far all of them together could be off in the same direction. Private.
 *
 * A table is moved as a whole for all releases at once: each keeps its changes since the one before, so it also fits for who knows
 * those. That is more careful than to look at each release alone.
 */
export interface EarlierBounds {
  /** Thousandths, at most 0. */
  readonly low: Float64Array;
  /** Thousandths, at least 0. */
  readonly high: Float64Array;
  /** How far a cell that was hidden must be able to rise; 0: it need not. */
  readonly need: Float64Array;
}

/** Bounds of cells of a table, which know what to widen to where a cell gets hidden. */
export interface CellBounds extends Bounds {
  /** Of a hidden cell: anything from nobody to all that there can be. */
  widen(index: number): void;
  /** Of a shown cell. */
  narrow(index: number, published: number, unit: number): void;
}

/**
 * Creates bounds with every cell hidden.
 *
 * @param held thousandths
 * @param mostIn what a cell can hold at most, in thousandths
 */
export function createCellBounds(
  held: Float64Array,
  mostIn: (index: number) => number,
  earlier?: EarlierBounds,
): CellBounds {
  const low = new Float64Array(held.length);
  const high = new Float64Array(held.length);
  const set = (index: number, from: number, to: number): void => {
    const now = held[index] ?? 0;
    low[index] = Math.max(0, from, now + (earlier?.low[index] ?? -Infinity));
    high[index] = Math.min(mostIn(index), to, now + (earlier?.high[index] ?? Infinity));
  };
  const bounds: CellBounds = {
    low,
    high,
    widen: (index) => set(index, 0, Infinity),
    // Counts are taken for whole, which is the careful side: someone may know that each conversation has one request.
    narrow: (index, published, unit) => {
      const now = held[index] ?? 0;
      set(index, Math.min(now, (published - unit + 1) * 1000), Math.max(now, (published + unit - 1) * 1000));
    },
  };
  for (const index of held.keys()) bounds.widen(index);
  return bounds;
}
