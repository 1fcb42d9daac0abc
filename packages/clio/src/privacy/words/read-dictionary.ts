/** What a dictionary knows of a word. */
export interface Dictionary {
  /**
   * The base form of a lower-case word by inflection alone (plural, past, gerund; in Russian every ending), or null where the
   * dictionary does not have the word. Names of people and places, which stand with a capital alone, are not had.
   */
  baseOf(word: string): string | null;
}

interface Affix {
  readonly flag: string;
  readonly stripped: string;
  readonly condition: RegExp;
}

export interface DictionaryOptions {
  /** Flags of suffixes that only inflect; null: all do. */
  readonly inflections: ReadonlySet<string> | null;
}

/**
 * Reads a Hunspell dictionary (one-character flags; prefixes, suffixes, conditions) without expanding it: a word is looked up
 * by taking affixes off. Format: Hunspell's manual page, hunspell(5).
 */
export function readDictionary(
  affixes: string,
  words: string,
  { inflections }: DictionaryOptions,
): Dictionary {
  const flagsOf = readWords(words);
  const { prefixes, suffixes, longest } = readAffixes(affixes);
  const baseOf = (word: string, prefixFlag: string | null): string | null => {
    const own = flagsOf.get(word);
    const found = own !== undefined && (prefixFlag === null || own.includes(prefixFlag)) ? word : null;
    // "news" is no plural of "new", while "booking" is had of "book" as well as by itself.
    if (found !== null && inflections !== null && word.endsWith("s")) return found;
    for (let length = Math.min(longest, word.length - 1); length >= 0; length--) {
      for (const { flag, stripped, condition } of suffixes.get(word.slice(word.length - length)) ?? []) {
        const base = word.slice(0, word.length - length) + stripped;
        const flags = flagsOf.get(base);
        if (flags === undefined || !flags.includes(flag) || !condition.test(base)) continue;
        if (prefixFlag !== null && !flags.includes(prefixFlag)) continue;
        if (inflections === null || inflections.has(flag)) return base;
        // Of a derived word ("user") only the plural is an inflection.
        return length > 1 && word.endsWith("s") ? word.slice(0, -1) : word;
      }
    }
    return found;
  };
  return {
    baseOf: (word) => {
      const base = baseOf(word, null);
      if (base !== null) return base;
      for (const [prefix, flag] of prefixes) {
        if (!word.startsWith(prefix) || word.length < prefix.length + 2) continue;
        const rest = baseOf(word.slice(prefix.length), flag);
        if (rest !== null) return prefix + rest;
      }
      return null;
    },
  };
}

/** Flags by word. Words with a capital first are names; those in capitals alone are abbreviations, had in lower case. */
function readWords(text: string): ReadonlyMap<string, string> {
  const flagsOf = new Map<string, string>();
  for (const line of text.split("\n").slice(1)) {
    const [entry = "", flags = ""] = line.trim().split(/\/|\s/u);
    const isAbbreviation = /^\p{Lu}{2,}$/u.test(entry);
    if (!isAbbreviation && !/^\p{Ll}[\p{Ll}\p{M}]+$/u.test(entry)) continue;
    const word = entry.toLowerCase();
    flagsOf.set(word, (flagsOf.get(word) ?? "") + flags);
  }
  return flagsOf;
}

function readAffixes(text: string) {
  const prefixes: (readonly [string, string])[] = [];
  const suffixes = new Map<string, Affix[]>();
  let longest = 0;
  for (const line of text.split("\n")) {
    const [kind, flag = "", stripped = "", added = "", condition = "."] = line.trim().split(/\s+/u);
    if (condition === undefined || (kind !== "SFX" && kind !== "PFX") || added === "" || /^\d+$/u.test(added))
      continue;
    const [affix = ""] = added.split("/");
    if (kind === "PFX") {
      prefixes.push([affix, flag]);
      continue;
    }
    const ending = affix === "0" ? "" : affix;
    const list = suffixes.get(ending) ?? [];
    suffixes.set(ending, list);
    longest = Math.max(longest, ending.length);
    list.push({
      flag,
      stripped: stripped === "0" ? "" : stripped,
      condition: new RegExp(`${condition}$`, "u"),
    });
  }
  return { prefixes, suffixes, longest };
}
