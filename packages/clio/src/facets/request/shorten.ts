/** A text on one line, at most `most` UTF-16 code units, cut at a word and marked with an ellipsis where it was longer. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  const kept = space > most * 0.6 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, "");
  return `${kept.replace(/[\s,;:.–—-]+$/u, "")}…`;
}
