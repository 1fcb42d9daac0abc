export interface Block {
  /** `prose` is what the user says; the others are what the user shows. */
  readonly kind: "prose" | "list" | "code" | "quote";
  readonly text: string;
}

const fence = /^\s{0,3}(?:```|~~~)/;
const item = /^\s{0,8}(?:[-*•·–—]|\(?\d{1,3}[.)]|[a-zA-Zа-яА-Я]\))\s+\S/;
const codeLine = new RegExp(
  [
    "^\\s*(?:import |from \\S{1,60} import |def \\w|class \\w+[:({]|function[ (]|const \\w|let \\w{1,30} ?=|var \\w|public |private |protected |#include|#define|using [\\w.]{1,60};|package \\w|SELECT\\b.{1,200}\\bFROM\\b|INSERT INTO|CREATE TABLE|ALTER TABLE)",
    '^\\s*(?:at [\\w.$<>]{2,100} ?\\(|File "[^"]{1,200}", line|Traceback \\(|\\w{1,60}(?:Error|Exception)(?::|$)|Caused by:|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d)',
    "^\\s*(?:return\\b.{0,100};|if ?\\(.{0,200}\\{|for ?\\(.{0,200}[;{]|while ?\\(|else\\b.{0,20}[{:]$|try ?[{:]$|\\}|//|/\\*|\\*/|<\\/?[a-zA-Z][^<>]{0,200}>.{0,200}$|>>> |\\$ \\w|@\\w+\\()",
    "[;{}]\\s*$",
    "^\\s*[\\w.[\\]]{1,60} ?(?:=|\\+=|:=) ?[\\w\"'\\[{(.-].{0,200}[)\\]\"'\\d]$",
    "^\\s*[\\w.]{1,60}\\([^()]{0,200}\\)$",
  ].join("|"),
);
const table = /\|.{0,400}\|.{0,400}\||\t[^\t]{0,200}\t/;

/**
 * Cuts a message at blank lines and where the kind of its lines changes: prose, list items, code (fenced or not, stack
 * traces, tables, markup), quotations. The fences themselves are dropped. Linear in the length of the text.
 */
export function splitBlocks(text: string): readonly Block[] {
  const blocks: { kind: Block["kind"]; lines: string[] }[] = [];
  let open = false;
  let apart = true;
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    if (fence.test(line)) {
      open = !open;
      apart = true;
      continue;
    }
    if (line.trim() === "") {
      apart = !open;
      continue;
    }
    const kind = open ? "code" : kindOf(line);
    const last = blocks.at(-1);
    if (last === undefined || apart || last.kind !== kind) blocks.push({ kind, lines: [line] });
    else last.lines.push(line);
    apart = false;
  }
  return blocks.map(({ kind, lines }) => ({ kind, text: lines.join("\n") }));
}

function kindOf(line: string): Block["kind"] {
  const start = line.slice(0, 500);
  if (/^\s*>/.test(start) && !/^\s*>>> /.test(start)) return "quote";
  if (codeLine.test(start) || table.test(start)) return "code";
  return item.test(start) ? "list" : "prose";
}
