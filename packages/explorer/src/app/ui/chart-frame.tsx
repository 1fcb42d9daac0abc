import { useRef, type ReactNode } from "react";
import { toCsv, toJsonRows, toTabSeparated, type TableColumn } from "../../shared/table.ts";
import styles from "./chart.module.css";
import { DownloadMenu } from "./download-menu.tsx";
import { saveFile } from "./save-file.ts";
import { toSvgFile } from "./to-svg-file.ts";

/** The numbers behind a chart. */
export interface ChartData<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
}

export interface ChartFrameProps<Row> {
  readonly title: ReactNode;
  /** One or two sentences under the chart. */
  readonly note?: ReactNode;
  /** Name of downloaded files, without an ending. */
  readonly fileName: string;
  /** With it the numbers can be copied and downloaded too, and are read out to who cannot see the chart. */
  readonly data?: ChartData<Row>;
  /** For a chart that is no SVG on the page; without it the first SVG element in `children` is taken. */
  readonly createSvg?: () => string;
  readonly children: ReactNode;
}

/** A chart with title and note, which downloads as SVG, and its numbers as CSV and JSON. */
export function ChartFrame<Row>({ title, note, fileName, data, createSvg, children }: ChartFrameProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const saveSvg = () => {
    if (createSvg !== undefined) {
      saveFile(`${fileName}.svg`, "image/svg+xml", createSvg());
      return;
    }
    const svg = frame.current?.querySelector("svg");
    if (svg instanceof SVGSVGElement) saveFile(`${fileName}.svg`, "image/svg+xml", toSvgFile(svg));
  };
  const numbers =
    data === undefined
      ? []
      : [
          {
            title: "Copy numbers",
            done: "Numbers copied.",
            run: () => navigator.clipboard.writeText(toTabSeparated(data.rows, data.columns)),
          },
          {
            title: "Download CSV",
            done: "CSV saved.",
            run: () => saveFile(`${fileName}.csv`, "text/csv", toCsv(data.rows, data.columns)),
          },
          {
            title: "Download JSON",
            done: "JSON saved.",
            run: () => saveFile(`${fileName}.json`, "application/json", toJsonRows(data.rows, data.columns)),
          },
        ];
  return (
    <figure className={styles["figure"]}>
      <figcaption className={styles["caption"]}>
        <div className={styles["title"]}>{title}</div>
        <DownloadMenu
          label={fileName}
          actions={[{ title: "Download SVG", done: "SVG saved.", run: saveSvg }, ...numbers]}
        />
      </figcaption>
      <div ref={frame}>{children}</div>
      {note === undefined ? null : <p className={styles["note"]}>{note}</p>}
    </figure>
  );
}
