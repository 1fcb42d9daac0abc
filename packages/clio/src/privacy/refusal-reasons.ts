/** Why a term of a text may not be published. */
export const termRefusals = [
  /** Too few accounts use it. */
  "word",
  /** No dictionary has it, and fewer accounts than such a word needs use it. */
  "unknown-word",
  /** Its relatives are used, it itself is not. */
  "word-form",
  "number",
  /** Both words are used, hardly anywhere together. */
  "pair",
  "spelled-out",
  "look-alike",
  "code",
] as const;
export type TermRefusal = (typeof termRefusals)[number];

/** Why a proposed name may not be published. */
export const nameRefusals = [...termRefusals, "bounds", "characters", "personal-data", "audit"] as const;
export type NameRefusal = (typeof nameRefusals)[number];
