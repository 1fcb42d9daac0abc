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
  let open: { readonly text: string; readonly line: number }[] = [];
  for await (const next of lines) {
    if (!next.ok) {
      yield* flush(open);
      open = [];
      yield next;
      continue;
    }
    open.push(next);
    // Only a line with an odd number of quotes changes whether a quoted field is open.
    const closed = (open.length > 1) === isOdd(next.text);
    if (closed || open.length === 1) {
      if (open.length === 1 && isOdd(next.text)) continue;
      yield* toRecord(open);
      open = [];
    } else if (open.length >= rowLimits.recordLines) {
      yield* flush(open);
      open = [];
    }
  }
  yield* flush(open);
}

function isOdd(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** Reads lines again whose first one opened a quote for nothing. */
function* flush(lines: readonly { readonly text: string; readonly line: number }[]): Generator<CsvOutcome> {
  const [first, ...rest] = lines;
  if (first === undefined) return;
  yield { ok: false, reason: "unclosed-quote", line: first.line };
  for (const line of rest) {
    if (isOdd(line.text)) yield { ok: false, reason: "unclosed-quote", line: line.line };
    else yield* toRecord([line]);
  }
}

function* toRecord(lines: readonly { readonly text: string; readonly line: number }[]): Generator<CsvOutcome> {
  const line = lines[0]?.line ?? 0;
  const text = lines.map((part) => part.text).join("\n");
  const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
  if (whole.trim() === "") return;
  const fields = parseRecord(whole);
  yield fields.ok ? { ok: true, fields: fields.value, line } : { ok: false, reason: fields.reason, line };
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
