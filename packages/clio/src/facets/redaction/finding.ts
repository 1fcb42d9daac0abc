/** What kind of personal data a finding is; the placeholder `[EMAIL]` and the like is this in capitals. */
export type RedactionKind =
  | "email"
  | "url"
  | "secret"
  | "iban"
  | "card"
  | "ip"
  | "id"
  | "phone"
  | "date"
  | "address"
  | "name"
  | "handle"
  | "number";

/** Personal data at `[start, end)` of a text, in UTF-16 code units. */
export interface Finding {
  readonly kind: RedactionKind;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds one family of personal data. Must take time linear in the text, must not throw on any text, and may report
 * overlapping findings: `findPersonalData` settles them.
 */
export type Detector = (text: string) => readonly Finding[];
