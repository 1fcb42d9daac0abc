import { toPlainWords } from "./plain-words.ts";

const longestWord = 40;

/** The words of a text by their {@link toInflectionKey}; very long ones as they are. */
export function toInflectionKeys(text: string): string[] {
  return toPlainWords(text).map((word) => (word.length > longestWord ? word : toInflectionKey(word)));
}

/** One key for the singular and the plural of an English noun. */
export function toNumberKey(word: string): string {
  return /^[a-z]{2,}s$/.test(word) ? withoutSuffix(word) : word;
}

/**
 * One key for the inflected forms of an English word (plural, -ing, -ed, doubled consonant, silent e). Purely by
 * spelling, so different words may share a key ("plan", "plane"; "man", "Manning"): a common key alone does not make
 * a word publishable.
 */
export function toInflectionKey(word: string): string {
  if (!/^[a-z]{3,}$/.test(word)) return word;
  const stem = withoutSuffix(word);
  const undoubled = stem.length > 3 ? stem.replace(/([bdfgklmnprt])\1$/, "$1") : stem;
  return undoubled.length > 3 ? undoubled.replace(/e$/, "").replace(/y$/, "i") : undoubled;
}

function withoutSuffix(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && word.endsWith("ied")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:[sxz]|ch|sh)es$/.test(word) && word.length > 4) return word.slice(0, -2);
  if (word.endsWith("s") && word.length > 3) return word.slice(0, -1);
  if (word.endsWith("ing") && /[aeiouy].*ing$/.test(word) && word.length > 5) return word.slice(0, -3);
  if (word.endsWith("ed") && /[aeiouy].*ed$/.test(word) && word.length > 4) return word.slice(0, -2);
  return word;
}
