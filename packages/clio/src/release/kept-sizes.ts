/** Sizes of the last release that are published as they were. */
export interface KeptSizes {
  /** What a cluster was published with, where it was shown and has moved by less than k since; else null. */
  readonly sizeOf: (id: string) => { readonly conversations: number; readonly accounts: number } | null;
  /**
   * What was published as withheld of a family, where about as much is withheld now; else null.
   *
   * @param parent id, null at the top
   * @param exact conversations that are withheld now
   */
  readonly withheldOf: (parent: string | null, exact: number) => number | null;
  /** All accounts, where they moved by less than k. */
  readonly accounts: number | null;
}
