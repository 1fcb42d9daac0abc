import type { Term } from "./read-terms.ts";

/** Scripts whose letters look like those of others; no word of any language mixes them. */
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Hangul}/u,
];
const longestWord = 40;
const longestCode = 12;
const stackedMarks = /\p{M}{3}|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}{2}/u;

/** What is wrong with the spelling of a word, whoever writes it; null where it may stand. */
export function findOddShape({
  word,
  written,
}: Pick<Term, "word" | "written">): "look-alike" | "code" | null {
  if (stackedMarks.test(word.normalize("NFC"))) return "look-alike";
  if (/[^a-z0-9]/u.test(word) && scripts.filter((script) => script.test(word)).length > 1)
    return "look-alike";
  if (word.length > longestWord) return "code";
  // "aGVsbG8" and "7f3a9c1b44d0": case and digits change often.
  const changes = written.match(/\p{Ll}\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/gu)?.length ?? 0;
  return changes > 3 || (changes > 0 && /\p{N}/u.test(word) && word.length > longestCode) ? "code" : null;
}

/**
 * The words that spell something out: three single letters in a row, two where one is no word, or three numbers, whatever
 * stands between them.
 */
export function findSpelledOut(terms: readonly Pick<Term, "word" | "kind">[]): readonly string[] {
  const found: string[] = [];
  const isLetter = ({ word }: Pick<Term, "word">): boolean => /^\p{L}\p{M}*$/u.test(word);
  for (const matches of [
    (term: Pick<Term, "word" | "kind">) => term.kind === "word" && isLetter(term),
    (term: Pick<Term, "word" | "kind">) => term.kind === "number",
  ]) {
    const least = matches({ word: "x", kind: "word" }) ? 2 : 3;
    let run: string[] = [];
    for (const term of [...terms, null]) {
      if (term !== null && matches(term)) {
        run.push(term.word);
        continue;
      }
      if (run.length >= least) found.push(run.join(" "));
      run = [];
    }
  }
  return found;
}
