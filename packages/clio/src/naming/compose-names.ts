import type { ClusterName } from "../analyst.ts";
import type { Subject, Weighed } from "./choose-subjects.ts";
import type { ClusterProfile } from "./cluster-profile.ts";
import { describeCluster } from "./describe-cluster.ts";
import { joinWords, toSentenceCase } from "./inflect.ts";
import type { Proposals } from "./distinct-names.ts";
import { joinNames } from "./join-names.ts";
import { definiteNouns } from "./lexicon.ts";
import { longestName } from "./longest-name.ts";
import type { LevelVocabulary } from "./level-vocabulary.ts";
import { isTimePhrase, type NounPhrase } from "./noun-phrase.ts";
import { nounsOf, verbOf } from "./phrase.ts";
import { writeNounPhrase } from "./write-noun-phrase.ts";
import { writePhrase, type WrittenPhrase } from "./write-phrase.ts";

/** Share of members below which a first subject does not speak for the cluster alone. */
const clearShare = 0.6;
/** The same for a subject of one word. */
const terseShare = 0.85;
/** Share of members that a further subject must add to be named. */
const furtherShare = 0.12;
/** Share of members below which all subjects together are no pattern. */
const patternShare = 0.15;

/** What can be said of one cluster, to choose from and to put together. */
export interface Material {
  readonly profile: ClusterProfile;
  readonly subjects: readonly Subject[];
  /** Noun phrases by worth, best first, as they are written in the plural. */
  readonly topics: readonly Topic[];
  readonly supports: (text: string) => boolean;
}

export interface Topic {
  readonly noun: NounPhrase;
  readonly text: string;
  readonly share: number;
}

/** The topics of a cluster by worth, none sharing a word with one before it. */
export function listTopics(
  profile: ClusterProfile,
  weighed: readonly Weighed[],
  vocabulary: LevelVocabulary,
): readonly Topic[] {
  const topics: Topic[] = [];
  const known = new Set<string>();
  const phrases = weighed.filter(({ phrase }) => phrase.kind === "topic" && phrase.parts.length === 1);
  // "costa" in "costa mesa": a word that mostly stands inside one longer phrase is no topic of its own.
  const isInner = (noun: NounPhrase, count: number): boolean =>
    noun.modifiers.length === 0 &&
    phrases.some(
      ({ phrase, members }) =>
        members.length >= 0.5 * count &&
        nounsOf(phrase).some(({ modifiers }) => modifiers.includes(noun.head)),
    );
  for (const { phrase, contrast, members } of weighed) {
    const [noun] = nounsOf(phrase);
    if (topics.length >= 8) break;
    if (
      phrase.kind !== "topic" ||
      noun === undefined ||
      contrast <= 0 ||
      isTimePhrase(noun) ||
      (noun.head === "time" && members.length < 0.3 * profile.members) ||
      wordsOf(noun).some((word) => known.has(word)) ||
      topics.some(({ text }) => text === writeNounPhrase(noun, "many", vocabulary)) ||
      isInner(noun, members.length) ||
      phrase.parts.length > 1
    )
      continue;
    topics.push({
      noun,
      text: writeNounPhrase(noun, "many", vocabulary),
      share: members.length / Math.max(1, profile.members),
    });
    for (const word of wordsOf(noun)) known.add(word);
  }
  return topics;
}

/** Names with descriptions, and longer ones that tell a cluster from another of the same name; all pass the support rule. */
export function composeNames(
  material: Material,
  parentNames: readonly string[],
  vocabulary: LevelVocabulary,
): Proposals {
  const { profile, subjects, topics, supports } = material;
  const description = describeCluster(
    material,
    vocabulary,
    (subject) => writtenOf(subject, vocabulary, true).asked,
  );
  const toNames = (texts: readonly string[]): readonly ClusterName[] =>
    [...new Set(texts.map(toSentenceCase))]
      .filter((name) => name.split(" ").length <= longestName && supports(name))
      .map((name) => ({ name, description }));
  const [first, ...others] = subjects;
  const names = [...parentNames];
  const distinguished: string[] = [];
  if (first !== undefined) {
    names.push(...namesOfSubjects(first, others, material, vocabulary));
    const written = writtenOf(first, vocabulary, false);
    const among =
      parentNames[0] === undefined
        ? written
        : { name: parentNames[0], opening: parentNames[0].split(" ")[0] ?? "" };
    for (const other of others)
      if (other.phrase.kind !== "act")
        distinguished.push(joinNames([among, writtenOf(other, vocabulary, false)]));
    const said = new Set(nounsOf(first.phrase).flatMap(wordsOf));
    for (const { noun, text } of topics) {
      if (
        !wordsOf(noun).some(
          (word) => said.has(word) || vocabulary.isVerbLike(word) || vocabulary.isNameLike(word),
        )
      )
        distinguished.push(joinNames([among, { name: `ask about ${text}`, opening: "ask about" }]));
    }
    names.push(...others.map((other) => writtenOf(other, vocabulary, false).name));
  }
  for (const count of [3, 2])
    if (topics.length >= count)
      names.push(`ask about ${joinWords(topics.slice(0, count).map(({ text }) => text))}`);
  for (const { text } of topics) names.push(`ask about ${text}`);
  names.push(...lastResorts(profile, vocabulary, supports));
  return { names: toNames(names), distinguished: toNames(distinguished), worth: first?.worth ?? 0 };
}

