import { createRandom } from "@observatory/core";
import * as z from "zod";

/** Faults of the way: no answer comes, or an error does. */
export const transportFaults = [
  "rate-limit",
  "rate-limit-without-retry-after",
  "server-error",
  "overloaded",
  "unavailable",
  "hang",
  "cut-connection",
  "invalid-json",
] as const;

/**
 * Faults of the answer, in a reply that is a success: words instead of JSON, JSON that does not fit its schema, a
 * refusal, an answer cut at its length, a parent that is not on the list, an analyst who obeys what conversations
 * tell it, and a good answer inside a fence with words around it.
 */
export const answerFaults = [
  "not-json",
  "wrong-schema",
  "refusal",
  "cut",
  "off-list",
  "leak",
  "fenced",
] as const;

export type TransportFault = (typeof transportFaults)[number];
export type AnswerFault = (typeof answerFaults)[number];
export type FaultKind = TransportFault | AnswerFault;

/** What a fault rule looks like as JSON. */
export const faultRuleSchema = z.strictObject({
  share: z.number().min(0).max(1),
  kinds: z.array(z.enum([...transportFaults, ...answerFaults])).min(1),
  tasks: z.array(z.string()).readonly().optional(),
  when: z.enum(["random", "first", "always"]).optional(),
});

/** Which calls go wrong, and how. */
export interface FaultRule {
  /** Share of the calls that go wrong: each of the kinds takes an equal part of it. */
  readonly share: number;
  readonly kinds: readonly FaultKind[];
  /** Titles of the tasks that go wrong; all unless told. */
  readonly tasks?: readonly string[] | undefined;
  /**
   * `random` (unless told): drawn anew at every attempt, but a fault of the way at most three times running.
   * `first`: only the first attempt. `always`: every attempt of the calls that are drawn.
   */
  readonly when?: "random" | "first" | "always" | undefined;
}

/** Attempts of one body that fail running before one is let through. */
export const longestRun = 3;

export interface FaultDraw {
  readonly seed: number | string;
  /** What is drawn for: the hash of a body (faults of the way) or of a subject (faults of the answer). */
  readonly key: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly title: string | null;
}

/** The fault of the way of an attempt, or null. The same draw gives the same fault. */
export function drawTransportFault(rules: readonly FaultRule[], draw: FaultDraw): TransportFault | null {
  return drawFault(rules, draw, transportFaults);
}

/** The fault of an answer, or null. The same draw gives the same fault. */
export function drawAnswerFault(rules: readonly FaultRule[], draw: FaultDraw): AnswerFault | null {
  return drawFault(rules, draw, answerFaults);
}

function drawFault<Kind extends FaultKind>(
  rules: readonly FaultRule[],
  draw: FaultDraw,
  family: readonly Kind[],
): Kind | null {
  for (const [i, rule] of rules.entries()) {
    const kinds = family.filter((kind) => rule.kinds.includes(kind));
    if (kinds.length === 0 || (rule.tasks !== undefined && !rule.tasks.includes(draw.title ?? ""))) continue;
    const { when = "random" } = rule;
    if (when === "first" && draw.attempt > 1) continue;
    const random = createRandom(
      `${draw.seed}/${i}/${family[0] ?? ""}/${draw.key}/${when === "random" ? draw.attempt : ""}`,
    );
    const share = (rule.share * kinds.length) / rule.kinds.length;
    if (random.next() < share) return random.pick(kinds);
  }
  return null;
}
