import type { Weighed } from "./choose-subjects.ts";
import { keyOf, type NounPhrase } from "./noun-phrase.ts";
import { joinWords } from "./inflect.ts";
import { createPhrase, labelOf, nounsOf, verbOf, type Phrase } from "./phrase.ts";

/**
 * Turns what sets a cluster apart into something that can be said: a bare topic becomes what is mostly done with it
 * or asked about it, a bare verb gets its object, and either grows by the words that most of its members add.
 *
 * Null where a bare verb has no object to name.
 */
export function completePhrase(use: Weighed, weighed: readonly Weighed[]): Weighed | null {
  const said = use.phrase.kind === "topic" ? sayWhatOf(use, weighed) : use;
  const whole =
    verbOf(said.phrase) !== null && nounsOf(said.phrase).length === 0 ? withObject(said, weighed) : said;
  return whole === null ? null : specialise(whole, weighed);
}

/** The deed or question that is mostly joined with a topic; the topic itself where there is none. */
function sayWhatOf(topic: Weighed, weighed: readonly Weighed[]): Weighed {
  const [noun] = nounsOf(topic.phrase);
  if (noun === undefined) return topic;
  const within = new Set(topic.members);
  const countOf = (use: Weighed): number => use.members.filter((member) => within.has(member)).length;
  const joined = weighed.filter(
    ({ phrase }) =>
      ["deed", "clause", "assistant", "report", "inquiry"].includes(phrase.kind) && holds(phrase, noun),
  );
  const asked = joined.filter(({ phrase }) => phrase.kind === "inquiry" && nounsOf(phrase).length === 1);
  const inquiries = Math.max(0, ...asked.map(countOf));
  const labelled = new Map<string, Set<number>>();
  for (const { phrase, members } of joined) {
    if (phrase.kind !== "clause") continue;
    const label = labelOf(phrase);
    const all = labelled.get(label) ?? new Set<number>();
    for (const member of members) if (within.has(member)) all.add(member);
    labelled.set(label, all);
  }
  const deeds = new Set(
    joined
      .filter(({ phrase }) => phrase.kind === "deed" && isObject(phrase, noun))
      .flatMap(({ members }) => members),
  );
  const options = joined.flatMap((use) => {
    const { phrase } = use;
    const share = countOf(use) / topic.members.length;
    if (phrase.kind === "inquiry")
      return nounsOf(phrase).length > 1 && share >= 0.3 ? [{ use, score: share }] : [];
    if (phrase.kind === "deed" && !isObject(phrase, noun)) {
      // "add something to a calendar": the topic stands after the preposition.
      const vague = phrase.parts.includes("something") ? 0.8 : 1;
      return share >= 0.1 && phrase.parts.length <= 4
        ? [{ use, score: share * vague * Math.min(2, 0.5 + use.contrast) }]
        : [];
    }
    const asObject =
      phrase.kind === "clause" &&
      phrase.parts[1] === "something" &&
      phrase.parts.length === 4 &&
      phrase.parts[2] !== "has";
    if (asObject) return share >= 0.2 ? [{ use, score: 0.8 * share * Math.min(2, 0.5 + use.contrast) }] : [];
    if (nounsOf(phrase).length > 1 || phrase.parts.includes("something")) return [];
    if (phrase.kind === "deed") {
      const common = deeds.size >= 0.5 * inquiries || share >= 0.25;
      const plain = phrase.parts[0] === "get" ? 0.5 : 1;
      return common && share >= 0.08 ? [{ use, score: share * plain * Math.min(2, 0.5 + use.contrast) }] : [];
    }
    if (phrase.kind === "clause") {
      const labelShare = (labelled.get(labelOf(phrase))?.size ?? 0) / topic.members.length;
      const telling = phrase.parts.length > 2 || nounsOf(phrase).length > 1;
      return telling && (share >= 0.2 || (labelShare >= 0.2 && share >= 0.08))
        ? [{ use, score: share * Math.min(2, 0.5 + use.contrast) }]
        : [];
    }
    return (phrase.kind === "assistant" && share >= 0.25) || (phrase.kind === "report" && share >= 0.3)
      ? [{ use, score: share }]
      : [];
  });
  const [best] = options.toSorted(
    (a, b) => b.score - a.score || (a.use.phrase.key < b.use.phrase.key ? -1 : 1),
  );
  return best?.use ?? topic;
}

