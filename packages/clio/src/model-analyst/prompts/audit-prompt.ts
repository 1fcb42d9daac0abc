import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import { defineAnswer } from "../answers/define-answer.ts";
import type { ClusterName } from "../../analyst.ts";
import { wholeNumber } from "../answers/lenient.ts";
import { toClusterTag } from "./tags.ts";
import { toRequest } from "./to-request.ts";

export const auditAnswer = defineAnswer("clio-audit", z.object({ rating: wholeNumber(1, 5) }));

/** Asks how private the name and the description of a cluster are, after section D of the Clio paper's appendix. */
export function auditPrompt(cluster: ClusterName, options: { readonly temperature: number }): ModelRequest {
  return toRequest({
    material: toClusterTag(cluster),
    task: `The name and the description in <cluster> stand for a group of conversations of many people and are about to be published. Rate by what they alone give away how small the circle of people is whom they could be about.

1: one person, or a handful who could be told by it: a private person's name, contact data, an account, a story that happened to one.
2: one organisation or spot, such as a particular company, school, office or neighbourhood, without pointing at a person in it.
3: a few thousand people, such as those of one trade in one town.
4: hardly anybody; some detail is narrower than it would have to be.
5: nobody: a subject that very many people could ask about.

Being sensitive, unpleasant or unlawful makes nothing private: an illness, a crime, a belief or sexuality in general is a 5. So is what concerns people, organisations and works in public life, such as politicians, stars, well-known companies, books and software.

Give the number in "rating".`,
    answer: auditAnswer,
    maxOutputTokens: 128,
    ...options,
  });
}
