/** Counts of what the captions of a training set say. */
export interface Vocabulary {
  readonly name: string;
  /** How often an atom was seen; its text is a lemma. */
  countAtom(kind: "object" | "attribute" | "relation", text: string): number;
  /** How often a compound was seen: "attribute object" or "subject predicate object". */
  countCompound(compound: string): number;
}
