import { cleanText } from "./answers/clean-text.ts";

/**
 * Index of the name that an answer means: letter by letter, else but for case, spaces and punctuation. Null where it is none
 * of the names, or could be several.
 */
export function matchName(answer: string, names: readonly string[]): number | null {
  const exact = names.indexOf(answer);
  if (exact !== -1) return exact;
  const key = toKey(answer);
  const matches = [...names.keys()].filter((index) => toKey(names[index] ?? "") === key);
  const [match] = matches;
  return key !== "" && matches.length === 1 && match !== undefined ? match : null;
}

function toKey(text: string): string {
  return cleanText(text, 400)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, " ")
    .trim();
}
