import { keyOf, type NounPhrase } from "./noun-phrase.ts";

/**
 * What a phrase says:
 * - `topic`: something is spoken of ("credit card")
 * - `inquiry`: something is asked about ("what is my balance")
 * - `action`: something is to be done ("set alarm")
 * - `how-to`: how something is done ("how to jump-start car")
 * - `permission`: whether something may be done ("carrying on bag")
 * - `deed`: what an action, a how-to or a permission has in common with the others
 * - `clause`: an indirect question ("why card was declined")
 * - `assistant`: an indirect question about the assistant itself ("where it was born")
 * - `report`: something that happened to the user ("losing phone")
 * - `act`: a move of the dialogue ("thank")
 */
export type PhraseKind =
  | "topic"
  | "inquiry"
  | "action"
  | "how-to"
  | "permission"
  | "deed"
  | "clause"
  | "assistant"
  | "report"
  | "act";

/** Words as they stand, or a noun phrase whose number and article are chosen when it is written. */
export type Part = string | NounPhrase;

/** One thing that a text says, in a form that equal requests share. */
export interface Phrase {
  readonly kind: PhraseKind;
  readonly parts: readonly Part[];
  /** Equal for equal phrases. */
  readonly key: string;
}

export function createPhrase(kind: PhraseKind, ...parts: readonly Part[]): Phrase {
  let key = `${kind}:`;
  for (const part of parts)
    if (part !== "") key += typeof part === "string" ? ` ${part}` : ` {${keyOf(part)}}`;
  return { kind, parts: parts.includes("") ? parts.filter((part) => part !== "") : parts, key };
}

export function nounsOf(phrase: Phrase): readonly NounPhrase[] {
  return phrase.parts.filter((part) => typeof part !== "string");
}

/** The base form of the verb that an action, how-to, permission, report or deed begins with; else null. */
export function verbOf(phrase: Phrase): string | null {
  const [verb] = phrase.parts;
  const verbal = ["action", "how-to", "permission", "deed", "report"].includes(phrase.kind);
  return verbal && typeof verb === "string" ? verb : null;
}

/** The question word of a clause ("why", "how long"), or the first words of any other phrase; empty before a noun. */
export function labelOf({ parts: [first] }: Phrase): string {
  return typeof first === "string" ? first : "";
}
