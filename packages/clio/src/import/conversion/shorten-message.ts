const count = new Intl.NumberFormat("en-US");

/** The start and the end of a text of more than `maxCharacters`, with a line between that says how much is left out. */
export function shortenMessage(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const half = Math.floor(maxCharacters / 2);
  const start = withoutHalfPair(text.slice(0, half));
  const end = withoutHalfPair(text.slice(text.length - (maxCharacters - half)));
  return `${start}\n[... ${count.format(text.length - start.length - end.length)} characters left out ...]\n${end}`;
}

/** Cutting may split a surrogate pair at either side. */
function withoutHalfPair(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, "");
}
