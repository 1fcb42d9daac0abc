import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import { defineAnswer } from "../answers/define-answer.ts";
import { yesOrNo } from "../answers/lenient.ts";
import { toLine } from "./tags.ts";
import { toRequest } from "./to-request.ts";

export const judgeSummaryAnswer = defineAnswer("clio-judge-summary", z.object({ fits: yesOrNo() }));

/** Asks whether a summary is true of its conversation; used to measure, never to make a release. */
export function judgeSummaryPrompt(
  transcript: string,
  summary: string,
  options: { readonly temperature: number },
): ModelRequest {
  return toRequest({
    material: `${transcript}${toLine("summary", summary)}`,
    task: `Somebody summed up in <summary> what the user of the conversation above wanted, leaving out on purpose who the user is and every personal detail. Check it. It fits if the user really wanted this and it is about a main part of the conversation; being general, or silent about details, is no fault. It does not fit if it claims something that the conversation does not hold, turns a wish into another, or is about something beside the point. Give true in "fits" if it fits and false if not.`,
    answer: judgeSummaryAnswer,
    maxOutputTokens: 128,
    ...options,
  });
}
