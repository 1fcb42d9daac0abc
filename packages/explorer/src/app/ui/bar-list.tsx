import type { ReactNode } from "react";
import { Bar } from "./bar.tsx";
import styles from "./bar-list.module.css";
import { ChartFrame, type ChartData } from "./chart-frame.tsx";
import { toBarSvg } from "./to-bar-svg.ts";

export interface BarListRow {
  readonly key: string;
  /** In the downloaded chart. */
  readonly name: string;
  /** How the name stands on the page: a link, for instance. */
  readonly label: ReactNode;
  /** Length of the bar, 0 to 1. */
  readonly part: number;
  readonly colour?: string | undefined;
  /** The number beside the bar, and a second one. */
  readonly text: string;
  readonly detail?: string | undefined;
}

export interface BarListProps<Row> {
  readonly title: ReactNode;
  readonly fileName: string;
  readonly rows: readonly BarListRow[];
  readonly note?: ReactNode;
  /** The numbers behind the bars, all of them. */
  readonly data: ChartData<Row>;
}

/** Named horizontal bars with their numbers, which download as SVG, CSV and JSON. */
export function BarList<Row>({ title, fileName, rows, note, data }: BarListProps<Row>) {
  return (
    <ChartFrame
      title={title}
      note={note}
      fileName={fileName}
      data={data}
      createSvg={() => toBarSvg(rows, { title: fileName })}
    >
      <ol className={styles["list"]}>
        {rows.map(({ key, label, part, colour, text, detail }) => (
          <li key={key} className={styles["row"]}>
            <span className={styles["label"]}>{label}</span>
            <span className={styles["barCell"]}>
              <Bar part={part} colour={colour} />
            </span>
            <span className={styles["text"]}>{text}</span>
            <span className={styles["detail"]}>{detail}</span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
