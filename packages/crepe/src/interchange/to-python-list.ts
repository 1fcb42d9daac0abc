/**
 * A Python list literal of strings that `ast.literal_eval` reads back exactly, written as Python's `repr` would: single
 * quotes unless the text holds one and no double quote.
 */
export function toPythonList(strings: readonly string[]): string {
  return `[${strings.map(toPythonString).join(", ")}]`;
}

function toPythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replaceAll(/[\\'"\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, (char) => escape(char, quote));
  return `${quote}${body}${quote}`;
}

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

function escape(char: string, quote: string): string {
  if (char === "'" || char === '"') return char === quote ? `\\${char}` : char;
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return named[char] ?? (code < 0x100 ? `\\x${hex.padStart(2, "0")}` : `\\u${hex.padStart(4, "0")}`);
}
