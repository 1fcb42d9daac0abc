import { failed, succeeded, type Outcome } from "@observatory/core";

/** A Python display of strings. */
export interface PythonStrings {
  readonly kind: "list" | "set" | "tuple";
  /** In text order, duplicates kept also where Python's set would drop them. */
  readonly strings: readonly string[];
}

const closers = { "[": ["list", "]"], "{": ["set", "}"], "(": ["tuple", ")"] } as const;

/**
 * Parses a Python literal that is a list, set or tuple of strings, as `ast.literal_eval` would: both quote styles, all
 * escapes but `\N{...}`, an optional last comma, white space between tokens, and `set()`.
 *
 * Linear in the text. Strings without a comma between them are refused (Python would join them: a list printed by
 * NumPy), as are prefixed and triple-quoted strings. Reasons: `not-a-python-list`, `unterminated-string`,
 * `invalid-escape`, `missing-comma`, `text-after-list`.
 */
export function parsePythonStrings(text: string): Outcome<PythonStrings> {
  const trimmed = text.trim();
  if (trimmed === "set()") return succeeded({ kind: "set", strings: [] });
  const opener = trimmed[0];
  if (opener !== "[" && opener !== "{" && opener !== "(") return failed("not-a-python-list");
  const [kind, closer] = closers[opener];
  const strings: string[] = [];
  let at = skipSpace(trimmed, 1);
  while (trimmed[at] !== closer) {
    const quote = trimmed[at];
    if (quote !== "'" && quote !== '"') return failed("not-a-python-list");
    const string = parseString(trimmed, at);
    if (!string.ok) return string;
    strings.push(string.value.text);
    at = skipSpace(trimmed, string.value.end);
    if (trimmed[at] === ",") at = skipSpace(trimmed, at + 1);
    else if (trimmed[at] !== closer) return failed("missing-comma");
    else if (kind === "tuple" && strings.length === 1) return failed("not-a-python-list");
  }
  if (at + 1 !== trimmed.length) return failed("text-after-list");
  // Empty braces are a dictionary in Python.
  return kind === "set" && strings.length === 0 ? failed("not-a-python-list") : succeeded({ kind, strings });
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\t" || text[at] === "\r") at++;
  return at;
}

/** Parses the string whose quote stands at `from`; `end` is the position after its closing quote. */
function parseString(text: string, from: number): Outcome<{ text: string; end: number }> {
  const quote = text[from];
  const pieces: string[] = [];
  let start = from + 1;
  for (let at = start; at < text.length;) {
    const char = text[at];
    if (char === quote) {
      pieces.push(text.slice(start, at));
      return succeeded({ text: pieces.join(""), end: at + 1 });
    }
    if (char === "\n" || char === "\r") return failed("unterminated-string");
    if (char !== "\\") {
      at++;
      continue;
    }
    pieces.push(text.slice(start, at));
    const escape = parseEscape(text, at);
    if (!escape.ok) return escape;
    pieces.push(escape.value.text);
    at = escape.value.end;
    start = at;
  }
  return failed("unterminated-string");
}

const simpleEscapes: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\n": "",
};

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function parseEscape(text: string, backslash: number): Outcome<{ text: string; end: number }> {
  const char = text[backslash + 1] ?? "";
  const simple = simpleEscapes[char];
  if (simple !== undefined) return succeeded({ text: simple, end: backslash + 2 });
  const octal = /^[0-7]{1,3}/u.exec(text.slice(backslash + 1, backslash + 4))?.[0];
  if (octal !== undefined) return codePoint(Number.parseInt(octal, 8), backslash + 1 + octal.length);
  if (char === "N" || char === "") return failed("invalid-escape");
  const digits = hexDigits[char];
  // An unknown escape keeps its backslash, as in Python.
  if (digits === undefined) return succeeded({ text: `\\${char}`, end: backslash + 2 });
  const hex = text.slice(backslash + 2, backslash + 2 + digits);
  if (hex.length !== digits || !/^[0-9a-f]+$/iu.test(hex)) return failed("invalid-escape");
  return codePoint(Number.parseInt(hex, 16), backslash + 2 + digits);
}

function codePoint(code: number, end: number): Outcome<{ text: string; end: number }> {
  return code > 0x10ffff ? failed("invalid-escape") : succeeded({ text: String.fromCodePoint(code), end });
}
