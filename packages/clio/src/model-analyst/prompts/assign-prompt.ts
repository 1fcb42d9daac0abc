import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import { defineAnswer } from "../answers/define-answer.ts";
import type { ClusterName } from "../../analyst.ts";
import type { ClusteredFacet } from "../../facets/own/own-facet.ts";
import { wordingOf } from "./facet-wording.ts";
import { toClusterTag, toList } from "./tags.ts";
import { toRequest } from "./to-request.ts";

export const assignAnswer = defineAnswer("clio-assign", z.object({ parent: z.string() }));

/** Asks under which of the parents, listed in this order, a cluster belongs. */
export function assignPrompt(
  child: ClusterName,
  parents: readonly string[],
  options: { readonly facet: ClusteredFacet; readonly temperature: number },
): ModelRequest {
  return toRequest({
    material: `${toList("parents", { tag: "name", texts: parents, most: parents.length })}${toClusterTag(child)}`,
    task: `The group in <cluster> gathers ${wordingOf(options.facet).subject}. Choose the name in <parents> under which it belongs best. The order of the names means nothing. If none suits well, choose the one that comes nearest; do not make up another.

Copy the chosen name into "parent", letter by letter.`,
    answer: assignAnswer,
    maxOutputTokens: 256,
    temperature: options.temperature,
  });
}
