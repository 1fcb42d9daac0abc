import type { ClusteredFacet, OwnSummary } from "../../facets/own/own-facet.ts";
import type { SummaryFacet } from "../../names.ts";
import { longestName } from "../../naming/longest-name.ts";
import { escapeMarkup } from "../../prepare/escape-markup.ts";

/** How prompts speak of a facet that is clustered. */
export interface FacetWording {
  /** What a summary says, and clusters gather. */
  readonly subject: string;
  /** What the name of a cluster is like. */
  readonly name: string;
  /** What the name of a broader group is, without its end. */
  readonly broaderName: string;
  /** A specific name and one that is too broad. */
  readonly example: string;
  /** What names on a list of broader groups are. */
  readonly listedName: string;
}

const sentence = {
  broaderName: `by an imperative sentence of at most ${longestName} words, without a full stop`,
  example: `: rather "Get advice on caring for houseplants" than "Get help with the home"`,
  listedName: `is an imperative sentence of at most ${longestName} words without a full stop`,
};

const builtIn: Readonly<Record<SummaryFacet, FacetWording>> = {
  request: {
    ...sentence,
    subject: "what users want from an assistant",
    name: `The name is an imperative sentence that says what users want done, such as "Plan a trip on a small budget" or "Fix errors in database queries".`,
  },
  task: {
    ...sentence,
    subject: "what an assistant is asked to do",
    name: `The name is an imperative sentence that says what the assistant does, such as "Rewrite letters in a friendlier tone" or "Explain steps of a proof".`,
  },
};

/** How prompts speak of a facet: of the user's own by its question and its criteria for names. */
export function wordingOf(facet: ClusteredFacet): FacetWording {
  return typeof facet === "string" ? builtIn[facet] : toWording(facet);
}

function toWording({ question, naming }: OwnSummary): FacetWording {
  // Both places go on with a full stop.
  const criteria =
    naming === undefined ? "" : `. Criteria for names: ${escapeMarkup(naming.replace(/\.$/u, ""))}`;
  return {
    subject: `answers to the question "${escapeMarkup(question)}" about conversations with an assistant`,
    name: `The name says in plain words what the answers have in common${criteria}.`,
    broaderName: `in at most ${longestName} words, without a full stop`,
    example: criteria,
    listedName: `has at most ${longestName} words and no full stop`,
  };
}
