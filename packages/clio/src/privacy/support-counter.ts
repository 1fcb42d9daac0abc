import { detectLanguage } from "../facets/language/detect-language.ts";
import type { TermRefusal } from "./refusal-reasons.ts";
import { toNumberKey } from "../words/inflection-key.ts";
import type { UnknownWordRule } from "./thresholds.ts";
import { createHalfCounts, type HalfCounts } from "./words/count-by-half.ts";
import { readTerms, toPairKey, type Term } from "./words/read-terms.ts";
import { createWordClasses, type WordClass, type WordClasses } from "./words/word-classes.ts";
import { findOddShape, findSpelledOut } from "./words/word-shapes.ts";

/** How many accounts of a cluster must use a word before it may be published: max(5, 1 % of the accounts). */
export function requiredSupport(accounts: number): number {
  return Math.max(5, Math.ceil(accounts / 100));
}

/** Whether a word that so many of the accounts of a run use may count as known. */
export function isCommonInRun(
  users: number,
  accounts: number,
  { minAccounts, minShareOfAccounts }: UnknownWordRule["commonInRun"],
): boolean {
  return users >= Math.max(minAccounts, minShareOfAccounts * accounts);
}

/** How many accounts must have written a word itself, in the singular or the plural, and not only a relative of it. */
const requiredWriters = 2;
/** Words of one account that count, so that nobody supports a dictionary. */
const mostTerms = 200;
/** Words back that still stand beside a word, for what members say together. */
const window = 3;
/** Entries of one table of pairs; rare ones are forgotten beyond, so that counts may fall short but never exceed. */
const mostPairs = 400_000;
/** Accounts whose language is looked at, and the part of them that must write one before its name is public. */
const accountsDetected = 100;
const languageShare = 0.1;

export interface Refusal {
  readonly term: string;
  readonly reason: TermRefusal;
}

/** A word, public ones too, whose letters could spell something by their case. */
const restlessCase = /(?:\p{L}*?\p{Ll}\p{Lu}){3}\p{L}*/u;

/** Letters and numbers tied together, as in a reference or a key: each part alone may be a word or a number of many. */
const tiedCode =
  /[\p{L}\p{N}]*(?:\p{L}[-‐–_/.:]\p{N}{3}|\p{N}{3}[-‐–_/.:]\p{L}|\p{N}[-‐–_/.:]\p{N}+[-‐–_/.:]\p{N})[\p{L}\p{N}]*/u;

/** Counts, for one cluster, how many distinct accounts use each word and each two words side by side. */
export interface SupportCounter {
  /** Adds all summaries of one account. Each account must be given exactly once. */
  addAccount(summaries: readonly string[], half?: 0 | 1): void;
  readonly accounts: number;
  /** Forgets the words that are under the required support; no account may be added after. */
  freeze(): void;
  /** Terms of a text that may not be published; empty where `refusals` is. */
  unsupported(text: string): string[];
  /**
   * What stands against publishing a text:
   *
   * - every word must be public, or used by `requiredSupport` accounts in any inflection and by two of them in this very form (by
   *   all of them where it is written with a capital: names are often inflections by their spelling, "Manning" of "man");
   * - an unknown word by as many as the `UnknownWordRule` says; a number by `requiredSupport`;
   * - two words side by side, or with public words between, must be used together by `requiredSupport` accounts; "and" and pauses
   *   part them, but not numbers;
   * - of scripts without spaces, single characters must be used in this sequence;
   * - no word may mix scripts or look like a code, alone or tied to numbers ("QUA-1978-61"), and nothing may be spelled out.
   *
   * With halves, each must be used in both. The name of a language passes where a tenth of the members write in it.
   */
  refusals(text: string): readonly Refusal[];
  /** Unknown words that enough accounts use for a known one, most used first: what a glossary would let pass. */
  glossaryCandidates(): readonly { readonly word: string; readonly accounts: number }[];
}

export interface SupportCounterOptions {
  /** Asks that accounts of both halves use a term, so that no one sample can bring it in. */
  readonly splitHalves?: boolean;
  /** Shared by all counters of a run; its own where it is not given. */
  readonly classes?: WordClasses;
}

