/** What a malformed row of a table is made from. */
export interface RowSeed {
  /** The cells of a sound row. */
  readonly cells: readonly string[];
  readonly delimiter: string;
  /** Any number, of which each kind takes what it needs: a place, a length. */
  readonly at: number;
  readonly size: number;
  readonly text: string;
  readonly bytes: Uint8Array;
}

type Make = (seed: RowSeed) => string | Uint8Array;

/** Kinds of malformed rows, each as the bytes that stand between two line ends. What a kind is called says what is wrong. */
export const rowKinds = {
  // Quotes.
  "a quote that never closes": ({ cells, delimiter, at }) => join(change(cells, at, '"open'), delimiter),
  "a quote at its very end": (seed) => `${toRow(seed)}"`,
  "a quote in the middle of a cell": ({ cells, delimiter, at }) =>
    join(change(cells, at, 'a "b c'), delimiter),
  "text behind a cell in quotes": ({ cells, delimiter, at, text }) =>
    join(change(cells, at, `"in"${text}`), delimiter),
  "quotes escaped by a backslash": ({ cells, delimiter, at }) =>
    join(change(cells, at, '"say \\"hi\\""'), delimiter),
  "quotes alone": ({ size }) => '"'.repeat(1 + (size % 200)),
  "one byte changed": (seed) => withByte(toRow(seed), seed.at, seed.size),
  truncated: (seed) => cut(toRow(seed), seed.at),
  // Cells.
  "too few cells": ({ cells, delimiter, at }) =>
    join(cells.slice(0, at % cells.length).map(quote), delimiter),
  "too many cells": (seed) => `${toRow(seed)}${`${seed.delimiter}more`.repeat(1 + (seed.size % 3000))}`,
  "too many empty cells": (seed) => `${toRow(seed)}${seed.delimiter.repeat(1 + (seed.size % 3000))}`,
  "delimiters alone": ({ delimiter, size }) => delimiter.repeat(size % 3000),
  "another delimiter": ({ cells, delimiter }) => join(cells.map(quote), delimiter === ";" ? "\t" : ";"),
  "empty cells": ({ cells, delimiter }) =>
    join(
      cells.map(() => ""),
      delimiter,
    ),
  "white space for cells": ({ cells, delimiter }) =>
    join(
      cells.map(() => " \u00a0 "),
      delimiter,
    ),
  "a cell of another row": ({ cells, delimiter }) => join(cells.toReversed().map(quote), delimiter),
  "JSON for cells": ({ cells, delimiter, at }) =>
    join(
      cells.map((_, i) => quote(i === at % cells.length ? '{"a":[{"b":null}]}' : "[]")),
      delimiter,
    ),
  "JSON that is cut in a cell": ({ cells, delimiter, at }) =>
    join(change(cells, at, quote('[{"role":"user","content":')), delimiter),
  "JSON nested deep in a cell": ({ cells, delimiter, at, size }) =>
    join(change(cells, at, "[".repeat(size) + "]".repeat(size)), delimiter),
  "a formula": ({ cells, delimiter, at }) => join(change(cells, at, '"=HYPERLINK(""http://x"")"'), delimiter),
  "a date that is none": ({ cells, delimiter, at }) => join(change(cells, at, "0000-99-99T99:99"), delimiter),
  // Size.
  "a long cell": ({ cells, delimiter, at, size }) =>
    join(change(cells, at, "long ".repeat(size % 60_000)), delimiter),
  "a cell of megabytes": ({ cells, delimiter, at, size }) =>
    join(change(cells, at, "m".repeat(10 * (size % 400_000))), delimiter),
  "a cell of megabytes in quotes": ({ cells, delimiter, at, size }) =>
    join(change(cells, at, `"${'""\n'.repeat(size)}"`), delimiter),
  "a cell of many line ends": ({ cells, delimiter, at, size }) =>
    join(change(cells, at, `"${"\r\n".repeat(size % 2000)}"`), delimiter),
  // No row at all.
  "the first row again": ({ delimiter }) => join(["uid", "at", "question", "answer"], delimiter),
  "a line of JSON": ({ text }) => JSON.stringify({ text }),
  "a web page": () => "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>",
  "a note of a program": () => "(1,204 rows affected)",
  "any text": ({ text }) => text,
  "random bytes": ({ bytes }) => bytes,
  "NUL bytes": (seed) => `\0\0${toRow(seed)}\0`,
  "a byte order mark": (seed) => `\uFEFF${toRow(seed)}`,
  "a carriage return": (seed) => toRow(seed).replace(seed.delimiter, `\r${seed.delimiter}`),
  "Latin-1": (seed) => Buffer.from(`${toRow(seed)} é`, "latin1"),
  "half a surrogate pair in UTF-8": (seed) =>
    Buffer.concat([Buffer.from(toRow(seed)), Buffer.from([0xed, 0xa0, 0x80])]),
  "terminal codes": ({ cells, delimiter, at }) =>
    join(change(cells, at, "\u001b]0;x\u0007\u001b[2J"), delimiter),
} as const satisfies Readonly<Record<string, Make>>;

export type RowKind = keyof typeof rowKinds;

export const rowKindNames = Object.keys(rowKinds) as readonly RowKind[]; // keys of a literal are its names

/** A sound row, every cell in quotes. */
export function toRow({ cells, delimiter }: Pick<RowSeed, "cells" | "delimiter">): string {
  return join(cells.map(quote), delimiter);
}

function join(cells: readonly string[], delimiter: string): string {
  return cells.join(delimiter);
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** The cells in quotes, but one as it is told. */
function change(cells: readonly string[], at: number, text: string): string[] {
  return cells.map((cell, i) => (i === at % cells.length ? text : quote(cell)));
}

function cut(text: string, at: number): string {
  return text.slice(0, at % text.length);
}

function withByte(text: string, at: number, byte: number): Uint8Array {
  const bytes = Buffer.from(text);
  bytes[at % bytes.length] = byte;
  return bytes;
}
