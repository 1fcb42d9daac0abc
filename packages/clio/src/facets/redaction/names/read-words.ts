/** A word of a text, at `[start, end)` in UTF-16 code units, without a possessive "'s". */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `capital`: one capital in front; `upper`: capitals alone, two or more; `initial`: one capital alone. */
  readonly shape: "capital" | "upper" | "initial" | "lower";
}

const word =
  /[\p{Lu}\p{Ll}\p{Lt}][\p{Lu}\p{Ll}\p{Lt}\p{M}]*(?:['’-][\p{Lu}\p{Ll}\p{Lt}][\p{Lu}\p{Ll}\p{Lt}\p{M}]*)*/gu;
const longest = 40;

/** The words of a text in scripts that have small letters and capitals, in order. */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(word)) {
    const [found] = match;
    const spoken = /['’][sS]$/.test(found) && found.length > 3 ? found.slice(0, -2) : found;
    if (spoken.length > longest) continue;
    words.push({
      text: spoken,
      start: match.index,
      end: match.index + spoken.length,
      shape: toShape(spoken),
    });
  }
  return words;
}

function toShape(text: string): Word["shape"] {
  if (!/^\p{Lu}/u.test(text)) return "lower";
  if (/^\p{Lu}\p{M}*$/u.test(text)) return "initial";
  return /\p{Ll}/u.test(text) ? "capital" : "upper";
}
