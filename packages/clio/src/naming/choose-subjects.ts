import { contrastOf, type ClusterProfile, type PhraseUse } from "./cluster-profile.ts";
import { completePhrase, extendsPhrase } from "./complete-phrase.ts";
import { isTimePhrase, type NounPhrase } from "./noun-phrase.ts";
import type { LevelVocabulary } from "./level-vocabulary.ts";
import { definiteNouns } from "./lexicon.ts";
import { createPhrase, labelOf, nounsOf, verbOf, type Phrase } from "./phrase.ts";
import type { Manner } from "./write-phrase.ts";

/** One subject of a cluster: the phrase that speaks for it, how it is asked for, and which members it covers. */
export interface Subject {
  readonly phrase: Phrase;
  readonly manner: Manner;
  /** Members that speak of the same noun phrase in any form. */
  readonly covered: ReadonlySet<number>;
  /** Other verbs that are used with the same object: "change", "cancel" beside "set". */
  readonly otherVerbs: readonly string[];
  readonly worth: number;
}

/** A phrase with its contrast, reckoned once. */
export interface Weighed extends PhraseUse {
  readonly contrast: number;
  /** Share of the texts of the level that say it outside the cluster. */
  readonly elsewhere: number;
}

const mostSubjects = 4;
const candidatesKept = 120;

/** How much a share of the members counts: less than in proportion, so that a telling phrase beats a frequent one. */
function worthOf(count: number, contrast: number, profile: ClusterProfile): number {
  return (count / Math.max(1, profile.members)) ** 0.75 * contrast;
}

/** The phrases of a cluster that can be published, with their contrast, most worth first. */
export function weighPhrases(
  profile: ClusterProfile,
  vocabulary: LevelVocabulary,
  supports: (phrase: Phrase) => boolean,
): readonly Weighed[] {
  const weighed: Weighed[] = [];
  for (const use of profile.uses.values())
    weighed.push({
      ...use,
      contrast: contrastOf(use, profile, vocabulary),
      elsewhere:
        1 - use.members.length / Math.max(use.members.length, vocabulary.phrases.get(use.phrase.key)),
    });
  const order = (a: Weighed, b: Weighed): number =>
    worthOf(b.members.length, b.contrast, profile) - worthOf(a.members.length, a.contrast, profile) ||
    b.members.length - a.members.length ||
    (a.phrase.key < b.phrase.key ? -1 : 1);
  return weighed.toSorted(order).filter(({ phrase }) => supports(phrase));
}

/** The subjects of a cluster, best first; each adds members that those before it do not cover. */
export function chooseSubjects(profile: ClusterProfile, weighed: readonly Weighed[]): readonly Subject[] {
  const covered = new Set<number>();
  const subjects: Subject[] = [];
  const candidates = weighed
    .filter(
      (use) =>
        use.contrast > 0 &&
        !isInsideAnother(use, weighed) &&
        !(use.phrase.kind === "topic" && nounsOf(use.phrase).some(isBareTime)),
    )
    .slice(0, candidatesKept);
  while (subjects.length < mostSubjects) {
    const [best] = candidates
      .map((use) => ({ use, worth: worthOf(countWithout(use.members, covered), use.contrast, profile) }))
      .filter(({ worth, use }) => worth > 0 && !overlaps(use.phrase, subjects))
      .toSorted((a, b) => b.worth - a.worth || (a.use.phrase.key < b.use.phrase.key ? -1 : 1));
    if (best === undefined) break;
    const phrase = completePhrase(best.use, weighed);
    candidates.splice(candidates.indexOf(best.use), 1);
    if (
      phrase === null ||
      overlaps(phrase.phrase, subjects) ||
      (isVague(phrase.phrase) &&
        (subjects.length > 0 || !isTelling(phrase, profile) || hasClearTopic(profile, weighed)))
    )
      continue;
    const subject = toSubject(best.use, phrase, best.worth, profile, weighed);
    subjects.push(subject);
    for (const member of subject.covered) covered.add(member);
  }
  return subjects;
}

