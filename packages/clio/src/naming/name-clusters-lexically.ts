import type { CallOptions } from "@observatory/core";
import type { ClusterName, ClusterToNameLexically } from "../analyst.ts";
import { chooseSubjects, weighPhrases } from "./choose-subjects.ts";
import { profileCluster, type ClusterProfile } from "./cluster-profile.ts";
import { composeNames, listTopics } from "./compose-names.ts";
import { makeDistinct, type Proposals } from "./distinct-names.ts";
import {
  countKeywords,
  foreignLanguageOf,
  nameForeignCluster,
  type KeywordCounts,
  type MainLanguage,
} from "./foreign-names.ts";
import { isDecent } from "./is-decent.ts";
import { createLevelVocabulary, type LevelVocabulary } from "./level-vocabulary.ts";
import { composeParentNames } from "./parent-names.ts";
import { writePhrase } from "./write-phrase.ts";

/** What was read of a cluster: phrases where it is English, keywords where it is not. */
type ReadCluster =
  | { readonly language: null; readonly profile: ClusterProfile }
  | { readonly language: MainLanguage; readonly keywords: KeywordCounts };

/**
 * Names the clusters of one level without a model: proposals for each, best first, each passing the support rule.
 *
 * A name says what is done or asked in a cluster and hardly elsewhere: verbs with objects, indirect questions and
 * noun phrases are counted by member, contrasted with the nearest outsiders and with the whole level by log-odds
 * with an informative Dirichlet prior (Monroe et al. 2008), completed to phrases, and written as an imperative of
 * at most ten words. No two clusters of a level have a proposal in common. Clusters in other languages than English
 * are named by quoted keywords. No name is vulgar. A cluster of which nothing may be said gets an empty list.
 *
 * Deterministic; each member is read once; memory grows with clusters, not with texts. Throws the reason of an abort.
 *
 * @example
 * nameClustersLexically([{ members, outsiders, children: [], supports }]); // [[{ name: "Set alarms and timers", ... }]]
 */
export function nameClustersLexically(
  given: readonly ClusterToNameLexically[],
  options: CallOptions = {},
): readonly (readonly ClusterName[])[] {
  // What may not be said for its vulgarity is treated like what too few say.
  const clusters = given.map((cluster) => ({
    ...cluster,
    supports: (text: string) => isDecent(text) && cluster.supports(text),
  }));
  const vocabulary = createLevelVocabulary();
  const read = clusters.map((cluster): ReadCluster => {
    options.signal?.throwIfAborted();
    const language = foreignLanguageOf(cluster.members);
    if (language !== null) return { language, keywords: countKeywords(cluster.members, language.code) };
    return { language, profile: profileCluster(cluster, vocabulary) };
  });
  const proposals = clusters.map((cluster, index): Proposals => {
    options.signal?.throwIfAborted();
    const own = read[index];
    if (own === undefined) return { names: [], distinguished: [], worth: 0 };
    if (own.language === null) return nameEnglishCluster(cluster, own.profile, vocabulary);
    const { language } = own;
    const others = read.flatMap((other, at) =>
      other.language !== null && at !== index && other.language.code === language.code
        ? [{ keywords: other.keywords, members: clusters[at]?.members.length ?? 0 }]
        : [],
    );
    return {
      names: nameForeignCluster(cluster, language, own.keywords, others),
      distinguished: [],
      worth: language.share,
    };
  });
  return makeDistinct(proposals);
}

function nameEnglishCluster(
  cluster: ClusterToNameLexically,
  profile: ClusterProfile,
  vocabulary: LevelVocabulary,
): Proposals {
  // A text is supported if its words are; texts share most of their words.
  const known = new Map<string, boolean>();
  const supportsWord = (word: string): boolean => {
    const answer = known.get(word) ?? cluster.supports(word);
    known.set(word, answer);
    return answer;
  };
  // Words first: most texts fail by one, and only what passes is worth a look at its pairs.
  const supports = (text: string): boolean =>
    text.split(" ").every(supportsWord) && (!text.includes(" ") || supportsWord(text));
  const weighed = weighPhrases(profile, vocabulary, (phrase) =>
    supports(writePhrase(phrase, "ask", vocabulary).name),
  );
  const subjects = chooseSubjects(profile, weighed);
  const topics = listTopics(profile, weighed, vocabulary);
  const parentNames =
    cluster.children.length > 1 ? composeParentNames(cluster.children, cluster.members, topics) : [];
  return composeNames({ profile, subjects, topics, supports }, parentNames, vocabulary);
}