export function createSupportCounter({
  splitHalves = false,
  classes = createWordClasses(),
}: SupportCounterOptions = {}): SupportCounter {
  const users = createHalfCounts();
  const writers = createHalfCounts();
  const capitals = createHalfCounts();
  const pairs = createHalfCounts();
  const foreign: string[] = [];
  let languages: ReadonlyMap<string, number> | null = null;
  let accounts = 0;

  const isUsed = (counts: HalfCounts, term: string, required: number): boolean =>
    counts.total(term) >= required &&
    (!splitHalves || counts.leastHalf(term) >= Math.max(2, Math.ceil(required / 5)));
  const isLanguage = (term: Term): boolean => {
    languages ??= countLanguages(foreign);
    const looked = Math.min(accounts, accountsDetected);
    return (languages.get(term.word) ?? 0) >= Math.max(5, Math.ceil(languageShare * looked));
  };
  const refuseTerm = (term: Term): Refusal["reason"] | null => {
    const odd = findOddShape(term);
    if (odd !== null) return odd;
    if (!isUsed(users, term.key, requiredOf(term.class, accounts, classes.unknownWords)))
      return reasonOf(term.class);
    const form = toForm(term);
    const wrote = writers.total(form);
    const isName = wrote < requiredSupport(accounts) && 2 * capitals.total(form) > wrote;
    return wrote < requiredWriters || isName ? "word-form" : null;
  };
  const refusePairs = (terms: readonly Term[]): string[] =>
    terms.flatMap((term, at) => {
      const last = terms[at - 1];
      const key = last === undefined ? null : besides(last, term, terms[at - 2]);
      return last === undefined || key === null || isUsed(pairs, key, requiredSupport(accounts))
        ? []
        : [`${last.word} ${term.word}`];
    });
  const refusals = (text: string): readonly Refusal[] => {
    const terms = readTerms(text, classes);
    const found: Refusal[] = findSpelledOut(terms).map((term) => ({ term, reason: "spelled-out" }));
    for (const shape of [restlessCase, tiedCode]) {
      const odd = shape.exec(text)?.[0];
      if (odd !== undefined) found.push({ term: odd, reason: "code" });
    }
    const neighbours: Term[] = [];
    for (const term of terms) {
      const reason = refuseTerm(term);
      if (reason === null) neighbours.push(term);
      else if (!isLanguage(term)) found.push({ term: term.word, reason });
      // The name of the members' language frames a text and stands beside any word of it.
      else neighbours.push({ ...term, from: "pause", class: "known", key: "" });
    }
    if (found.length > 0) return found;
    return refusePairs(neighbours).map((term) => ({ term, reason: "pair" }));
  };
  return {
    get accounts() {
      return accounts;
    },
    addAccount: (summaries, half = 0) => {
      accounts++;
      const terms = summaries.slice(0, mostTerms).map((summary) => readTerms(summary, classes));
      if (accounts <= accountsDetected && isForeign(terms.flat())) foreign.push(summaries[0] ?? "");
      const own = collectTerms(terms);
      users.add(own.keys, half);
      writers.add(own.forms, half);
      capitals.add(own.capitals, half);
      pairs.add(own.pairs, half);
      if (pairs.size > mostPairs) pairs.dropBelow(Math.max(2, Math.ceil(accounts / 400)));
    },
    freeze: () => {
      const required = requiredSupport(accounts);
      users.dropBelow(required);
      writers.dropBelow(requiredWriters);
      capitals.dropBelow(2);
      pairs.dropBelow(required);
    },
    unsupported: (text) => refusals(text).map(({ term }) => term),
    refusals,
    glossaryCandidates: () =>
      [...users.entries()]
        .filter(
          ([word, count]) =>
            count >= requiredSupport(accounts) &&
            count < requiredOf("unknown", accounts, classes.unknownWords) &&
            classes.classify({ word, kind: "word" }).class === "unknown",
        )
        .map(([word, count]) => ({ word, accounts: count }))
        .toSorted((a, b) => b.accounts - a.accounts || (a.word < b.word ? -1 : 1)),
  };
}

function requiredOf(
  wordClass: WordClass,
  accounts: number,
  { minAccounts, minShareOfAccounts }: UnknownWordRule,
): number {
  if (wordClass !== "unknown") return requiredSupport(accounts);
  return Math.max(minAccounts, Math.ceil(minShareOfAccounts * accounts));
}

function reasonOf(wordClass: Term["class"]): Refusal["reason"] {
  return wordClass === "number" ? "number" : wordClass === "unknown" ? "unknown-word" : "word";
}

/** Under which key two terms in a row must be supported, or null where they are no pair. */
function besides(last: Term, term: Term, beforeLast: Term | undefined): string | null {
  if (last.key === term.key || last.key === "") return null;
  const isSequence = last.kind === "character" && term.kind === "character" && term.from === "nothing";
  if (isSequence) {
    const isLonger = beforeLast?.kind === "character" && last.from === "nothing";
    return isLonger ? `${beforeLast.key}+${last.key}+${term.key}` : `${last.key}+${term.key}`;
  }
  if (term.from === "pause" && !(last.kind === "number" && term.kind === "number")) return null;
  return toPairKey(last.key, term.key);
}

/** One form for the singular and the plural. */
function toForm({ class: wordClass, word, key }: Term): string {
  return wordClass === "known" && word.endsWith("s") && !word.endsWith("ings") ? key : toNumberKey(word);
}

/** What one account uses, each once. */
function collectTerms(summaries: readonly (readonly Term[])[]) {
  const own = {
    keys: new Set<string>(),
    forms: new Set<string>(),
    capitals: new Set<string>(),
    pairs: new Set<string>(),
  };
  let left = mostTerms;
  for (const terms of summaries) {
    const end = Math.min(left, terms.length);
    left -= end;
    let start = 0;
    for (let at = 0; at < end; at++) {
      const term = terms[at];
      if (term === undefined) break;
      const form = toForm(term);
      own.keys.add(term.key);
      own.forms.add(form);
      if (term.opens) start = at;
      else if (isCapital(term.written)) own.capitals.add(form);
      for (let back = Math.max(start, at - window); back < at; back++) {
        const other = terms[back]?.key ?? term.key;
        if (other !== term.key) own.pairs.add(toPairKey(other, term.key));
      }
      addSequences(terms, at, own.pairs);
    }
  }
  return own;
}

/** Whether a word begins with a letter that lower case changes. */
function isCapital(written: string): boolean {
  const first = written.charAt(0);
  return first !== first.toLowerCase();
}

/** The two and the three characters that end at a term, in scripts without spaces. */
function addSequences(terms: readonly Term[], at: number, pairs: Set<string>): void {
  const [third, second, first] = [terms[at], terms[at - 1], terms[at - 2]];
  if (third?.kind !== "character" || third.from !== "nothing" || second?.kind !== "character") return;
  pairs.add(`${second.key}+${third.key}`);
  if (first?.kind === "character" && second.from === "nothing")
    pairs.add(`${first.key}+${second.key}+${third.key}`);
}

/** Whether it is worth asking which language a text is in: English texts are mostly made of English words. */
function isForeign(terms: readonly Term[]): boolean {
  return 2 * terms.filter(({ isEnglish }) => isEnglish).length < terms.length;
}

function countLanguages(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const name = detectLanguage(text.slice(0, 400))?.name.toLowerCase();
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
