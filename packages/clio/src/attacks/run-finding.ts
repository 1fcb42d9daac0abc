/** Something that a release tells of few. */
export interface RunFinding {
  /** A `fault` is not to be shown; a `note` is for a person to judge. */
  readonly severity: "fault" | "note";
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
}

/** What one check looked at and found. */
export interface CheckedPart {
  readonly looked: number;
  readonly findings: readonly RunFinding[];
}
