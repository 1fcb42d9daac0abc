import { solve, type Constraint } from "yalps";
import type { CellTable } from "./cell-table.ts";

/** What an attacker knows of a table. */
export interface KnownTable {
  readonly table: CellTable;
  readonly shown: ArrayLike<number>;
  readonly shownGroups: ArrayLike<number>;
  readonly published: (cell: number) => number;
  readonly publishedGroup: (group: number) => number;
  readonly unit: number;
}

/** A linear program's most (or least) for a sum of cells, given all that is known and every leaf row's whole exactly. In conversations. */
export function boundSum(
  known: KnownTable,
  cells: readonly number[],
  direction: "maximize" | "minimize",
): number {
  const { table, shown, shownGroups, published, publishedGroup, unit } = known;
  const { parents, columns, conversations, groups } = table;
  const rows = parents.length;
  const leaves = [...Array(rows).keys()].filter((row) => !parents.includes(row));
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Record<string, Constraint> = {};
  const about = (p: number): Constraint => ({ min: p - unit + 1, max: p + unit - 1 });
  for (const leaf of leaves) {
    let whole = 0;
    for (let column = 0; column < columns; column++) {
      whole += (conversations[leaf * columns + column] ?? 0) / 1000;
      const variable: Record<string, number> = { [`leaf ${leaf}`]: 1 };
      const group = groups?.of[column] ?? -1;
      for (let row = leaf; row >= 0; row = parents[row] ?? -1) {
        const cell = row * columns + column;
        if (shown[cell] === 1) variable[`cell ${cell}`] = 1;
        if (cells.includes(cell)) variable["goal"] = (variable["goal"] ?? 0) + 1;
        if (group >= 0 && shownGroups[row] === 1) variable[`group ${row * (groups?.count ?? 0) + group}`] = 1;
      }
      if (table.wholes) {
        variable[`cap ${leaf} ${column}`] = 1;
        constraints[`cap ${leaf} ${column}`] = { max: (table.wholes[leaf] ?? 0) / 1000 };
      }
      variables[`x ${leaf} ${column}`] = variable;
    }
    constraints[`leaf ${leaf}`] = { equal: whole };
  }
  for (let cell = 0; cell < rows * columns; cell++) {
    if (shown[cell] === 1) constraints[`cell ${cell}`] = about(published(cell));
  }
  for (let group = 0; group < rows * (groups?.count ?? 0); group++) {
    if (shownGroups[Math.floor(group / (groups?.count ?? 1))] === 1) {
      constraints[`group ${group}`] = about(publishedGroup(group));
    }
  }
  const { status, result } = solve({ direction, objective: "goal", constraints, variables });
  if (status === "unbounded") return direction === "maximize" ? Infinity : -Infinity;
  if (status !== "optimal") throw new Error(`the attacker's program is ${status}`);
  return result;
}
