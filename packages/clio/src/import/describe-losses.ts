import { lossReasons } from "./loss-reasons.ts";
import { suggestMap } from "./mapping/suggest-map.ts";
import type { ImportedFile, LossCount, LossReport, Place } from "./loss-report.ts";

const number = new Intl.NumberFormat("en-US");

/**
 * The report as lines for people: what was read, of which format, then {@link describeReasons}.
 *
 * @example
 * describeLosses(report);
 * // ["23,699 of 23,700 conversations read.",
 * //  "observatory: 23,699 of 23,700 from chats.jsonl.",
 * //  "1 record skipped: line 5,000 of chats.jsonl is not JSON. The writer of the file probably died there, ..."]
 */
export function describeLosses(report: LossReport): string[] {
  return [
    `${number.format(report.kept)} of ${number.format(report.read)} conversations read.`,
    ...describeFormatsRead(report),
    ...describeReasons(report),
    ...(report.withoutAccount > 0 ? [describeWithoutAccount(report)] : []),
  ];
}

/** Each reason with its count, its first places and a cure, then what could be read by naming columns. */
export function describeReasons(report: LossReport): string[] {
  return [
    ...report.skipped.map((loss) => describeLoss("skipped", loss)),
    ...report.repaired.map((repair) => describeLoss("mended", repair)),
    ...report.files.flatMap(describeUnmapped).slice(0, maxNamedFiles),
  ];
}

/** More are counted. */
const maxNamedFiles = 5;

/** One line a format, in the order of reading. */
function describeFormatsRead({ files }: LossReport): string[] {
  const byFormat = new Map<string, ImportedFile[]>();
  for (const file of files) {
    if (file.format === null) continue;
    byFormat.set(file.format, [...(byFormat.get(file.format) ?? []), file]);
  }
  return [...byFormat].map(([format, of]) => {
    const sum = (count: "records" | "read" | "kept"): number =>
      of.reduce((total, file) => total + file[count], 0);
    const from =
      of.length > maxNamedFiles ? countOf(of.length, "file") : of.map(({ file }) => file).join(", ");
    const records = sum("records") > sum("read") ? ` (${countOf(sum("records"), "record")})` : "";
    return `${format}: ${number.format(sum("kept"))} of ${number.format(sum("read"))} from ${from}${records}.`;
  });
}

function describeUnmapped({ file, columns }: ImportedFile): string[] {
  if (columns === undefined || columns.length === 0) return [];
  const map = suggestMap(columns);
  const how = map === null ? "Name those that hold messages with --map." : `Try --map ${quoteForShell(map)}`;
  return [`${file} has ${columns.join(", ")}. ${how}`];
}

function quoteForShell(map: string): string {
  return /^[\w=,.-]+$/u.test(map) ? map : `'${map.replaceAll("'", String.raw`'\''`)}'`;
}

function describeLoss(verb: string, { reason, count, examples }: LossCount): string {
  const entry = lossReasons[reason];
  const { text, unit, cure } = entry;
  const done = "verb" in entry ? entry.verb : verb;
  const [first, ...others] = examples;
  const where = first === undefined ? `it ${text}` : `${describePlace(first)} ${text}`;
  const more =
    others.length === 0 ? "" : ` (also ${describePlaces(others)}${count > examples.length ? ", ..." : ""})`;
  return `${countOf(count, unit)} ${done}: ${where}${more}.${cure === null ? "" : ` ${cure}`}`;
}

function describePlace({ file, line, record, bytes, earlier }: Place): string {
  const size = bytes === undefined ? "" : ` (${number.format(bytes)} bytes)`;
  const other = earlier === undefined ? "" : ` (compare ${describePlace(earlier)})`;
  const spot = line === null ? "" : `${nameSpot(line, record)} of `;
  return spot + file + size + other;
}

/** Whole arrays mostly stand on one line, and then the line says nothing. */
function nameSpot(line: number, record: number | undefined): string {
  if (record === undefined) return `line ${number.format(line)}`;
  return `record ${number.format(record)}${line === 1 ? "" : ` (line ${number.format(line)})`}`;
}

/** Lines, or records, of one file are told together, since the further places of a loss mostly are. */
function describePlaces(places: readonly Place[]): string {
  const file = places[0]?.file ?? "";
  for (const [noun, numberOf] of [["lines", toLine] as const, ["records", toRecord] as const]) {
    const numbers = places.map((place) => (place.file === file ? numberOf(place) : null));
    if (numbers.length > 1 && !numbers.includes(null))
      return `${noun} ${numbers.map((one) => number.format(one ?? 0)).join(", ")} of ${file}`;
  }
  return places.map(describePlace).join(", ");
}

/** The number that is all that there is to say of a place beside its file. */
function toLine({ line, record, earlier }: Place): number | null {
  return record === undefined && earlier === undefined ? line : null;
}

function toRecord({ line, record, earlier }: Place): number | null {
  return line === 1 && earlier === undefined ? (record ?? null) : null;
}

function describeWithoutAccount({ withoutAccount, kept }: LossReport): string {
  if (withoutAccount === kept) {
    return "No conversation names an account: each counts as an account of its own, so there is no account protection.";
  }
  const [name, count] = withoutAccount === 1 ? ["names", "counts"] : ["name", "count each"];
  return `${countOf(withoutAccount, "conversation")} ${name} no account and ${count} as an account of its own.`;
}

function countOf(count: number, noun: string): string {
  return `${number.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}
