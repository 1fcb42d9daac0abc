import type { SummaryFacet } from "../../names.ts";

/** A facet that the user declares: the answer of a model to a question about each conversation. */
export type OwnFacet = OwnSummary | OwnCategories | OwnRating;

/** One or two sentences; the only kind that can be clustered. */
export interface OwnSummary extends Question {
  readonly kind: "summary";
  /** How clusters of this facet are to be called, for the model that names them. */
  readonly naming?: string | undefined;
}

/** One label or several. */
export interface OwnCategories extends Question {
  readonly kind: "categories";
  /** The labels that there are; any where it is not given. */
  readonly values?: readonly string[] | undefined;
}

/** A whole number from 1 to 5. */
export interface OwnRating extends Question {
  readonly kind: "rating";
}

interface Question {
  /** Lower-case letters, digits and hyphens; a letter first; no name of a built-in facet. */
  readonly name: string;
  /** What is asked about a conversation; one line. */
  readonly question: string;
}

/** Values of one conversation by name of the facet; what no usable answer was given for is not there. Private. */
export type OwnValues = Readonly<Record<string, string | readonly string[] | number>>;

/** A facet whose texts are clustered: a built-in one by its name, or a summary of the user's own. */
export type ClusteredFacet = SummaryFacet | OwnSummary;

/** The name of a facet in a release and on the command line. */
export function nameOfFacet(facet: ClusteredFacet): string {
  return typeof facet === "string" ? facet : facet.name;
}
