import type { Finding } from "./finding.ts";
import { isPersonName } from "./is-person-name.ts";
import { isOrdinaryWord } from "./names/ordinary-words.ts";

const mostNames = 100;

/** Every occurrence of known names and of their capitalised words of three letters or more, as whole words in the same case. */
export function findKnownNames(text: string, names: readonly string[]): readonly Finding[] {
  const wanted = new Set<string>();
  for (const name of names.slice(0, mostNames)) {
    // "Will" after "my name is" must not take every "Will you".
    if (/\s/.test(name) || !isOrdinaryWord(name)) wanted.add(name);
    for (const word of name.split(/\s+/)) {
      if (word.length >= 3 && /^\p{Lu}/u.test(word) && isPersonName(word) && !isOrdinaryWord(word))
        wanted.add(word);
    }
  }
  return [...wanted].flatMap((name) => occurrences(text, name));
}

function occurrences(text: string, name: string): Finding[] {
  const findings: Finding[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(end)))
      findings.push({ kind: "name", start: at, end });
  }
  return findings;
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
