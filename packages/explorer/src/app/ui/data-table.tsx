import { useMemo, useState, type ReactNode } from "react";
import {
  sortRows,
  toCsv,
  toJsonRows,
  toTabSeparated,
  type TableColumn,
  type TableSort,
} from "../../shared/table.ts";
import styles from "./data-table.module.css";
import { DownloadMenu } from "./download-menu.tsx";
import { Explained } from "./explained.tsx";
import { formatCount } from "../../shared/format.ts";
import { saveFile } from "./save-file.ts";

export interface DataColumn<Row> extends TableColumn<Row> {
  /** How the cell looks; without it the value as it is. */
  readonly render?: (row: Row) => ReactNode;
  /** Numbers stand at the right; drawings take the room that is left. */
  readonly kind?: "text" | "number" | "drawing";
  /** What the column means, for a reader who does not know. */
  readonly hint?: string;
  /** Left out where the page is narrow. */
  readonly isExtra?: boolean;
  /** Only in downloads. */
  readonly isHidden?: boolean;
  /** A drawing of what other columns say: not in downloads. */
  readonly isPageOnly?: boolean;
}

export interface DataTableProps<Row> {
  /** A heading, beside which the downloads stand. */
  readonly title?: ReactNode;
  /** What the rows are, in a sentence. */
  readonly caption: ReactNode;
  /** Name of downloaded files, without an ending. */
  readonly fileName: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly initialSort?: TableSort;
  /** For a sort that is kept in the view: with `onSort` the table keeps none itself. */
  readonly sort?: TableSort | null;
  readonly onSort?: (sort: TableSort) => void;
  /** How many rows are drawn before "show all"; downloads hold all. 25 unless told. */
  readonly initialRows?: number;
  readonly empty?: string;
  /** Which rows are drawn before "show all", whatever the sort; all may be unless told. */
  readonly isFirst?: (row: Row) => boolean;
  /** Said in place of the rows where none is drawn before "show all". */
  readonly noneFirst?: string;
}

/** A table that sorts by its heads, copies, and downloads as CSV and JSON. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    title,
    caption,
    fileName,
    columns,
    rows,
    rowKey,
    initialRows = 25,
    empty = "Nothing to show.",
    isFirst,
    noneFirst,
  } = props;
  const [ownSort, setOwnSort] = useState<TableSort | null>(props.initialSort ?? null);
  const [isWhole, setIsWhole] = useState(false);
  const sort = props.onSort === undefined ? ownSort : (props.sort ?? props.initialSort ?? null);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const first = (isFirst === undefined ? sorted : sorted.filter(isFirst)).slice(0, initialRows);
  const shown = isWhole ? sorted : first;
  const visible = columns.filter(({ isHidden }) => isHidden !== true);
  const filed = columns.filter(({ isPageOnly }) => isPageOnly !== true);
  const onSort = props.onSort ?? setOwnSort;
  return (
    <div className={styles["frame"]}>
      <div className={styles["top"]}>
        <div className={styles["texts"]}>
          {title}
          <div className={styles["caption"]}>{caption}</div>
        </div>
        {rows.length === 0 ? null : (
          <DownloadMenu
            label={fileName}
            actions={[
              {
                title: "Copy table",
                done: "Table copied.",
                run: () => navigator.clipboard.writeText(toTabSeparated(sorted, filed)),
              },
              {
                title: "Download CSV",
                done: "CSV saved.",
                run: () => saveFile(`${fileName}.csv`, "text/csv", toCsv(sorted, filed)),
              },
              {
                title: "Download JSON",
                done: "JSON saved.",
                run: () => saveFile(`${fileName}.json`, "application/json", toJsonRows(sorted, filed)),
              },
            ]}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <p className={styles["empty"]}>{empty}</p>
      ) : shown.length === 0 ? (
        <p className={styles["empty"]}>{noneFirst}</p>
      ) : (
        <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={fileName}>
          <table className={styles["table"]} aria-label={fileName}>
            <thead>
              <tr>
                {visible.map((column) => (
                  <ColumnHead key={column.key} column={column} sort={sort} onSort={onSort} />
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={rowKey(row)}>
                  {visible.map((column) => (
                    <td
                      key={column.key}
                      data-kind={column.kind ?? "text"}
                      data-extra={column.isExtra}
                      dir={isText(column) ? "auto" : undefined}
                    >
                      {column.render === undefined ? column.value(row) : column.render(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {sorted.length === first.length ? null : (
        <button type="button" className={styles["more"]} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? "Show fewer" : `Show all ${formatCount(sorted.length)}`}
        </button>
      )}
    </div>
  );
}

function ColumnHead<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: DataColumn<Row>;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
}) {
  const { key, title, kind, hint, isExtra } = column;
  const order = sort?.key === key ? sort.order : undefined;
  const first = isText(column) ? "ascending" : "descending";
  const next = order === undefined ? first : order === "ascending" ? "descending" : "ascending";
  return (
    <th scope="col" data-kind={kind ?? "text"} data-extra={isExtra} aria-sort={order ?? "none"}>
      <span className={styles["headRow"]}>
        <button type="button" className={styles["head"]} onClick={() => onSort({ key, order: next })}>
          {title}
          <span aria-hidden="true" className={styles["arrow"]}>
            {order === undefined ? "" : order === "ascending" ? "▲" : "▼"}
          </span>
        </button>
        {hint === undefined ? null : <Explained text={hint} />}
      </span>
    </th>
  );
}

function isText<Row>({ kind }: DataColumn<Row>): boolean {
  return kind === undefined || kind === "text";
}