/** A bare verb with its most frequent object or prepositional phrase. */
function withObject(use: Weighed, weighed: readonly Weighed[]): Weighed | null {
  const grown = weighed.filter(
    ({ phrase }) => phrase.kind === use.phrase.kind && extendsPhrase(phrase, use.phrase),
  );
  const direct = grown.filter(
    ({ phrase }) => typeof phrase.parts[1] === "object" && phrase.parts.length === 2,
  );
  const usable = (candidates: readonly Weighed[], share: number): Weighed | undefined =>
    candidates
      .filter(({ members }) => members.length >= Math.max(2, share * use.members.length))
      .toSorted(
        (a, b) =>
          b.members.length * (0.5 + b.contrast) - a.members.length * (0.5 + a.contrast) ||
          (a.phrase.key < b.phrase.key ? -1 : 1),
      )[0];
  const vague = weighed.filter(
    ({ phrase }) =>
      phrase.kind === use.phrase.kind &&
      phrase.parts[0] === use.phrase.parts[0] &&
      phrase.parts[1] === "something",
  );
  const vagueWithMore = vague.filter(({ phrase }) => phrase.parts.length > 2);
  return (
    usable(direct, 0.2) ?? usable(vagueWithMore, 0.2) ?? usable(grown, 0.1) ?? usable(vague, 0.4) ?? null
  );
}

/** Takes a longer phrase of the same kind where most of its members say that: "rate" -> "exchange rate". */
function specialise(use: Weighed, weighed: readonly Weighed[]): Weighed {
  let current = use;
  for (let round = 0; round < 3; round++) {
    const [longer] = weighed
      .filter(
        ({ phrase, members }) =>
          members.length >= current.members.length * 0.4 && extendsPhrase(phrase, current.phrase),
      )
      .toSorted((a, b) => b.members.length - a.members.length || (a.phrase.key < b.phrase.key ? -1 : 1));
    if (longer === undefined) return withAlternatives(current, weighed);
    current = longer;
  }
  return current;
}

/** Joins the adjectives that together most members add: "report cards" -> "report lost or stolen cards". */
function withAlternatives(use: Weighed, weighed: readonly Weighed[]): Weighed {
  const last = use.phrase.parts.at(-1);
  if (use.phrase.kind !== "deed" || typeof last !== "object" || last.modifiers.length > 0) return use;
  const before = use.phrase.parts.slice(0, -1);
  const told = new Set<number>();
  const words: string[] = [];
  for (const { phrase, members, contrast } of weighed) {
    const noun = phrase.parts.at(-1);
    if (
      typeof noun !== "object" ||
      noun.modifiers.length !== 1 ||
      noun.head !== last.head ||
      words.length >= 3
    )
      continue;
    const asNoun = weighed.some((other) => other.phrase.key === `topic: {${noun.modifiers[0] ?? ""}}`);
    if (
      asNoun ||
      phrase.key !== createPhrase(use.phrase.kind, ...before, noun).key ||
      contrast < 0.5 * use.contrast ||
      members.length < Math.max(3, 0.1 * use.members.length)
    )
      continue;
    words.push(noun.modifiers[0] ?? "");
    for (const member of members) told.add(member);
  }
  if (words.length < 2 || told.size < 0.35 * use.members.length) return use;
  return {
    ...use,
    phrase: createPhrase(use.phrase.kind, ...before, {
      modifiers: [joinWords(words, "or")],
      head: last.head,
    }),
  };
}

/** Whether the longer phrase is the shorter one with more before a noun or with something after it. */
export function extendsPhrase(longer: Phrase, shorter: Phrase): boolean {
  if (longer.kind === "topic" && shorter.kind === "topic" && longer.parts.length > shorter.parts.length) {
    const [part] = shorter.parts;
    return (
      typeof part === "object" &&
      shorter.parts.length === 1 &&
      nounsOf(longer).some((noun) => keyOf(noun) === keyOf(part))
    );
  }
  if (
    longer.kind !== shorter.kind ||
    (longer.parts.includes("something") && !shorter.parts.includes("something")) ||
    longer.parts.length < shorter.parts.length
  )
    return false;
  let words = longer.parts.length - shorter.parts.length;
  for (const [index, part] of shorter.parts.entries()) {
    const other = longer.parts[index];
    if (typeof part === "string" || typeof other === "string" || other === undefined) {
      if (part !== other) return false;
    } else {
      if (!isWithin(part, other, shorter.kind === "topic")) return false;
      words += other.modifiers.length - part.modifiers.length;
    }
  }
  return words > 0;
}

/** Whether a noun phrase is the end of another, or for topics any part of it. */
function isWithin(inner: NounPhrase, outer: NounPhrase, anywhere: boolean): boolean {
  return anywhere ? ` ${keyOf(outer)} `.includes(` ${keyOf(inner)} `) : isOrEndsIn(outer, inner);
}

function holds(phrase: Phrase, noun: NounPhrase): boolean {
  return nounsOf(phrase).some((other) => isOrEndsIn(other, noun));
}

function isObject(phrase: Phrase, noun: NounPhrase): boolean {
  const object = phrase.parts[1];
  return typeof object === "object" && isOrEndsIn(object, noun);
}

function isOrEndsIn(noun: NounPhrase, end: NounPhrase): boolean {
  return keyOf(noun) === keyOf(end) || keyOf(noun).endsWith(` ${keyOf(end)}`);
}
