import type { ClusterToNameLexically } from "../analyst.ts";
import { sureLogOdds } from "./contrast.ts";
import type { LevelVocabulary } from "./level-vocabulary.ts";
import { classOf } from "./lexicon.ts";
import { isTimePhrase } from "./noun-phrase.ts";
import { nounsOf, type Phrase } from "./phrase.ts";
import { readPhrases } from "./read-phrases.ts";

/** A phrase with the members that say it. */
export interface PhraseUse {
  readonly phrase: Phrase;
  /** Ascending indices of members. */
  readonly members: readonly number[];
  /** How many of the shown outsiders say it. */
  readonly outsiders: number;
}

/** What the members of a cluster say. */
export interface ClusterProfile {
  readonly members: number;
  readonly outsiders: number;
  readonly uses: ReadonlyMap<string, PhraseUse>;
  /** Share of the mentions of a head noun that call it the user's own ("my balance") or the assistant's ("your name"). */
  readonly ownedShare: (head: string, by: "own" | "yours") => number;
}

const mostOutsiders = 50;

/** Reads a cluster once and adds what it says to the vocabulary of its level. */
export function profileCluster(cluster: ClusterToNameLexically, vocabulary: LevelVocabulary): ClusterProfile {
  const gathered = new Map<
    string,
    { readonly phrase: Phrase; readonly members: number[]; outsiders: number }
  >();
  const owned = new Map<string, { own: number; yours: number; total: number }>();
  for (const [index, text] of cluster.members.entries()) {
    const { phrases, mentions, sentences } = readPhrases(text);
    vocabulary.addMentions(mentions);
    vocabulary.addSentences(sentences);
    vocabulary.texts++;
    for (const { phrase, determiner } of mentions) {
      const count = owned.get(phrase.head) ?? { own: 0, yours: 0, total: 0 };
      count.total++;
      if (determiner === "own" || determiner === "yours") count[determiner]++;
      owned.set(phrase.head, count);
    }
    for (const [key, phrase] of phrases) {
      vocabulary.phrases.add(key);
      const use = gathered.get(key);
      if (use === undefined) gathered.set(key, { phrase, members: [index], outsiders: 0 });
      else use.members.push(index);
    }
  }
  // A phrase that few members share can neither name the cluster nor pass the support rule.
  const least = Math.max(2, Math.ceil(cluster.members.length * 0.015));
  for (const [key, use] of gathered) if (use.members.length < least) gathered.delete(key);
  const outsiders = cluster.outsiders.slice(0, mostOutsiders);
  for (const text of outsiders) {
    for (const key of readPhrases(text).phrases.keys()) {
      const use = gathered.get(key);
      if (use !== undefined) use.outsiders++;
    }
  }
  return {
    members: cluster.members.length,
    outsiders: outsiders.length,
    uses: gathered,
    ownedShare: (head, by) => {
      const count = owned.get(head);
      return count === undefined ? 0 : count[by] / count.total;
    },
  };
}

/**
 * How much a phrase sets a cluster apart, from 0 to about 5: log-odds against the level and, weighted more, against
 * the nearest outsiders, times the worth of its form.
 */
export function contrastOf(use: PhraseUse, profile: ClusterProfile, vocabulary: LevelVocabulary): number {
  const inside = use.members.length;
  const everywhere = Math.max(inside, vocabulary.phrases.get(use.phrase.key));
  const level = sureLogOdds({
    inside,
    insideTexts: profile.members,
    outside: everywhere - inside,
    outsideTexts: vocabulary.texts - profile.members,
  });
  const near = sureLogOdds({
    inside,
    insideTexts: profile.members,
    outside: use.outsiders,
    outsideTexts: profile.outsiders,
  });
  return (
    Math.max(0, 0.6 * clamp(level, -2, 4) + 0.6 * clamp(near, -2, 3) + 0.4) *
    formWeight(use) *
    nounWeight(use.phrase, inside / Math.max(1, profile.members), vocabulary)
  );
}

/** Names and mistaken verbs hardly ever say what a cluster is about; a name that few members say is none of the reader's business. */
function nounWeight(phrase: Phrase, share: number, vocabulary: LevelVocabulary): number {
  let weight = 1;
  for (const { head, modifiers } of nounsOf(phrase)) {
    const general = head === "people" || head === "person" || head === "country";
    if (general && modifiers.length === 0)
      weight *= phrase.kind === "topic" || phrase.kind === "inquiry" ? 0.3 : 0.8;
    if (classOf(head) !== null) weight *= 0.35;
    else if (vocabulary.isNameLike(head)) weight *= share >= 0.2 ? 0.35 : 0;
    else if (modifiers.length === 0 && vocabulary.isVerbLike(head)) weight *= 0.2;
    if (modifiers.some((word) => vocabulary.isNameLike(word))) weight *= 0.5;
  }
  return weight;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** How much worth a phrase has by its form alone: "set alarm" says more than "set" or "alarm". */
function formWeight({ phrase }: PhraseUse): number {
  const nouns = nounsOf(phrase);
  if (nouns.some(isTimePhrase)) return phrase.kind === "topic" ? 0.15 : 0.4;
  const vague = phrase.parts.includes("something") || phrase.parts.includes("someone");
  switch (phrase.kind) {
    case "act":
      return 1.3;
    case "deed":
      if (nouns.length === 0 && !vague) return phrase.parts[0] === "get" ? 0 : 0.55;
      return phrase.parts[0] === "get" ? 0.7 : vague ? (nouns.length > 0 ? 0.75 : 0.45) : 1;
    case "clause":
      if (nouns.length === 0 && phrase.parts[1] === "to") return vague ? 0.6 : 0.15;
      return nouns.length === 0 && !vague ? 0.4 : vague ? 0.7 : 1;
    case "assistant":
      return nouns.length > 0 ? 1.1 : phrase.parts.length > 2 ? 0.9 : 0.4;
    case "report":
      return nouns.length === 0 ? 0.1 : 0.8;
    case "topic":
      return nouns[0] !== undefined && nouns[0].modifiers.length > 0 ? 0.92 : 0.75;
    case "inquiry":
      return nouns.length > 1 ? 0.9 : 0;
    case "action":
    case "how-to":
    case "permission":
      return 0;
  }
}
