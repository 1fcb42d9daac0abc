/**
 * The cells of one row; null where its quotes do not fit. Inside quotes a quote is written twice; in a cell that does not
 * start with one, quotes are text.
 */
export function parseRow(text: string, delimiter: string): string[] | null {
  const row = text.endsWith("\r") ? text.slice(0, -1) : text;
  const cells: string[] = [];
  for (let at = 0; ; at++) {
    if (row[at] === '"') {
      const end = findClosingQuote(row, at + 1);
      if (end === -1) return null;
      const cell = row.slice(at + 1, end);
      cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
      at = end + 1;
      if (at < row.length && row[at] !== delimiter) return null;
    } else {
      const end = row.indexOf(delimiter, at);
      cells.push(row.slice(at, end === -1 ? row.length : end));
      at = end === -1 ? row.length : end;
    }
    if (at >= row.length) return cells;
  }
}

function findClosingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
