/** One member of an array or object, as text. */
export interface JsonMember {
  /** The key within an object, its escapes left as they are; null within an array. */
  readonly key: string | null;
  readonly text: string;
  /** Line on which its value begins, the first being 1. */
  readonly line: number;
  /** The text ended before the array or object did: this member may be torn, and others may be gone. */
  readonly cut?: true;
}

/**
 * Splits a JSON array or object into its members without parsing them, so that one damaged member costs itself alone
 * and every member has a line. Linear. Text outside of members is ignored. A text that ends too early ends with a member
 * that is `cut`, whose own text may be empty.
 */
export function* splitJson(text: string): Generator<JsonMember> {
  let line = 1;
  let depth = 0;
  let key: string | null = null;
  let start = -1;
  let startLine = 1;
  const begin = (at: number): void => {
    if (start !== -1) return;
    start = at;
    startLine = line;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\n") line++;
    if (char === '"') {
      if (depth === 1) begin(at);
      at = skipString(text, at);
    } else if (char === "{" || char === "[") {
      if (depth === 1) begin(at);
      depth++;
    } else if (char === "}" || char === "]") {
      depth--;
      if (depth === 0 && start !== -1) yield { key, text: text.slice(start, at), line: startLine };
      if (depth === 0) return;
    } else if (depth === 1 && char === ":" && start !== -1) {
      key = text.slice(start, at).trim().replaceAll(/^"|"$/gu, "");
      start = -1;
    } else if (depth === 1 && char === ",") {
      if (start !== -1) yield { key, text: text.slice(start, at), line: startLine };
      key = null;
      start = -1;
    } else if (depth === 1 && char !== undefined && char.trim() !== "") begin(at);
  }
  const [rest, at] = start === -1 ? ["", line] : [text.slice(start), startLine];
  if (depth > 0) yield { key, text: rest, line: at, cut: true };
}

/** Position of the quote that closes the string at `from`; a string never crosses a line end in JSON. */
function skipString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === '"') return at;
    else if (char === "\n") return at - 1;
  }
  return text.length;
}
