import {
  articles,
  belongings,
  onlyPersonBefore,
  personAfter,
  personBefore,
  placeBefore,
  placeBeginnings,
  plainThingsAfter,
  thingsAfter,
  titles,
} from "./cue-words.ts";
import { isFamilyName, isGivenName } from "./known-names.ts";
import type { Word } from "./read-words.ts";
import type { NameWord } from "./sort-word.ts";

export interface RunInText {
  readonly text: string;
  readonly words: readonly Word[];
  /** Index of the run's first word among `words`. */
  readonly first: number;
  readonly run: readonly NameWord[];
  /** Whether the text speaks of him or her. */
  readonly pronoun: boolean;
}

/** What stands around a run of words. */
interface Context {
  /** The words beside the run in its sentence, in small letters; empty where there is none. */
  readonly before: string;
  readonly after: string;
  readonly afterHasCapital: boolean;
  readonly possessive: boolean;
  /** Whether the run is one word, and one that can only be a given name. */
  readonly single: boolean;
  readonly onlyGiven: boolean;
  /** Whether its first word is an ordinary word or a place as well. */
  readonly orElse: boolean;
  readonly wholeLine: boolean;
  readonly speaker: boolean;
  readonly addressed: boolean;
  readonly listed: boolean;
  readonly pronoun: boolean;
}

const request =
  /^, (?:can|could|please|i|do|did|are|is|what|how|when|where|why|would|will|you|we|it|this|thank|let)(?![\p{L}])/iu;

export function readContext({ text, words, first, run, pronoun }: RunInText): Context {
  const start = run[0]?.word.start ?? 0;
  const end = run.at(-1)?.word.end ?? start;
  const previous = words[first - 1];
  const next = words[first + run.length];
  const opens = /(?:^|\n)[ \t>*?"“-]{0,8}$/.test(text.slice(Math.max(0, start - 12), start));
  const tail = text.slice(end, end + 24);
  const names = run.filter(({ sort }) => sort !== "initial" && sort !== "particle");
  return {
    before:
      previous !== undefined && leadsTo(text.slice(previous.end, start), previous)
        ? previous.text.toLowerCase()
        : "",
    after:
      next !== undefined && /^(?:['’]s)? ?$/.test(text.slice(end, next.start)) ? next.text.toLowerCase() : "",
    afterHasCapital: next?.shape !== "lower",
    possessive: /^['’]s(?![\p{L}])/u.test(tail),
    single: names.length === 1,
    onlyGiven: names[0]?.sort === "given",
    orElse: names[0]?.sort === "given or else",
    wholeLine: opens && /^[ \t,.]{0,4}(?:\n|$)/.test(tail),
    speaker: opens && /^ ?:/.test(tail),
    addressed: opens && request.test(tail),
    listed: isListed(text, words, first, run.length),
    pronoun,
  };
}

function leadsTo(gap: string, previous: Word): boolean {
  return /^[ ,:"“(]{1,3}$/.test(gap) || (gap === ". " && titles.has(previous.text.toLowerCase()));
}

/** Whether "and" or a comma joins the run with another word that may be a name. */
function isListed(text: string, words: readonly Word[], first: number, length: number): boolean {
  const end = words[first + length - 1]?.end ?? 0;
  const start = words[first]?.start ?? 0;
  const [next, afterNext] = [words[first + length], words[first + length + 1]];
  const [previous, beforePrevious] = [words[first - 1], words[first - 2]];
  return (
    (next !== undefined && text.slice(end, next.start) === ", " && mayBeName(next)) ||
    (next !== undefined && isAnd(next) && mayBeName(afterNext)) ||
    (previous !== undefined && text.slice(previous.end, start) === ", " && mayBeName(previous)) ||
    (previous !== undefined && isAnd(previous) && mayBeName(beforePrevious))
  );
}

function isAnd({ text }: Word): boolean {
  return /^(?:and|or|und|et|y|e|og|och|en|ja)$/.test(text);
}

function mayBeName(word: Word | undefined): boolean {
  return word?.shape === "capital" && (isGivenName(word.text) || isFamilyName(word.text));
}

/** How much what stands around speaks for a person, against it below 0. */
export function weighContext(context: Context): number {
  return (
    weighBefore(context) +
    weighAfter(context) +
    (context.pronoun ? 0.3 : 0) +
    (context.listed ? (context.orElse ? 0.3 : 1) : 0)
  );
}

function weighBefore({ before, onlyGiven }: Context): number {
  if (titles.has(before)) return 2.5;
  if (onlyPersonBefore.has(before)) return 1.6;
  if (placeBeginnings.has(before)) return -2;
  if (articles.has(before)) return -1.8;
  if (placeBefore.has(before)) return before === "at" && onlyGiven ? -0.2 : -1.6;
  return personBefore.has(before) ? 0.9 : 0;
}

function weighAfter(context: Context): number {
  const { after, afterHasCapital, possessive, single } = context;
  let weight = 0;
  if ((afterHasCapital && thingsAfter.has(after)) || plainThingsAfter.has(after)) weight -= 3;
  else if (possessive) weight += belongings.has(after) ? 1.2 : 0.4;
  else if (personAfter.has(after)) weight += 0.8;
  if (context.wholeLine) weight += single ? 0.2 : 0.8;
  if (context.speaker) weight += 0.9;
  if (context.addressed) weight += 1.5;
  return weight;
}
