import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of WordNet whose lines are sorted by their first word, searched in place. */
export interface SortedFile {
  /** The lines that start with `prefix`, in the file's order. */
  readonly linesFrom: (prefix: string) => readonly string[];
  /** The line at a byte offset. */
  readonly lineAt: (offset: number) => string;
}

/** Reads the whole file into one buffer; nothing is parsed until it is asked for. */
export function openSortedFile(directory: string, name: string): SortedFile {
  const bytes = readFileSync(join(directory, name));
  const endOf = (start: number) => {
    const end = bytes.indexOf(10, start);
    return end < 0 ? bytes.length : end;
  };
  const lineAt = (offset: number) => bytes.toString("latin1", offset, endOf(offset));
  return {
    lineAt,
    linesFrom(prefix) {
      const key = Buffer.from(prefix, "latin1");
      // The start of the first line that is not smaller than the key.
      let low = 0;
      let high = bytes.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const start = bytes.lastIndexOf(10, middle - 1) + 1;
        const compared = bytes.subarray(start, start + key.length).compare(key);
        if (compared < 0) low = endOf(middle) + 1;
        else high = Math.min(start, middle);
      }
      const lines: string[] = [];
      for (let start = low; start < bytes.length; start = endOf(start) + 1) {
        if (bytes.subarray(start, start + key.length).compare(key) !== 0) break;
        lines.push(lineAt(start));
      }
      return lines;
    },
  };
}