/** "day" and "march" describe requests of every subject; "vacation day" is one. */
function isBareTime(noun: NounPhrase): boolean {
  return noun.modifiers.length === 0 && isTimePhrase(noun);
}

/** Whether a noun stands mostly before another one: "credit" where people speak of credit scores. */
function isInsideAnother({ phrase, members }: Weighed, weighed: readonly Weighed[]): boolean {
  const [noun] = nounsOf(phrase);
  if (phrase.kind !== "topic" || noun === undefined || noun.modifiers.length > 0) return false;
  return weighed.some(
    (other) =>
      other.phrase.kind === "topic" &&
      other.members.length >= 0.6 * members.length &&
      nounsOf(other.phrase).some(({ modifiers }) => modifiers.includes(noun.head)),
  );
}

function isVague(phrase: Phrase): boolean {
  // "get something for an essay", "find something in Paris": only the place is said.
  if (phrase.kind === "deed" && phrase.parts[1] === "something" && lightVerbs.has(verbOf(phrase) ?? ""))
    return true;
  const unsaid =
    phrase.kind === "clause" &&
    phrase.parts[1] === "to" &&
    phrase.parts.length === 3 &&
    !/^(?:when|where|how )/u.test(labelOf(phrase));
  return (
    nounsOf(phrase).length === 0 &&
    (unsaid || phrase.parts.includes("something") || phrase.parts.includes("someone"))
  );
}

/** Whether most members speak of one thing: then "schedule something" says less than that thing. */
function hasClearTopic(profile: ClusterProfile, weighed: readonly Weighed[]): boolean {
  return weighed.some(
    ({ phrase, members, contrast }) =>
      phrase.kind === "topic" && contrast >= 1 && members.length >= 0.5 * profile.members,
  );
}

/** Whether a verb without a noun says enough: "spell something" does, "get something" does not. */
function isTelling({ phrase, members }: Weighed, profile: ClusterProfile): boolean {
  const verb = verbOf(phrase);
  if (phrase.kind === "clause" && phrase.parts[1] === "to" && phrase.parts.length === 3) return false;
  const share = members.length / Math.max(1, profile.members);
  if (nounsOf(phrase).length > 0) return false;
  return verb === null
    ? share >= 0.08
    : !lightVerbs.has(verb) && share >= (phrase.parts.includes("someone") ? 0.12 : 0.25);
}

const lightVerbs: ReadonlySet<string> = new Set([
  "get",
  "make",
  "do",
  "find",
  "take",
  "put",
  "give",
  "start",
  "have",
  "use",
  "buy",
  "tell",
  "show",
  "see",
  "call",
  "put on",
  "go to",
  "look at",
  "change",
  "check",
]);

function toSubject(
  chosen: Weighed,
  use: Weighed,
  worth: number,
  profile: ClusterProfile,
  weighed: readonly Weighed[],
): Subject {
  const [noun] = nounsOf(use.phrase);
  const topic = noun === undefined ? undefined : profile.uses.get(createPhrase("topic", noun).key);
  const covered = new Set([...chosen.members, ...use.members, ...(topic?.members ?? [])]);
  return {
    phrase: use.phrase,
    manner: mannerOf(use, profile),
    covered,
    otherVerbs: otherVerbsOf(use, weighed),
    worth,
  };
}

function mannerOf({ phrase, members }: Weighed, profile: ClusterProfile): Manner {
  if (phrase.kind === "deed") {
    const count = (kind: "action" | "how-to" | "permission"): number =>
      profile.uses.get(createPhrase(kind, ...phrase.parts).key)?.members.length ?? 0;
    if (count("how-to") > 0.5 * members.length && verbOf(phrase) !== "learn") return "learn";
    return count("permission") > 0.6 * members.length ? "may" : "do";
  }
  const [noun] = nounsOf(phrase);
  if (noun === undefined || (phrase.kind !== "topic" && phrase.kind !== "inquiry")) return "ask";
  if (profile.ownedShare(noun.head, "yours") > 0.4) return "yours";
  const asked = profile.uses.get(createPhrase("inquiry", noun).key)?.members.length ?? 0;
  const mentioned = profile.uses.get(createPhrase("topic", noun).key)?.members.length ?? 1;
  return (asked >= 0.25 * mentioned && profile.ownedShare(noun.head, "own") > 0.35) ||
    (definiteNouns.has(noun.head) && noun.modifiers.length === 0)
    ? "check"
    : "ask";
}

