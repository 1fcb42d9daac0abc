import { toInflectionKey } from "../../words/inflection-key.ts";
import { inOrder, type KeyPhrase, type PhraseList } from "./phrase-list.ts";
import { links } from "./small-words.ts";

/** What somebody who names a cluster is told of it. */
export interface PhraseMaterial {
  /** About how many accounts the cluster has. */
  readonly accounts: number;
  /** What it says, without what says the same again. */
  readonly own: readonly KeyPhrase[];
  /** What the clusters most like it say and it does not, or less. */
  readonly outside: readonly KeyPhrase[];
  /** Everything that is told of it: the words that a name may have. */
  readonly told: readonly string[];
}

/** How many phrases are told of a cluster, and of its surroundings. */
export const mostPhrases = { own: 40, outside: 40 } as const;

const nearClusters = 4;
/** Share of the accounts of a word that a longer phrase with it needs to stand in its place. */
const enoughForWhole = 0.55;
/** Log-ratio of shares here and in the rest of the level; what is under it is said everywhere. */
const leastContrast = 0.3;
/** So many stay though they are said everywhere: the best. */
const fewPhrases = 1;
/** Part of its own share by which a phrase is told of the surroundings too. */
const enoughOutside = 0.5;

/** A phrase with all its forms; shares are of the accounts of its cluster. */
interface GroupedPhrase extends KeyPhrase {
  readonly key: string;
  readonly words: readonly string[];
  readonly share: number;
}

/**
 * Of each cluster of a level the phrases to name it by. Forms of a phrase are taken together, a word gives way to the phrase that
 * most of its accounts have it in, and what the whole level says as much is left out. Made of what is told of the clusters alone, so
 * it tells nothing more.
 */
export function selectPhrases(level: readonly PhraseList[]): readonly PhraseMaterial[] {
  const grouped = level.map(groupForms);
  const everywhere = new Map<string, number>();
  for (const phrases of grouped)
    for (const { key, accounts } of phrases.values())
      everywhere.set(key, (everywhere.get(key) ?? 0) + accounts);
  const all = level.reduce((sum, { accounts }) => sum + accounts, 0);
  const ranked = level.map((list, index) => {
    const rest = Math.max(1, all - list.accounts);
    const withWorth = (phrase: GroupedPhrase) => {
      const { key, share, accounts, words } = phrase;
      const elsewhere = all === list.accounts ? 0 : ((everywhere.get(key) ?? 0) - accounts) / rest;
      const contrast = Math.log((share + 0.02) / (elsewhere + 0.02));
      return { ...phrase, contrast, worth: share * contrast * (words.length > 1 ? 1.3 : 1) };
    };
    const phrases = withoutRepeats([...(grouped[index]?.values() ?? [])])
      .map(withWorth)
      .toSorted((a, b) => b.worth - a.worth || (a.text < b.text ? -1 : 1));
    return phrases.filter(({ contrast }, rank) => rank < fewPhrases || contrast > leastContrast);
  });
  return level.map(({ accounts, phrases }, index) => {
    const own = grouped[index] ?? new Map<string, GroupedPhrase>();
    const near = nearest(grouped, index);
    const outside = new Map<string, KeyPhrase>();
    for (const other of near) {
      for (const phrase of (ranked[other] ?? []).slice(0, Math.ceil(mostPhrases.outside / near.length))) {
        const more =
          phrase.contrast > leastContrast && phrase.share > enoughOutside * (own.get(phrase.key)?.share ?? 0);
        const known = outside.get(phrase.key);
        if (more && (known === undefined || known.accounts < phrase.accounts))
          outside.set(phrase.key, phrase);
      }
    }
    return {
      accounts,
      own: inOrder((ranked[index] ?? []).slice(0, mostPhrases.own)).map(toKeyPhrase),
      outside: inOrder([...outside.values()]).map(toKeyPhrase),
      told: phrases.map(({ text }) => text),
    };
  });
}

function toKeyPhrase({ text, accounts }: KeyPhrase): KeyPhrase {
  return { text, accounts };
}

/** Phrases by key, their forms taken together under the one that most accounts use. */
function groupForms({ accounts: all, phrases }: PhraseList): ReadonlyMap<string, GroupedPhrase> {
  const groups = new Map<string, GroupedPhrase>();
  // The most used form comes first.
  for (const { text, accounts } of phrases) {
    const words = text
      .split(" ")
      .filter((word) => !links.has(word))
      .map(toInflectionKey);
    const key = text.split(" ").map(toInflectionKey).join(" ");
    const known = groups.get(key);
    const total = Math.min(all, (known?.accounts ?? 0) + accounts);
    groups.set(key, {
      key,
      words,
      text: known?.text ?? text,
      accounts: total,
      share: total / Math.max(1, all),
    });
  }
  return groups;
}

/** Without words that most of their accounts have in one longer phrase. */
function withoutRepeats(phrases: readonly GroupedPhrase[]): readonly GroupedPhrase[] {
  const long = phrases.filter(({ words }) => words.length > 1);
  return phrases.filter(
    ({ words, accounts }) =>
      words.length > 1 ||
      !long.some(
        (whole) => whole.words.includes(words[0] ?? "") && whole.accounts >= enoughForWhole * accounts,
      ),
  );
}

/** The clusters that say most of the same, by the cosine of their shares; those that share nothing are not near. */
function nearest(level: readonly ReadonlyMap<string, GroupedPhrase>[], index: number): readonly number[] {
  const own = level[index];
  if (own === undefined) return [];
  return level
    .map((other, position) => ({ position, likeness: position === index ? 0 : cosine(own, other) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness || a.position - b.position)
    .slice(0, nearClusters)
    .map(({ position }) => position);
}

function cosine(a: ReadonlyMap<string, GroupedPhrase>, b: ReadonlyMap<string, GroupedPhrase>): number {
  let product = 0;
  for (const [key, { share }] of a) product += share * (b.get(key)?.share ?? 0);
  return product === 0 ? 0 : product / Math.sqrt(squares(a) * squares(b));
}

function squares(phrases: ReadonlyMap<string, GroupedPhrase>): number {
  let sum = 0;
  for (const { share } of phrases.values()) sum += share ** 2;
  return sum;
}
