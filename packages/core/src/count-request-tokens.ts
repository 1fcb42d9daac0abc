import type { LanguageModel, ModelRequest, PromptImage } from "./language-model.ts";

/** What a request takes beside its texts: the marks around each turn and the start of the answer. */
const tokensOfTurn = 4;
const tokensOfAnswerStart = 3;

/**
 * Tokens of a whole request as its model would count them, with the marks of its turns and with its schema, which
 * providers put into the prompt in one form or another. An estimate, for budgets; no call.
 */
export function countRequestTokens(
  model: Pick<LanguageModel, "countTokens">,
  { system, prompt, images = [], schema }: Pick<ModelRequest, "system" | "prompt" | "images" | "schema">,
): number {
  const texts = [
    ...(system === null ? [] : [system]),
    prompt.map(({ text }) => text).join(""),
    ...(schema === null ? [] : [JSON.stringify(schema)]),
  ];
  const shown = images.reduce((sum, image) => sum + countImageTokens(image), 0);
  return texts.reduce(
    (sum, text) => sum + tokensOfTurn + model.countTokens(text),
    tokensOfAnswerStart + shown,
  );
}

/**
 * The more of what two providers say that they count: an area of 750 pixels a token, or 85 tokens and 170 for each
 * square of 512 pixels. Some models count many times as much; a budget learns that from its first call.
 */
function countImageTokens({ width, height }: PromptImage): number {
  const squares = Math.ceil(width / 512) * Math.ceil(height / 512);
  return Math.max(Math.ceil((width * height) / 750), 85 + 170 * squares);
}
