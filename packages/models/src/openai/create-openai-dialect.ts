import { createDialect, type Dialect } from "../wire/dialect.ts";
import { isOpenAi } from "./connect.ts";
import { openAiFeatures, otherServerFeatures, type OpenAiFeature } from "./to-chat-params.ts";

/** What a server at this address, or OpenAI itself, is first taken to understand. */
export function createOpenAiDialect(baseUrl: string | undefined): Dialect<OpenAiFeature> {
  return createDialect(isOpenAi(baseUrl) ? openAiFeatures : otherServerFeatures);
}
