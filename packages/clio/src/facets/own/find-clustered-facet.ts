import { UsageError } from "@observatory/core";
import { summaryFacets } from "../../names.ts";
import type { ClusteredFacet, OwnFacet } from "./own-facet.ts";

/** The facet of a name whose texts can be clustered. Throws UsageError that lists what there is. */
export function findClusteredFacet(name: string, own: readonly OwnFacet[]): ClusteredFacet {
  const builtIn = summaryFacets.find((facet) => facet === name);
  if (builtIn !== undefined) return builtIn;
  const declared = own.find((facet) => facet.name === name);
  if (declared?.kind === "summary") return declared;
  const names = [...summaryFacets, ...own.flatMap((facet) => (facet.kind === "summary" ? [facet.name] : []))];
  throw new UsageError(
    declared === undefined
      ? `there is no facet "${name}" to cluster`
      : `the facet "${name}" is of the kind ${declared.kind}, and only summaries can be clustered`,
    { hint: `There are: ${names.join(", ")}. More can be declared in a file that --facets names.` },
  );
}
