import type { Box } from "../scene-graph/scene-graph.ts";
import { toPythonList } from "./to-python-list.ts";
import type { RetrievalRow } from "./retrieval-row.ts";

/** Columns of CREPE's productivity files. */
export const productivityColumns = [
  "image_id",
  "caption",
  "n",
  "n_objects",
  "n_relations",
  "n_attributes",
  "n_connected_components",
  "hard_negs",
  "x",
  "y",
  "width",
  "height",
] as const;

/** Columns of CREPE's systematicity files. */
export const systematicityColumns = [
  "image_id",
  "region_id",
  "caption",
  "x",
  "y",
  "width",
  "height",
  "valid_hard_negs_atom",
  "valid_hard_negs_comp",
  "valid_hard_negs_combined",
] as const;

export interface CrepeLineOptions {
  /** Region of a row without a box, usually the whole image; empty cells where absent, which CREPE's scripts cannot crop. */
  readonly boxOf?: (row: RetrievalRow) => Box | null;
  /** What CREPE's scripts find the image by: by default its id, else its file's name without directory and extension. */
  readonly imageIdOf?: (row: RetrievalRow) => string;
}

type Values = Readonly<Record<string, string>>;

/** One line of a productivity file: the row with its negatives of one type. */
export function toProductivityLine(
  row: RetrievalRow,
  type: string | null,
  options: CrepeLineOptions = {},
): string {
  const { complexity } = row;
  return toLine(productivityColumns, {
    ...commonValues(row, options),
    n: String(row.n ?? complexity?.n ?? ""),
    n_objects: String(complexity?.objects ?? ""),
    n_relations: String(complexity?.relations ?? ""),
    n_attributes: String(complexity?.attributes ?? ""),
    n_connected_components: String(complexity?.components ?? ""),
    hard_negs: toPythonList(textsOf(row, (negative) => (negative.type ?? null) === type)),
  });
}

/** One line of a systematicity file; `combined` holds the atom negatives and then the compound ones. */
export function toSystematicityLine(row: RetrievalRow, options: CrepeLineOptions = {}): string {
  const atom = textsOf(row, (negative) => negative.type === "atom");
  const comp = textsOf(row, (negative) => negative.type === "comp");
  const combined = textsOf(row, (negative) => negative.type === "combined");
  return toLine(systematicityColumns, {
    ...commonValues(row, options),
    region_id: row.id,
    valid_hard_negs_atom: toPythonList(atom),
    valid_hard_negs_comp: toPythonList(comp),
    valid_hard_negs_combined: toPythonList([...atom, ...comp, ...combined]),
  });
}

/** One line of CSV, with its line feed; a field is quoted only where it must be. */
export function toCsvLine(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",")}\n`;
}

function toLine(columns: readonly string[], values: Values): string {
  return toCsvLine(columns.map((column) => values[column] ?? ""));
}

function textsOf(
  row: RetrievalRow,
  wanted: (negative: RetrievalRow["negatives"][number]) => boolean,
): string[] {
  return row.negatives.filter(wanted).map((negative) => negative.text);
}

function commonValues(row: RetrievalRow, options: CrepeLineOptions): Values {
  const box = row.image.box ?? options.boxOf?.(row) ?? null;
  const cells = { caption: row.caption, image_id: (options.imageIdOf ?? toImageId)(row) };
  if (box === null) return cells;
  const { x, y, width, height } = box;
  return { ...cells, x: toFloat(x), y: toFloat(y), width: toFloat(width), height: toFloat(height) };
}

function toImageId(row: RetrievalRow): string {
  return row.image.id ?? row.image.file?.replace(/^.*\//u, "").replace(/\.[a-z0-9]+$/iu, "") ?? "";
}

/** As pandas writes a float, so that its columns keep their type. */
function toFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
