import type { AuditRating, ClusterName } from "../analyst.ts";
import type { NameRefusal } from "./refusal-reasons.ts";
import { roundByKey } from "./round-by-key.ts";
import { apportion, roundToUnit } from "./round-tree.ts";
import type { SupportCounter } from "./support-counter.ts";
import type { Thresholds } from "./thresholds.ts";
import { isPlainlyWritten } from "./words/is-plainly-written.ts";
import { toPlainText } from "./words/read-tokens.ts";

declare const publishable: unique symbol;

/** A value that passed the door. Only this file makes one; a release accepts nothing else. */
export type Publishable<T> = T & { readonly [publishable]: true };

/** The name and description of a cluster after every rule for texts. */
export interface PublishableName {
  readonly name: Publishable<string>;
  readonly description: Publishable<string>;
  /** How far down the list of proposals it stood. */
  readonly proposal: number;
  /** What the auditor gave it; null where there is none or it gave no usable answer. */
  readonly rating: AuditRating | null;
}

/** Names that an auditor rates lower than this are not shown (Clio paper, appendix D). */
export const acceptableRating = 3;

const longestName = 120;
const longestDescription = 600;
/** Characters of a value from outside; a longer one is never shown. */
export const longestValue = 60;
const longestNameInWords = 14;
/** Control and invisible characters, markup, and symbols that can spell words: what a check of words cannot see. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}\p{So}\p{Default_Ignorable_Code_Point}<>`{}[\]\\]/u;
/** What a name must pass besides its words. */
export interface NameRules {
  /** A detector that looks at the text alone. */
  readonly hasPersonalData: (text: string) => boolean;
  /** Ratings by number of the proposal; absent where there is no auditor. One that was not rated is then not shown. */
  readonly ratings?: ReadonlyMap<number, AuditRating | null>;
  /** Whether a name may be shown for which the auditor gave no usable rating. */
  readonly unratedPasses?: boolean;
  /** Told why each proposal before the one that passes was turned down. */
  readonly onRefused?: (reason: NameRefusal) => void;
}

/**
 * The first proposal that may be shown, or null where none may.
 *
 * A text passes if it is within its bounds, consists of letters, digits and plain punctuation, holds nothing that a detector of
 * personal data marks, if every term of it is supported by the cluster (`SupportCounter.refusals`), and if an auditor, where
 * there is one, has seen it and did not rate it below 3.
 */
export function publishName(
  proposals: readonly ClusterName[],
  support: Pick<SupportCounter, "refusals">,
  { hasPersonalData, ratings, unratedPasses = true, onRefused }: NameRules,
): PublishableName | null {
  for (const [proposal, text] of proposals.entries()) {
    const rating = ratings?.get(proposal);
    const isRated =
      ratings === undefined ||
      (rating !== undefined && isAcceptable(rating) && (unratedPasses || rating !== null));
    const refusal =
      refuseText(text, hasPersonalData) ??
      [text.name, text.description].flatMap((part) => support.refusals(part))[0]?.reason ??
      (isRated ? null : "audit");
    if (refusal === null)
      return {
        name: asPublishable(text.name),
        description: asPublishable(text.description),
        proposal,
        rating: rating ?? null,
      };
    onRefused?.(refusal);
  }
  return null;
}

/** Whether a rating lets a name pass. An auditor that gave no usable answer leaves the decision to the other rules. */
export function isAcceptable(rating: AuditRating | null): boolean {
  return rating === null || rating >= acceptableRating;
}

/** The rules for texts that need no knowledge of the cluster: bounds, characters, personal data. */
export function isPublishableText(
  text: Pick<ClusterName, "name" | "description">,
  hasPersonalData: (text: string) => boolean,
): boolean {
  return refuseText(text, hasPersonalData) === null;
}

