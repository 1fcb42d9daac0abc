import { countRequestTokens, type LanguageModel, type PromptImage } from "@observatory/core";
import type { RetrievalRow } from "../../interchange/retrieval-row.ts";
import { toQuestions } from "../scorer.ts";
import { askChoice, askYesNo, withImage } from "./chat-questions.ts";
import type { ChatMode } from "./create-chat-scorer.ts";

export interface ChatEstimate {
  readonly calls: number;
  readonly inputTokens: number;
  /** As many as answers may have. */
  readonly outputTokens: number;
}

/**
 * What asking a chat model about rows takes, without a call: one for each caption of each question. Images are taken to be as
 * large as the one that is given; questions that have to be asked again are not counted.
 */
export function estimateChat(
  rows: readonly RetrievalRow[],
  {
    mode,
    model,
    image,
  }: {
    readonly mode: ChatMode;
    readonly model: Pick<LanguageModel, "countTokens">;
    readonly image: Pick<PromptImage, "width" | "height">;
  },
): ChatEstimate {
  const shown: PromptImage = { ...image, bytes: new Uint8Array(), mediaType: "image/png" };
  let [calls, inputTokens, outputTokens] = [0, 0, 0];
  for (const { captions } of toQuestions(rows)) {
    for (const [turn, caption] of captions.entries()) {
      // Rotations of one list have as many tokens.
      if (mode === "choice" && turn > 0) continue;
      const asked = mode === "choice" ? askChoice(captions, false) : askYesNo(caption, false);
      const times = mode === "choice" ? captions.length : 1;
      calls += times;
      inputTokens += times * countRequestTokens(model, withImage(asked, shown));
      outputTokens += times * asked.maxOutputTokens;
    }
  }
  return { calls, inputTokens, outputTokens };
}