/** Verbs that say the same of most objects: the name needs one of them. */
const synonyms: readonly ReadonlySet<string>[] = [
  new Set(["show", "see", "view", "display", "look at", "read", "hear", "listen to", "pull up"]),
  new Set(["tell", "inform", "notify", "let", "alert", "contact"]),
  new Set(["make", "put in", "submit", "place", "create", "file"]),
  new Set(["find", "locate", "look up", "track"]),
  new Set(["book", "reserve"]),
  new Set(["transfer", "send", "move"]),
  new Set(["use", "switch to", "change to"]),
  new Set(["see", "find", "visit"]),
  new Set(["set", "set up", "create", "put on", "add"]),
];

function isSynonym(verb: string, known: readonly string[]): boolean {
  return synonyms.some((set) => set.has(verb) && known.some((other) => set.has(other)));
}

/** The verbs that stand beside the chosen one with the same object: of a deed, or of a question "when to replace a tire". */
function otherVerbsOf({ phrase, members }: Weighed, weighed: readonly Weighed[]): readonly string[] {
  const at = phrase.kind === "deed" ? 0 : phrase.kind === "clause" && phrase.parts[1] === "to" ? 2 : null;
  if (at === null || nounsOf(phrase).length === 0) return [];
  const verb = phrase.parts[at];
  if (typeof verb !== "string") return [];
  const told = new Set(members);
  const others: string[] = [];
  for (const candidate of weighed) {
    const other = candidate.phrase.parts[at];
    if (
      candidate.phrase.kind !== phrase.kind ||
      typeof other !== "string" ||
      other === "get" ||
      candidate.phrase.key === phrase.key ||
      isSynonym(other, [verb, ...others]) ||
      candidate.phrase.key !==
        createPhrase(phrase.kind, ...phrase.parts.slice(0, at), other, ...phrase.parts.slice(at + 1)).key
    )
      continue;
    const fresh = candidate.members.filter((member) => !told.has(member));
    if (fresh.length < Math.max(3, 0.3 * members.length) || others.length >= (at === 0 ? 2 : 1)) continue;
    others.push(other);
    for (const member of fresh) told.add(member);
  }
  return others;
}

function overlaps(phrase: Phrase, subjects: readonly Subject[]): boolean {
  const known = new Set(
    subjects.flatMap((subject) => nounsOf(subject.phrase).flatMap((noun) => [noun.head, ...noun.modifiers])),
  );
  const nouns = nounsOf(phrase);
  if (nouns.some((noun) => known.has(noun.head) || noun.modifiers.some((word) => known.has(word))))
    return true;
  const verb = verbOf(phrase);
  return subjects.some((subject) => {
    // "suggest meals" and "dinner suggestions" are one subject.
    const done = verbOf(subject.phrase) ?? "";
    if (done.length >= 5 && nouns.some((noun) => noun.head.startsWith(done.replace(/e$/u, "")))) return true;
    if (subject.phrase.key === phrase.key || extendsPhrase(subject.phrase, phrase)) return true;
    if (verb !== null && nouns.length === 0 && (verbOf(subject.phrase) === verb || known.has(verb)))
      return true;
    return phrase.kind === "assistant" && subject.phrase.kind === "assistant" && nouns.length === 0;
  });
}

function countWithout(members: readonly number[], covered: ReadonlySet<number>): number {
  if (covered.size === 0) return members.length;
  let count = 0;
  for (const member of members) if (!covered.has(member)) count++;
  return count;
}
