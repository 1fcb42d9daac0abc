export interface EntryTable {
  /** Sets the cells of an entry; entries may come in any order. */
  set(entry: number, cells: readonly number[]): void;
  /** One cell of an entry; 0 where none was set. */
  get(entry: number, cell: number): number;
}

/** Some unsigned 32-bit numbers by entry number, `4 * width` bytes an entry. */
export function createEntryTable(width: number): EntryTable {
  let cells = new Uint32Array(width * 1024);
  return {
    set: (entry, values) => {
      if (width * (entry + 1) > cells.length) {
        const more = new Uint32Array(Math.max(2 * cells.length, width * (entry + 1)));
        more.set(cells);
        cells = more;
      }
      cells.set(values, width * entry);
    },
    get: (entry, cell) => cells[width * entry + cell] ?? 0,
  };
}
