const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Columns that a text without control characters takes in a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** Cuts a text to a number of columns, ending in an ellipsis where something is lost. */
export function cutToWidth(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let cut = "";
  for (const character of text) {
    if (textWidth(cut + character) > columns - 1) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}

/** Adds spaces at the end (or at the start) up to a width. */
export function padToWidth(text: string, columns: number, side: "start" | "end" = "end"): string {
  const space = " ".repeat(Math.max(0, columns - textWidth(text)));
  return side === "end" ? text + space : space + text;
}

/** Cuts a text to a number of columns by taking out its middle, so that names that begin alike stay apart. */
export function cutMiddle(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  const characters = Array.from(text);
  let [start, end] = [Math.floor(characters.length / 2), Math.ceil(characters.length / 2)];
  const toCut = (): string => `${characters.slice(0, start).join("")}…${characters.slice(end).join("")}`;
  while (textWidth(toCut()) > columns && (start > 0 || end < characters.length)) {
    if (start >= characters.length - end) start--;
    else end++;
  }
  return toCut();
}

/** Cuts a text to a number of columns from its start. */
export function cutStart(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && textWidth(characters.join("")) > columns - 1) characters.shift();
  return `…${characters.join("")}`;
}

/** Breaks a text at its spaces into lines of at most so many columns; a word that is longer stands alone. */
export function wrapToWidth(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(line) + 1 + textWidth(word) <= columns)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
