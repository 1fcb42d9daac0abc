import type { CellTable } from "./cell-table.ts";

/**
 * The accounts of a table as if they added up: a parent holds what its children hold together, and what is withheld of
 * a family what its shown clusters leave. In thousandths, so that they can be moved about like conversations.
 *
 * Accounts stand in several cells, so they do not add up, and what can be told of a hidden cell by subtracting them is told
 * by someone who knows how many stand where else. This is that someone.
 */
export function toAccountsTable(table: CellTable): CellTable {
  const { parents, columns, accounts } = table;
  const rows = parents.length;
  const held = accounts.map((count) => count * 1000);
  const isParent = new Set(parents);
  const left = leaveToWithheld(table);
  const sums = new Float64Array(rows * columns);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (isParent.has(row)) held[cell] = sums[cell] ?? 0;
      else if (left.has(row)) held[cell] = (left.get(row)?.[column] ?? 0) * 1000;
      const above = (parents[row] ?? -1) * columns + column;
      if (row > 0) sums[above] = (sums[above] ?? 0) + (held[cell] ?? 0);
    }
  }
  return { parents, columns, conversations: held, accounts };
}

/** By row of what is withheld, which comes without accounts: what its siblings leave, and somebody where there are conversations. */
function leaveToWithheld({ parents, columns, conversations, accounts }: CellTable): Map<number, number[]> {
  const left = new Map<number, number[]>();
  const parentRows = new Set(parents);
  const isOne = (row: number): boolean =>
    row > 0 &&
    !parentRows.has(row) &&
    accounts.subarray(row * columns, (row + 1) * columns).every((count) => count === 0);
  const byParent = new Map<number, number>();
  parents.forEach((parent, row) => {
    if (!isOne(row)) return;
    byParent.set(parent, row);
    left.set(row, [...accounts.subarray(parent * columns, (parent + 1) * columns)]);
  });
  parents.forEach((parent, row) => {
    const rest = left.get(byParent.get(parent) ?? -1);
    rest?.forEach((count, column) => (rest[column] = count - (accounts[row * columns + column] ?? 0)));
  });
  for (const [row, rest] of left) {
    rest.forEach((count, column) => {
      const all = conversations[row * columns + column] ?? 0;
      rest[column] = all === 0 ? 0 : Math.max(1, count);
    });
  }
  return left;
}
