/** Where the row of an entry is, and what its bytes must sum to. */
export interface VectorLocation {
  readonly segment: number;
  readonly row: number;
  readonly checksum: number;
}

export interface VectorLocations {
  set(entry: number, location: VectorLocation): void;
  get(entry: number): VectorLocation;
}

/** Locations by entry number, 12 bytes each. */
export function createVectorLocations(): VectorLocations {
  let cells = new Uint32Array(3 * 1024);
  return {
    set: (entry, { segment, row, checksum }) => {
      if (3 * entry >= cells.length) {
        const more = new Uint32Array(2 * cells.length);
        more.set(cells);
        cells = more;
      }
      cells.set([segment, row, checksum], 3 * entry);
    },
    get: (entry) => ({
      segment: cells[3 * entry] ?? 0,
      row: cells[3 * entry + 1] ?? 0,
      checksum: cells[3 * entry + 2] ?? 0,
    }),
  };
}
