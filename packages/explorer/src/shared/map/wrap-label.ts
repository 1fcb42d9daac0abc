export interface WrapLabelOptions {
  /** Width of a text in pixels. */
  readonly measure: (text: string) => number;
  readonly width: number;
  readonly lines: number;
}

const longestRead = 200;
const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Breaks a name into a few short lines, at spaces where there are any; what does not fit ends in an ellipsis.
 *
 * Line breaks, control characters and marks that turn the direction of what follows are taken out: a label stands beside
 * others. No character that is made of several code points is cut.
 */
export function wrapLabel(name: string, { measure, width, lines }: WrapLabelOptions): string[] {
  const words = tidy(name).split(" ");
  const wrapped: string[] = [];
  let line = "";
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? "";
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      at++;
      continue;
    }
    if (wrapped.length === lines - 1) return [...wrapped, cut(longer, measure, width, "…")];
    if (line === "") {
      line = cut(word, measure, width, "");
      words[at] = word.slice(line.length);
    }
    wrapped.push(line);
    line = "";
  }
  return line === "" ? wrapped : [...wrapped, line];
}

// Control, format and private characters, but for the joiners that emoji and Indic and Arabic scripts need.
const unfit = /[\p{Cc}\p{Co}\p{Cn}\u2028\u2029\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\uFEFF]/gu;

function tidy(name: string): string {
  return name.slice(0, longestRead).replace(unfit, " ").replace(/\s+/gu, " ").trim();
}

// The longest start that fits, found by halving; at least one character, or wrapping would never end.
function cut(text: string, measure: (text: string) => number, width: number, end: string): string {
  const parts = [...characters.segment(text)].map(({ segment }) => segment);
  let fits = 1;
  let tooMany = parts.length + 1;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measure(parts.slice(0, middle).join("").trimEnd() + end) <= width) fits = middle;
    else tooMany = middle;
  }
  const start = parts.slice(0, fits).join("");
  return end === "" ? start : start.trimEnd() + end;
}
