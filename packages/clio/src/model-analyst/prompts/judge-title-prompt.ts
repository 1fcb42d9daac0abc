import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import { defineAnswer } from "../answers/define-answer.ts";
import type { ClusterName } from "../../analyst.ts";
import { yesOrNo } from "../answers/lenient.ts";
import { toClusterTag, toLine } from "./tags.ts";
import { toRequest } from "./to-request.ts";

export const judgeTitleAnswer = defineAnswer("clio-judge-title", z.object({ fits: yesOrNo() }));

/** Asks whether a summary belongs under the name of its cluster; used to measure, never to make a release. */
export function judgeTitlePrompt(
  cluster: ClusterName,
  summary: string,
  options: { readonly temperature: number },
): ModelRequest {
  return toRequest({
    material: `${toClusterTag(cluster)}${toLine("summary", summary)}`,
    task: `The request in <summary> was sorted into the group in <cluster>. It fits if somebody who knows only the name and the description of the group would expect to find such a request in it, even if the group is broader than the request. It does not fit if the request is about something else. Give true in "fits" if it fits and false if not.`,
    answer: judgeTitleAnswer,
    maxOutputTokens: 128,
    ...options,
  });
}
