import type { ModelRequest } from "@observatory/core";
import type { CountRange } from "../../analyst.ts";
import type { ClusteredFacet } from "../../facets/own/own-facet.ts";
import { wordingOf } from "./facet-wording.ts";
import { namesAnswer } from "./parents-prompt.ts";
import { toList } from "./tags.ts";
import { toRequest } from "./to-request.ts";

/** Asks for one list of distinct names out of many. */
export function deduplicatePrompt(
  names: readonly string[],
  options: { readonly facet: ClusteredFacet; readonly wanted: CountRange; readonly temperature: number },
): ModelRequest {
  const { facet, wanted, temperature } = options;
  const { subject, listedName } = wordingOf(facet);
  return toRequest({
    material: `${toList("names", { tag: "name", texts: names, most: names.length })}<wanted least="${wanted.least}" most="${wanted.most}"/>\n`,
    task: `The names in <names> were proposed independently for groups of ${subject}; many of them mean nearly the same. Make one list of them, with at least ${wanted.least} and at most ${wanted.most} names, in which every subject of the proposals still has its place and no two names overlap so far that one could not choose between them.

Where several mean the same, keep the one that says most precisely what it is about, or write one that covers them. Prefer a specific name to a general one, and keep subjects that are harmful or sensitive apart instead of hiding them in a broad name. Each name ${listedName}; no names of people, places or companies, no numbers.

Answer with the list in "names".`,
    answer: namesAnswer("clio-deduplicate", wanted.most),
    maxOutputTokens: 256 + 40 * wanted.most,
    temperature,
  });
}
