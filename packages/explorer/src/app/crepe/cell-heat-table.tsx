import { toCellGrid } from "../../shared/crepe/cell-grid.ts";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { inkOn } from "../../shared/crepe/ink.ts";
import { toColour } from "../../shared/colour-scale.ts";
import { formatCount } from "../../shared/format.ts";
import { ViewLink } from "../routing/view-link.tsx";
import { useTheme } from "../shell/use-theme.ts";
import styles from "./heat-table.module.css";

/** How many items each type of negatives has at each complexity; a cell leads to its items. */
export function CellHeatTable({ overview: { record, audit } }: { readonly overview: CrepeOverview }) {
  const theme = useTheme();
  const grid = toCellGrid(record.counts);
  const verdicts = new Map(audit?.cells.map(({ cell, verdict }) => [cell, verdict]));
  if (grid.types.length === 0) return null;
  return (
    <section>
      <h2>Cells</h2>
      <p className={styles["note"]}>
        Items by type of negatives and by n, the objects, relations and attributes that the caption names.
        {audit === null ? "" : " A red corner marks a cell that can be solved without its images."}
      </p>
      <div className={styles["scroll"]} tabIndex={0} role="region" aria-label="Cells">
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">n</th>
              {grid.ns.map((n) => (
                <th key={n} scope="col">
                  {n}
                </th>
              ))}
              <th scope="col">all</th>
            </tr>
          </thead>
          <tbody>
            {grid.types.map((type) => (
              <tr key={type}>
                <th scope="row">
                  <ViewLink page="items" change={{ type }}>
                    {type}
                  </ViewLink>
                </th>
                {grid.ns.map((n) => {
                  const count = grid.countOf(type, n);
                  const part = count === null || grid.most === 0 ? null : count / grid.most;
                  const colour = toColour("sequential", part === null ? null : 0.9 * part, theme);
                  const isLeaking = verdicts.get(`${type} n=${n}`) === "leaks";
                  return (
                    <td
                      key={n}
                      data-leaks={isLeaking || undefined}
                      style={{ background: colour, color: part === null ? undefined : inkOn(colour) }}
                    >
                      {count === null ? (
                        <span className={styles["none"]}>–</span>
                      ) : (
                        <ViewLink
                          page="items"
                          change={{ type, n: String(n) }}
                          title={`${type}, n = ${n}: ${formatCount(count)} items${isLeaking ? ", leaks" : ""}`}
                        >
                          {formatCount(count)}
                        </ViewLink>
                      )}
                    </td>
                  );
                })}
                <td className={styles["sum"]}>
                  {formatCount(grid.ns.reduce((sum, n) => sum + (grid.countOf(type, n) ?? 0), 0))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
