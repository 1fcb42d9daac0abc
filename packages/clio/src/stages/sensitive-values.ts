/** A facet, or one value of it, that must not be told of nearly everybody in a cluster. */
export interface SensitiveFacet {
  /** Of a facet of the user's own or a joined column. */
  readonly name: string;
  /** Null: every value. */
  readonly value: string | null;
}

/**
 * Which values of a facet are sensitive: of the built-in ones a concern of 3 and more, of the user's own and the joined columns
 * those that were named. Languages, models, turns and lengths are not: a cluster about one language
 * says so in its name.
 */
export function toSensitive(
  facet: { readonly name: string; readonly title: string; readonly source: "built-in" | "own" | "column" },
  sensitive: readonly SensitiveFacet[],
): (value: string) => boolean {
  if (facet.source === "built-in") return (value) => facet.name === "concern" && /^[345]/u.test(value);
  const own = sensitive.filter(({ name }) => name === facet.title);
  return (value) => own.some((named) => named.value === null || named.value === value);
}
