import { lossReasons } from "./loss-reasons.ts";
import type { LossCount, LossReport, Place } from "./loss-report.ts";

const number = new Intl.NumberFormat("en-US");

/**
 * The report as lines for people: what was read, then each reason with its count, its first places and a cure.
 *
 * @example
 * describeLosses(report);
 * // ["23,699 of 23,700 conversations read.",
 * //  "1 record skipped: line 5,000 of chats.jsonl is not JSON. The writer of the file probably died there, ..."]
 */
export function describeLosses(report: LossReport): string[] {
  const lines = [`${number.format(report.kept)} of ${number.format(report.read)} conversations read.`];
  for (const loss of report.skipped) lines.push(describeLoss("skipped", loss));
  for (const repair of report.repaired) lines.push(describeLoss("mended", repair));
  if (report.withoutAccount > 0) lines.push(describeWithoutAccount(report));
  return lines;
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

function describePlace({ file, line, bytes }: Place): string {
  const size = bytes === undefined ? "" : ` (${number.format(bytes)} bytes)`;
  return (line === null ? file : `line ${number.format(line)} of ${file}`) + size;
}

/** Lines of one file are told together, since the further places of a loss mostly are. */
function describePlaces(places: readonly Place[]): string {
  const file = places[0]?.file ?? "";
  if (places.length === 1 || places.some((place) => place.file !== file || place.line === null)) {
    return places.map(describePlace).join(", ");
  }
  return `lines ${places.map(({ line }) => number.format(line ?? 0)).join(", ")} of ${file}`;
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
