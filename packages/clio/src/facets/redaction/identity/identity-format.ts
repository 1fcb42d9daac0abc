/** How the numbers by which one country knows a person look and how they are checked. */
export interface IdentityFormat {
  readonly name: string;
  /** Global and sticky-free; every repetition bounded. */
  readonly pattern: RegExp;
  /** Sees what matched; absent where the shape alone is telling. */
  readonly isValid?: (value: string) => boolean;
}