function namesOfSubjects(
  first: Subject,
  others: readonly Subject[],
  { profile, topics }: Material,
  vocabulary: LevelVocabulary,
): readonly string[] {
  const names: string[] = [];
  const share = first.covered.size / profile.members;
  const [noun, ...more] = nounsOf(first.phrase);
  // A single word says little: it may cover more and still need a second subject beside it.
  const terse =
    (first.phrase.kind === "topic" || first.phrase.kind === "inquiry") &&
    more.length === 0 &&
    noun?.modifiers.length === 0 &&
    !definiteNouns.has(noun.head);
  const enough = terse ? terseShare : clearShare;
  const told = new Set(first.covered);
  const further: Subject[] = [];
  for (const other of others.slice(0, 2)) {
    const fresh = [...other.covered].filter((member) => !told.has(member)).length / profile.members;
    // "how many times", "is it time to": hardly ever what is asked for.
    if (nounsOf(other.phrase).some(({ head }) => head === "time")) continue;
    if (other.phrase.kind === "act" || (first.phrase.kind === "act" && share >= 0.3)) continue;
    if (
      fresh < (terse && told.size === first.covered.size ? furtherShare / 2 : furtherShare) ||
      told.size / profile.members > enough ||
      other.worth < 0.3 * first.worth
    )
      continue;
    further.push(other);
    for (const member of other.covered) told.add(member);
  }
  const weakAct = first.phrase.kind === "act" && share < 0.15;
  const bare = weakAct || first.phrase.kind === "topic" || first.phrase.kind === "inquiry";
  const scattered =
    told.size / profile.members < (bare ? patternShare : patternShare / 3) && topics.length >= 2;
  if (scattered) names.push(`mixed requests about ${joinWords(topics.slice(0, 3).map(({ text }) => text))}`);
  if (further.length > 0) {
    names.push(
      joinNames(
        [first, ...further].map((subject) =>
          writtenOf(subject, vocabulary, further.length === 1 && share < 0.3),
        ),
      ),
    );
    names.push(
      joinNames([first, ...further.slice(0, 1)].map((subject) => writtenOf(subject, vocabulary, false))),
    );
  }
  return [...names, writtenOf(first, vocabulary, true).name, writtenOf(first, vocabulary, false).name];
}

/** Names for what has no pattern, several because no two clusters of a level may be called the same. */
const emptyNames = [
  "mixed requests",
  "further mixed requests",
  "various requests",
  "other requests",
  "various other requests",
  "several kinds of requests",
  "further requests of various kinds",
  "mixed requests on various subjects",
];

/** Names from the most frequent single words that can be published at all, down to a name that says nothing. */
function lastResorts(
  profile: ClusterProfile,
  vocabulary: LevelVocabulary,
  supports: (text: string) => boolean,
): readonly string[] {
  const frequent = [...profile.uses.values()]
    .filter(
      ({ phrase }) =>
        phrase.kind === "topic" &&
        nounsOf(phrase).every((noun) => noun.modifiers.length === 0 && !isTimePhrase(noun)),
    )
    .toSorted((a, b) => b.members.length - a.members.length || (a.phrase.key < b.phrase.key ? -1 : 1))
    .flatMap(({ phrase }) => nounsOf(phrase))
    .filter(({ head }) => !vocabulary.isNameLike(head))
    .map((noun) => writeNounPhrase(noun, "many", vocabulary))
    .filter((text) => supports(text))
    .slice(0, 4);
  const verbs = [...profile.uses.values()]
    .filter(({ phrase }) => phrase.kind === "deed" && phrase.parts.length === 1)
    .toSorted((a, b) => b.members.length - a.members.length || (a.phrase.key < b.phrase.key ? -1 : 1))
    .flatMap(({ phrase }) => verbOf(phrase) ?? [])
    .filter((verb) => supports(verb))
    .slice(0, 3);
  const about = [3, 2, 1]
    .filter((count) => frequent.length >= count)
    .map((count) => `mixed requests about ${joinWords(frequent.slice(0, count))}`);
  const to = [3, 2]
    .filter((count) => verbs.length >= count)
    .map((count) => `mixed requests to ${joinWords(verbs.slice(0, count))}`);
  return [...about, ...to, ...emptyNames];
}

function writtenOf(subject: Subject, vocabulary: LevelVocabulary, allVerbs: boolean): WrittenPhrase {
  const { name, opening, asked } = writePhrase(subject.phrase, subject.manner, vocabulary);
  if (!allVerbs || subject.otherVerbs.length === 0) return { name, opening, asked };
  if (subject.phrase.kind === "clause") {
    const [, , verb = ""] = subject.phrase.parts;
    const either = (text: string): string =>
      typeof verb === "string"
        ? text.replace(`to ${verb} `, `to ${joinWords([verb, ...subject.otherVerbs], "or")} `)
        : text;
    return { name: either(name), opening, asked: either(asked) };
  }
  if (subject.manner !== "do") return { name, opening, asked };
  const verbs = joinWords([opening, ...subject.otherVerbs], "or");
  return {
    name: `${verbs}${name.slice(opening.length)}`,
    opening: verbs,
    asked: asked.replace(`to ${opening}`, `to ${verbs}`),
  };
}

function wordsOf(noun: NounPhrase): readonly string[] {
  return [...noun.modifiers, noun.head];
}