function refuseText(
  { name, description }: Pick<ClusterName, "name" | "description">,
  hasPersonalData: (text: string) => boolean,
): NameRefusal | null {
  if (name.split(/\s+/u).length > longestNameInWords) return "bounds";
  if (name.length > longestName || description.length > longestDescription) return "bounds";
  const texts = [name, description];
  if (!isWellFormed(name, longestName) || !isWellFormed(description, longestDescription)) return "characters";
  if (!texts.every(isPlainlyWritten)) return "characters";
  // A detector reads "１２３" and "١٢٣" only as 123.
  return texts.some((text) => hasPersonalData(text) || hasPersonalData(toPlainText(text)))
    ? "personal-data"
    : null;
}

/** The rules for a value from outside, such as the name of a model or a joined column's: bounds, characters, personal data. */
export function isPublishableValue(value: string, hasPersonalData: (text: string) => boolean): boolean {
  return isWellFormed(value, longestValue) && !hasPersonalData(value);
}

/** A value that may be shown, or null. That enough accounts use it is for the caller to see to. */
export function publishValue(
  value: string,
  hasPersonalData: (text: string) => boolean,
): Publishable<string> | null {
  return isPublishableValue(value, hasPersonalData) ? asPublishable(value) : null;
}

/** A count of a cell, rounded at random by a key of its members, and no more than what it is a part of. */
export function publishCell(
  count: number,
  most: number,
  key: string,
  thresholds: Thresholds,
): Publishable<number> {
  return asPublishable(Math.min(roundByKey(count, thresholds.roundTo, key), most));
}

/** A number that was computed from published ones alone, to three significant digits. */
export function publishDerived(value: number): Publishable<number> {
  return asPublishable(Number(value.toPrecision(3)));
}

/** A count, rounded to the preset's unit. */
export function publishCount(count: number, thresholds: Thresholds): Publishable<number> {
  return asPublishable(roundToUnit(count, thresholds.roundTo));
}

/** A number that noise under differential privacy was added to, whole and not below 0: it may be shown as it is. */
export function publishNoisy(noisy: number): Publishable<number> {
  return asPublishable(Math.max(0, Math.round(noisy)) + 0);
}

/** A count that cannot be more than a published one, such as the accounts of so many conversations. */
export function publishAtMost(
  count: number,
  most: Publishable<number>,
  thresholds: Thresholds,
): Publishable<number> {
  return asPublishable(Math.min(roundToUnit(count, thresholds.roundTo), most));
}

/** Counts of parts that sum to an already published whole, each within one unit of its exact share. */
export function publishParts(
  parts: readonly number[],
  whole: Publishable<number>,
  thresholds: Thresholds,
): Publishable<number>[] {
  return apportion(parts, whole, thresholds.roundTo).map(asPublishable);
}

/** A published number again, where it is the same fact, and no more than what it is a part of. */
export function publishAtMostOf(published: number, most: number): Publishable<number> {
  return asPublishable(Math.min(published, most));
}

/** The name that a release before has published already. */
export function publishAgainName({
  name,
  description,
  audit,
}: {
  readonly name: string;
  readonly description: string;
  readonly audit: { readonly rating: number | null };
}): PublishableName {
  const rating = ([1, 2, 3, 4, 5] as const).find((one) => one === audit.rating) ?? null;
  return { name: asPublishable(name), description: asPublishable(description), proposal: 0, rating };
}

/** The number that a release before has published already. */
export function publishAgain(published: number): Publishable<number> {
  return asPublishable(published);
}

/** A sum of published counts. */
export function publishSum(parts: readonly Publishable<number>[]): Publishable<number> {
  return asPublishable(parts.reduce((sum, part) => sum + part, 0));
}

/** A ratio of two published counts, to four decimals; 0 of nothing. */
export function publishShare(part: Publishable<number>, whole: Publishable<number>): Publishable<number> {
  return asPublishable(whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000);
}

/** A place on a map of published clusters, to three decimals. */
export function publishCoordinate(place: number): Publishable<number> {
  // Adding 0 turns -0 into 0, which JSON writes alike.
  return asPublishable(Math.round(place * 1000) / 1000 + 0);
}

function isWellFormed(text: string, longest: number): boolean {
  return text.trim() === text && text !== "" && text.length <= longest && !unprintable.test(text);
}

function asPublishable<T>(value: T): Publishable<T> {
  return value as Publishable<T>;
}
