import type { Publication, PublishedText } from "./publication.ts";

/** What an attacker can compute of one account's texts and one publication; larger speaks for membership. */
export const membershipClues = ["rare words", "quotation", "nearest name", "size of the nearest"] as const;
export type MembershipClue = (typeof membershipClues)[number];

/** How rare words are among people like the account's: natural logarithm of how many do not use one. */
export type Rarity = (word: string) => number;

/** Words of a text, as the attacks see them. */
export function toWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** Rarity of words in texts that the attacker has of the same kind of people. */
export function createRarity(texts: readonly string[]): Rarity {
  const users = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(toWords(text))) users.set(word, (users.get(word) ?? 0) + 1);
  return (word) => Math.log((texts.length + 1) / ((users.get(word) ?? 0) + 0.5));
}

interface ReadCluster {
  readonly words: ReadonlySet<string>;
  readonly runs: string;
  readonly size: number;
}

/** Prepares a publication for guesses about many accounts. */
export function readClues(
  publication: Publication,
  rarity: Rarity,
): (text: string) => Readonly<Record<MembershipClue, number>> {
  const clusters = publication.clusters.map((cluster) => readCluster(cluster));
  const everything = new Set(clusters.flatMap(({ words }) => [...words]));
  return (text) => {
    const words = toWords(text);
    const own = new Set(words);
    let rare = 0;
    for (const word of own) if (everything.has(word)) rare += rarity(word) ** 2;
    const length = Math.sqrt([...own].reduce((sum, word) => sum + rarity(word) ** 2, 0)) || 1;
    let nearest = 0;
    let size = 0;
    let quoted = 0;
    for (const cluster of clusters) {
      let shared = 0;
      let norm = 0;
      for (const word of cluster.words) {
        const weight = rarity(word) ** 2;
        norm += weight;
        if (own.has(word)) shared += weight;
      }
      const likeness = shared / (length * Math.sqrt(norm || 1));
      if (likeness > nearest) {
        nearest = likeness;
        size = cluster.size;
      }
      quoted = Math.max(quoted, longestRun(words, cluster.runs));
    }
    return { "rare words": rare, quotation: quoted, "nearest name": nearest, "size of the nearest": size };
  };
}

function readCluster({ name, description, conversations }: PublishedText): ReadCluster {
  const words = toWords(`${name} ${description}`);
  return { words: new Set(words), runs: ` ${words.join(" ")} `, size: conversations };
}

/** Words in a row that stand in a text in the same order, at most twelve. */
function longestRun(words: readonly string[], runs: string): number {
  let longest = 0;
  for (let start = 0; start < words.length; start++) {
    while (
      longest < 12 &&
      start + longest < words.length &&
      runs.includes(` ${words.slice(start, start + longest + 1).join(" ")} `)
    )
      longest++;
  }
  return longest;
}
