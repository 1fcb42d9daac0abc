/** One retrieval task as a scorer without eyes sees it: a true caption among false ones. */
export interface BlindRow {
  /** Rows of one image share a fold and a draw of the bootstrap: their captions resemble each other. */
  readonly imageId: string;
  readonly caption: string;
  /** The false captions, k of them; k may differ between rows. */
  readonly negatives: readonly string[];
  /** Every cell of the table that the row counts in, from the widest to the narrowest: `atom`, `atom n=4`. */
  readonly cells: readonly string[];
}
