import type { ClusterIndex } from "./cluster-index.ts";
import type { TreeRow } from "./tree-rows.ts";

/** What a key does in the tree. */
export type TreeAction =
  | { readonly kind: "go"; readonly to: number }
  | { readonly kind: "open" | "close"; readonly ids: readonly string[] }
  | { readonly kind: "select"; readonly id: string };

/** Rows that Page Up and Page Down go over. */
const pageRows = 12;

/** What a key does at a row, after the tree pattern of the ARIA Authoring Practices Guide; null where it does nothing. */
export function toTreeAction(
  rows: readonly TreeRow[],
  at: number,
  key: string,
  index: ClusterIndex,
): TreeAction | null {
  const row = rows[at];
  if (row === undefined) return null;
  switch (key) {
    case "ArrowDown":
      return go(at + 1);
    case "ArrowUp":
      return go(at - 1);
    case "PageDown":
      return go(Math.min(rows.length - 1, at + pageRows));
    case "PageUp":
      return go(Math.max(0, at - pageRows));
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "ArrowRight":
      if (row.kind === "withheld" || row.isExpanded === null) return null;
      return row.isExpanded ? go(at + 1) : { kind: "open", ids: [row.cluster.id] };
    case "ArrowLeft":
      if (row.kind === "cluster" && row.isExpanded === true) return { kind: "close", ids: [row.cluster.id] };
      return go(rows.findLastIndex(({ depth }, other) => other < at && depth < row.depth));
    case "*":
      return openSiblings(rows, row, index);
    case "Enter":
    case " ":
      return row.kind === "cluster" ? { kind: "select", id: row.cluster.id } : null;
    default:
      return null;
  }

  function go(to: number): TreeAction | null {
    return to >= 0 && to < rows.length && to !== at ? { kind: "go", to } : null;
  }
}

/** The next row, going round, whose name begins with what was typed; the present one counts while more is typed. */
export function findTyped(rows: readonly TreeRow[], at: number, typed: string): number | null {
  const wanted = typed.toLowerCase();
  const first = Array.from(wanted).length > 1 ? at : at + 1;
  for (let step = 0; step < rows.length; step++) {
    const place = (first + step) % rows.length;
    const row = rows[place];
    if (row?.kind === "cluster" && row.cluster.name.toLowerCase().startsWith(wanted)) return place;
  }
  return null;
}

function openSiblings(rows: readonly TreeRow[], row: TreeRow, index: ClusterIndex): TreeAction | null {
  const parent = row.kind === "cluster" ? row.cluster.parent : row.parent;
  const siblings = parent === null ? index.roots : index.childrenOf(parent);
  const closed = new Set(
    rows.flatMap((each) => (each.kind === "cluster" && each.isExpanded === false ? [each.cluster.id] : [])),
  );
  const ids = siblings.map(({ id }) => id).filter((id) => closed.has(id));
  return ids.length === 0 ? null : { kind: "open", ids };
}
