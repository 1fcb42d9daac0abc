import { failed, succeeded, type Outcome } from "@observatory/core";
import { rowLimits } from "./limits.ts";
import type { LineOutcome } from "./read-lines.ts";

/** One record of a CSV file with the line on which it begins, or its loss. */
export type CsvOutcome =
  | { readonly ok: true; readonly fields: readonly string[]; readonly line: number }
  | { readonly ok: false; readonly reason: string; readonly line: number };

/**
 * Streams the records of a CSV file (RFC 4180; empty lines are skipped).
 *
 * A quote that never closes costs its own line only: reading goes on at the next one. Reasons: `unclosed-quote`,
 * `text-after-quote`, `quote-in-field`, and those of the lines.
 */
export async function* readCsv(lines: AsyncIterable<LineOutcome>): AsyncGenerator<CsvOutcome> {
  const joiner = createJoiner();
  for await (const next of lines) {
    if (next.ok) yield* joiner.add(next);
    else {
      yield* joiner.end();
      yield next;
    }
  }
  yield* joiner.end();
}

type Line = { readonly text: string; readonly line: number };

/** Joins lines to records. Each line is read again at most {@link rowLimits}.recordLines times. */
function createJoiner(): { add(line: Line): Generator<CsvOutcome>; end(): Generator<CsvOutcome> } {
  let open: Line[] = [];
  let odd = false;
  /** Reads a stack of lines, the next one last. */
  function* take(stack: Line[]): Generator<CsvOutcome> {
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      open.push(next);
      // Only a line with an odd number of quotes changes whether a quoted field is open.
      if (isOdd(next.text)) odd = !odd;
      if (!odd || open.length >= rowLimits.recordLines) yield* settle(stack);
    }
  }
  /** Makes a record of the open lines; where that fails, the first one is lost and the others are read again. */
  function* settle(stack: Line[]): Generator<CsvOutcome> {
    const record = odd ? failed("unclosed-quote") : toRecord(open);
    const [first, ...rest] = open;
    open = [];
    odd = false;
    if (first === undefined) return;
    if (!record.ok) {
      yield { ok: false, reason: rest.length > 0 ? "unclosed-quote" : record.reason, line: first.line };
      stack.push(...rest.toReversed());
    } else if (record.value !== null) yield { ok: true, fields: record.value, line: first.line };
  }
  function* end(): Generator<CsvOutcome> {
    while (open.length > 0) {
      const stack: Line[] = [];
      yield* settle(stack);
      yield* take(stack);
    }
  }
  return { add: (line) => take([line]), end };
}

function isOdd(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** Null for an empty line. */
function toRecord(lines: readonly Line[]): Outcome<readonly string[] | null> {
  const text = lines.map((part) => part.text).join("\n");
  const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
  return whole.trim() === "" ? succeeded(null) : parseRecord(whole);
}

function parseRecord(text: string): Outcome<readonly string[]> {
  const fields: string[] = [];
  for (let at = 0; ; at++) {
    if (text[at] === '"') {
      const end = findClosingQuote(text, at + 1);
      if (end === -1) return failed("unclosed-quote");
      fields.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
      if (at < text.length && text[at] !== ",") return failed("text-after-quote");
    } else {
      const comma = text.indexOf(",", at);
      const field = text.slice(at, comma === -1 ? text.length : comma);
      if (field.includes('"')) return failed("quote-in-field");
      fields.push(field);
      at += field.length;
    }
    if (at >= text.length) return succeeded(fields);
  }
}

function findClosingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
