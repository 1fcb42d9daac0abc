import { toInflectionKey } from "../words/inflection-key.ts";
import type { Material } from "./compose-names.ts";
import type { Subject } from "./choose-subjects.ts";
import { joinWords } from "./inflect.ts";
import type { LevelVocabulary } from "./level-vocabulary.ts";
import type { NounPhrase } from "./noun-phrase.ts";
import { nounsOf } from "./phrase.ts";

/** Share of the members that makes a subject that of most of them, and below which it is only that of some. */
const mostShare = 0.6;
const someShare = 0.2;
/** Share of the members from which on many mention a topic, and below which it is no longer worth a word. */
const manyShare = 0.25;
const leastShare = 0.03;

/**
 * Two short sentences in the past tense, made of supported phrases alone: what most users asked and what others did,
 * then what else they mentioned. "Most users asked to set alarms, others to set timers. Some mentioned work."
 *
 * @param askedOf what comes after "asked" for a subject; the whole predicate for a move of the dialogue.
 */
export function describeCluster(
  { profile, subjects, topics, supports }: Material,
  vocabulary: LevelVocabulary,
  askedOf: (subject: Subject) => string,
): string {
  const told: string[] = [];
  const used = new Set<string>();
  for (const subject of subjects.slice(0, 3)) {
    const share = subject.covered.size / Math.max(1, profile.members);
    const text = subject.phrase.kind === "act" ? askedOf(subject) : `asked ${askedOf(subject)}`;
    if (told.length === 2 || (told.length > 0 && share < 0.08) || !supports(text) || told.includes(text))
      continue;
    told.push(told.length === 0 ? `${leadOf(share)} ${text}` : withoutRepetition(text, told[0] ?? ""));
    for (const noun of nounsOf(subject.phrase)) keysOf(noun).forEach((key) => used.add(key));
    for (const word of text.split(" ")) used.add(toInflectionKey(word));
  }
  const [first, second] = told;
  if (first === undefined) {
    const about = topics.slice(0, 3).map(({ text }) => text);
    return about.length === 0
      ? "Users asked about various topics."
      : `Users asked about various topics, among them ${joinWords(about)}.`;
  }
  const opening = second === undefined ? `${first}.` : `${first}, others ${second}.`;
  const mentioned = topics
    .filter(
      ({ noun, share }) =>
        share >= leastShare &&
        !["time", "country", "people", "thing"].includes(noun.head) &&
        ![...noun.modifiers, noun.head].some((word) => vocabulary.isNameLike(word)) &&
        !vocabulary.isVerbLike(noun.head) &&
        !keysOf(noun).some((key) => isUsed(key, used)),
    )
    .slice(0, 3);
  const many = mentioned.filter(({ share }) => share >= manyShare).map(({ text }) => text);
  const some = mentioned.filter(({ share }) => share < manyShare).map(({ text }) => text);
  const parts = [
    ...(many.length > 0 ? [`many mentioned ${joinWords(many)}`] : []),
    ...(some.length > 0
      ? [
          many.length > 0
            ? `some also ${joinWords(some)}`
            : `${first.startsWith("Requests varied") ? "others" : "some"} mentioned ${joinWords(some)}`,
        ]
      : []),
  ];
  const sentence = parts.join(", ");
  if (sentence === "" || !supports(sentence)) return opening;
  return `${opening} ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function leadOf(share: number): string {
  return share >= mostShare ? "Most users" : share >= someShare ? "Users" : "Requests varied: some";
}

/** "asked about fees" after "asked about cards" is "about fees". */
function withoutRepetition(text: string, first: string): string {
  for (const start of ["asked the assistant ", "asked "])
    if (text.startsWith(start) && first.includes(` ${start}`)) return text.slice(start.length);
  return text;
}

/** "suggestion" after "suggest" says nothing new. */
function isUsed(key: string, used: ReadonlySet<string>): boolean {
  return (
    used.has(key) || (key.length > 6 && [...used].some((known) => known.length >= 5 && key.startsWith(known)))
  );
}

function keysOf(noun: NounPhrase): readonly string[] {
  return [...noun.modifiers, noun.head].flatMap((word) => word.split(" ")).map(toInflectionKey);
}
