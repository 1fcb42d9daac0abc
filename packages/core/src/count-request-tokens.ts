import type { LanguageModel, ModelRequest } from "./language-model.ts";

/** What a request takes beside its texts: the marks around each turn and the start of the answer. */
const tokensOfTurn = 4;
const tokensOfAnswerStart = 3;

/**
 * Tokens of a whole request as its model would count them, with the marks of its turns and with its schema, which
 * providers put into the prompt in one form or another. An estimate, for budgets; no call.
 */
export function countRequestTokens(
  model: Pick<LanguageModel, "countTokens">,
  { system, prompt, schema }: Pick<ModelRequest, "system" | "prompt" | "schema">,
): number {
  const texts = [
    ...(system === null ? [] : [system]),
    prompt.map(({ text }) => text).join(""),
    ...(schema === null ? [] : [JSON.stringify(schema)]),
  ];
  return texts.reduce((sum, text) => sum + tokensOfTurn + model.countTokens(text), tokensOfAnswerStart);
}
