import type { RedactionKind } from "./finding.ts";
import { findPersonalData } from "./find-personal-data.ts";

export interface Redacted {
  readonly text: string;
  /** How many of each kind were replaced; kinds without any are absent. */
  readonly counts: Readonly<Partial<Record<RedactionKind, number>>>;
}

/**
 * Replaces personal data by neutral placeholders such as `[EMAIL]` and `[NAME]`; the rest of the text stays as it is.
 * Rules and check digits, no model: names without a cue, and places, employers and indirect identification, get through.
 * Linear in the length of the text; never throws.
 *
 * @example
 * redact("I'm Ada Lovelace, write to ada@example.org").text; // "I'm [NAME], write to [EMAIL]"
 */
export function redact(text: string, options: { readonly names?: readonly string[] } = {}): Redacted {
  const counts: Partial<Record<RedactionKind, number>> = {};
  let redacted = "";
  let position = 0;
  for (const { kind, start, end } of findPersonalData(text, options.names)) {
    redacted += `${text.slice(position, start)}[${kind.toUpperCase()}]`;
    counts[kind] = (counts[kind] ?? 0) + 1;
    position = end;
  }
  return { text: redacted + text.slice(position), counts };
}
