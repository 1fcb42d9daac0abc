import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import { defineAnswer } from "../answers/define-answer.ts";
import { yesOrNo } from "../answers/lenient.ts";
import { toLine } from "./tags.ts";
import { toRequest } from "./to-request.ts";

export const screenAnswer = defineAnswer("clio-screen", z.object({ keep: yesOrNo() }));

/** Asks whether a conversation is one that the team's question wants. */
export function screenPrompt(
  transcript: string,
  question: string,
  options: { readonly temperature: number },
): ModelRequest {
  return toRequest({
    material: `${transcript}${toLine("question", question)}`,
    task: `The team chose the conversations that it wants to study by the question in <question>. Decide whether the answer to that question is yes for the conversation above, going by what the user and the assistant really talk about and not by single words. If the question does not apply at all, the answer is no. Give true in "keep" for yes and false for no.`,
    answer: screenAnswer,
    maxOutputTokens: 256,
    ...options,
  });
}
