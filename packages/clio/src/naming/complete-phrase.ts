import type { Weighed } from "./choose-subjects.ts";
import { keyOf, type NounPhrase } from "./noun-phrase.ts";
import { joinWords } from "./inflect.ts";
import { definiteNouns, emptyNouns } from "./lexicon.ts";
import { createPhrase, labelOf, nounsOf, verbOf, type Part, type Phrase } from "./phrase.ts";

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
  // A single word is vague: what is said of it counts earlier, even where many ways of saying it divide the count.
  const terse = noun.modifiers.length === 0 && !definiteNouns.has(noun.head);
  const enough = Math.max(3, (terse ? 0.1 : 0.2) * topic.members.length) / topic.members.length;
  const options = joined.flatMap((use) => {
    const { phrase } = use;
    const share = countOf(use) / topic.members.length;
    if (phrase.kind === "inquiry") {
      if (nounsOf(phrase).length < 2) return [];
      const together = countTogether(phrase, within, weighed) / topic.members.length;
      const said = terse && use.members.length >= 3 && use.contrast >= topic.contrast ? together : 0;
      return share >= 0.3 || said >= 0.2 ? [{ use, score: Math.max(share, 0.6 * said) + 0.1 * share }] : [];
    }
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
      return telling && (share >= enough || (labelShare >= 0.2 && share >= 0.08))
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
  const narrow = terse ? narrowest(topic, weighed) : null;
  if (best === undefined) return narrow ?? topic;
  // "vacation days" says the same as "the day of a vacation", and better.
  return (best.use.phrase.kind === "inquiry" ? compoundOf(best.use, weighed) : null) ?? best.use;
}

/** "status of flight" -> "flight status", where people say that too. */
function compoundOf({ phrase, members }: Weighed, weighed: readonly Weighed[]): Weighed | null {
  const [head, ...owners] = nounsOf(phrase);
  if (head === undefined) return null;
  const whole = owners.map((owner) => keyOf(owner)).join(" ");
  const found = weighed.find(
    (other) =>
      other.phrase.kind === "topic" &&
      other.phrase.parts.length === 1 &&
      nounsOf(other.phrase).some((noun) => keyOf(noun) === `${whole} ${head.head}`),
  );
  return found !== undefined && found.members.length >= Math.max(3, 0.3 * members.length) ? found : null;
}

/** How many of the members speak of all nouns of a phrase, in whatever way. */
function countTogether(phrase: Phrase, within: ReadonlySet<number>, weighed: readonly Weighed[]): number {
  const sets = nounsOf(phrase).map((noun) => {
    const { key } = createPhrase("topic", noun);
    return new Set(weighed.find((other) => other.phrase.key === key)?.members);
  });
  return [...within].filter((member) => sets.every((set) => set.has(member))).length;
}

/**
 * Longer noun phrases where a single word says too little: "car" -> "car maintenance", and where none of them says
 * it alone, several: "gas" -> "gas tanks and levels".
 */
function narrowest(topic: Weighed, weighed: readonly Weighed[]): Weighed | null {
  const [noun] = nounsOf(topic.phrase);
  if (noun === undefined) return null;
  const longer = weighed
    .filter(({ phrase, members, contrast }) => {
      const [other] = nounsOf(phrase);
      return (
        phrase.kind === "topic" &&
        phrase.parts.length === 1 &&
        other?.modifiers.length === 1 &&
        (other.head === noun.head || other.modifiers[0] === noun.head) &&
        !emptyNouns.has(other.head) &&
        members.length >= 3 &&
        contrast >= (members.length >= 0.25 * topic.members.length ? 0.6 : 0.8) * topic.contrast
      );
    })
    .toSorted(
      (a, b) =>
        b.members.length * b.contrast - a.members.length * a.contrast ||
        (a.phrase.key < b.phrase.key ? -1 : 1),
    );
  const [best] = longer;
  if (best === undefined) return null;
  const share = best.members.length / topic.members.length;
  if (share >= 0.25 || (share >= 0.1 && best.members.length >= 4 && topic.elsewhere >= 0.3))
    return withRivals(best, longer);
  const told = new Set<number>();
  const family: Weighed[] = [];
  for (const use of longer) {
    const [other] = nounsOf(use.phrase);
    const fresh = use.members.filter((member) => !told.has(member));
    if (other?.modifiers[0] !== noun.head || fresh.length < 3 || family.length >= 3) continue;
    family.push(use);
    for (const member of fresh) told.add(member);
  }
  const needed = topic.elsewhere >= 0.2 ? 0.15 : 0.35;
  if (family.length < 2 || told.size < needed * topic.members.length) return null;
  const parts = family.flatMap(({ phrase }, index): Part[] => {
    const [other] = nounsOf(phrase);
    if (other === undefined) return [];
    const joint = index === 0 ? [] : [index === family.length - 1 ? "and" : "/"];
    return [...joint, index === 0 ? other : { modifiers: [], head: other.head }];
  });
  return { ...topic, phrase: createPhrase("topic", ...parts), members: [...told].toSorted((a, b) => a - b) };
}

/** Names the other sort too where it is about as frequent: "state or federal taxes", "whisper mode and voices". */
function withRivals(best: Weighed, longer: readonly Weighed[]): Weighed {
  const [noun] = nounsOf(best.phrase);
  const rival = longer.find(({ phrase, members }) => {
    const [other] = nounsOf(phrase);
    const differs = (other?.head === noun?.head) !== (other?.modifiers[0] === noun?.modifiers[0]);
    return differs && members.length >= 0.6 * best.members.length;
  });
  const [other] = rival === undefined ? [] : nounsOf(rival.phrase);
  if (noun === undefined || other === undefined || rival === undefined) return best;
  const words = [noun.modifiers[0] ?? "", other.modifiers[0] ?? ""];
  const phrase =
    other.head === noun.head
      ? createPhrase("topic", { modifiers: [joinWords(words, "or")], head: noun.head })
      : createPhrase("topic", noun, "and", { modifiers: [], head: other.head });
  const members = [...new Set([...best.members, ...rival.members])].toSorted((a, b) => a - b);
  return { ...best, phrase, members };
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
  if (words.length < 2 || told.size < 0.2 * use.members.length) return use;
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
