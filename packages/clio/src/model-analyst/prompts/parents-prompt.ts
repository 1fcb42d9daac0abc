import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import { defineAnswer } from "../answers/define-answer.ts";
import type { Neighbourhood } from "../../analyst.ts";
import type { ClusteredFacet } from "../../facets/own/own-facet.ts";
import { listOf } from "../answers/lenient.ts";
import { wordingOf } from "./facet-wording.ts";
import { toClusterTag } from "./tags.ts";
import { toRequest } from "./to-request.ts";

/** A list of names; somewhat more than `most` are let pass, because the next step sorts them out. */
export function namesAnswer(title: "clio-parents" | "clio-deduplicate", most: number) {
  return defineAnswer(title, z.object({ names: listOf(z.string(), { most, kept: most * 2 }) }));
}

/** How many clusters a prompt shows at most, of a neighbourhood and of its surroundings. */
export const mostClusters = { clusters: 100, outside: 50 } as const;

/** Asks for broader names over the clusters of a neighbourhood. */
export function parentsPrompt(
  neighbourhood: Neighbourhood,
  options: { readonly facet: ClusteredFacet; readonly temperature: number },
): ModelRequest {
  const { clusters, outside, wanted } = neighbourhood;
  const { subject, broaderName, example } = wordingOf(options.facet);
  const list = (tag: string, items: Neighbourhood["clusters"], most: number): string =>
    `<${tag}>\n${items.slice(0, most).map(toClusterTag).join("")}</${tag}>\n`;
  return toRequest({
    material: `${list("clusters", clusters, mostClusters.clusters)}${list("outside", outside, mostClusters.outside)}<wanted least="${wanted.least}" most="${wanted.most}"/>\n`,
    task: `Each group in <clusters> gathers ${subject}. Find broader groups that they could be sorted into, at least ${wanted.least} and at most ${wanted.most}. Each group of <clusters> should have one that plainly suits it, no two of yours may mean the same, and none may be a collection of leftovers. Those in <outside> are near and will be sorted elsewhere: they only show where to draw the line.

Name each broader group ${broaderName}, as specific as its groups allow${example}. If a group is about something harmful or sensitive, its broader one says so too. Use words of the groups themselves; no names, places, companies or numbers.

Answer with the list in "names".`,
    answer: namesAnswer("clio-parents", wanted.most),
    maxOutputTokens: 256 + 40 * wanted.most,
    temperature: options.temperature,
  });
}
