import type { CellTable } from "./cell-table.ts";
import type { Hideable } from "./cell-flow.ts";

/** A cell that goes up (1) or down (-1). */
export interface Step {
  readonly cell: number;
  readonly sign: 1 | -1;
}

export interface ResidualSearch {
  /** Why the step cannot be taken at all; null where it can. */
  blockerOf(step: Step): Hideable | null;
  /**
   * Steps that make up for `own`, so that all sums still fit; null with what stands in the way where there are none.
   *
   * @param mayUse the columns that may be changed; all where it is not given
   */
  findCycle(
    own: Step,
    mayUse?: (column: number) => boolean,
  ): {
    readonly steps: readonly Step[] | null;
    readonly blockers: readonly Hideable[];
  };
}

/**
 * Looks for augmenting paths in the network of a table, from both ends at once: where one end is shut in, that is
 * found soon.
 *
 * Nodes: one a cell, where the children's arcs come in and the cell's own goes up; one a leaf row, which feeds the
 * leaf's cells; one above all. An arc belongs to the cell below it.
 *
 * @param blockerOf why a cell cannot go up or down; null where it can
 */
export function createResidualSearch(
  { parents, columns }: CellTable,
  blockerOf: (cell: number, sign: number) => Hideable | null,
): ResidualSearch {
  const rows = parents.length;
  const cells = rows * columns;
  const top = cells + rows;
  const childrenOf: number[][] = Array.from({ length: rows }, () => []);
  parents.forEach((parent, row) => childrenOf[parent]?.push(row));
  const above = (cell: number): number => {
    const parent = parents[Math.floor(cell / columns)] ?? -1;
    return parent < 0 ? top : parent * columns + (cell % columns);
  };
  const sides = [createSide(top + 1), createSide(top + 1)] as const;
  let stamp = 0;

  /** Arcs out of a node (`sense` 1) or into it (-1): the other end, and the cell with its sign times the sense. */
  const visitArcs = (
    node: number,
    mayUse: (column: number) => boolean,
    visit: (other: number, cell: number, sign: number) => void,
  ): void => {
    if (node === top) {
      for (let column = 0; column < columns; column++) if (mayUse(column)) visit(column, column, -1);
    } else if (node >= cells) {
      const first = (node - cells) * columns;
      for (let column = 0; column < columns; column++) if (mayUse(column)) visit(first + column, -1, 0);
    } else {
      const row = Math.floor(node / columns);
      visit(above(node), node, 1);
      const children = childrenOf[row] ?? [];
      if (children.length === 0) visit(cells + row, -1, 0);
      for (const child of children) {
        const cell = child * columns + (node % columns);
        visit(cell, cell, -1);
      }
    }
  };

  const findCycle: ResidualSearch["findCycle"] = (own, mayUse = () => true) => {
    stamp++;
    const ends = own.sign > 0 ? [above(own.cell), own.cell] : [own.cell, above(own.cell)];
    sides.forEach((side, which) => side.begin(ends[which] ?? 0, stamp));
    const [ahead, behind] = sides;
    for (;;) {
      if (ahead.isDone()) return { steps: null, blockers: ahead.blockers() };
      if (behind.isDone()) return { steps: null, blockers: behind.blockers() };
      const meeting =
        ahead.waiting() <= behind.waiting()
          ? expand(own, mayUse, 1, ahead, behind)
          : expand(own, mayUse, -1, behind, ahead);
      if (meeting >= 0) return { steps: [...ahead.trace(meeting), ...behind.trace(meeting)], blockers: [] };
    }
  };

  /** One node further on one side; where the sides meet, or -1. */
  function expand(
    own: Step,
    mayUse: (column: number) => boolean,
    sense: 1 | -1,
    side: Side,
    otherSide: Side,
  ): number {
    let meeting = -1;
    const node = side.next();
    visitArcs(node, mayUse, (other, cell, sign) => {
      if (meeting >= 0 || side.has(other) || cell === own.cell) return;
      const blocker = cell < 0 ? null : blockerOf(cell, sign * sense);
      if (blocker) return side.block(other, blocker);
      side.reach(other, { from: node, cell, sign: sign * sense });
      if (otherSide.has(other)) meeting = other;
    });
    return meeting;
  }

  return { blockerOf: ({ cell, sign }) => blockerOf(cell, sign), findCycle };
}

type Side = ReturnType<typeof createSide>;

interface Arrival {
  readonly from: number;
  /** -1 where the arc belongs to no cell. */
  readonly cell: number;
  readonly sign: number;
}

/** What one end of the search has reached. Arrays are kept between searches; the stamp tells old marks apart. */
function createSide(nodes: number) {
  const seen = new Int32Array(nodes);
  const from = new Int32Array(nodes);
  /** 0: no cell; else the cell plus 1, negative where it goes down. */
  const via = new Int32Array(nodes);
  let queue: number[] = [];
  let head = 0;
  let stamp = 0;
  let blocked: { other: number; blocker: Hideable }[] = [];
  const has = (node: number): boolean => seen[node] === stamp;
  return {
    begin(node: number, search: number): void {
      stamp = search;
      queue = [node];
      head = 0;
      blocked = [];
      seen[node] = stamp;
      from[node] = -1;
    },
    has,
    isDone: () => head >= queue.length,
    waiting: () => queue.length - head,
    next: () => queue[head++] ?? 0,
    reach(node: number, arrival: Arrival): void {
      seen[node] = stamp;
      from[node] = arrival.from;
      via[node] = arrival.cell < 0 ? 0 : (arrival.cell + 1) * arrival.sign;
      queue.push(node);
    },
    block(other: number, blocker: Hideable): void {
      blocked.push({ other, blocker });
    },
    /** Only what leads out of the region that was reached: the cut. */
    blockers: () => blocked.filter(({ other }) => !has(other)).map(({ blocker }) => blocker),
    trace(end: number): Step[] {
      const steps: Step[] = [];
      for (let node = end; (from[node] ?? -1) >= 0; node = from[node] ?? -1) {
        const arc = via[node] ?? 0;
        if (arc !== 0) steps.push({ cell: Math.abs(arc) - 1, sign: arc > 0 ? 1 : -1 });
      }
      return steps;
    },
  };
}
