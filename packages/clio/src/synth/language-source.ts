/** A language other than English as written by hand: what its topics share, and the topics it has. */
export interface LanguageSource {
  readonly slots: Readonly<Record<string, string>>;
  readonly openers: readonly string[];
  readonly closers: readonly string[];
  readonly circumstances: readonly string[];
  readonly followUps: readonly string[];
  readonly thanks: readonly string[];
  readonly replies: readonly string[];
  /** Id of an English topic to its lines, in the notation of `DomainSource`. */
  readonly topics: Readonly<Record<string, string>>;
}
