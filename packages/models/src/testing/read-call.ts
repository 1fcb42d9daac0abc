import type { Protocol } from "./protocol.ts";
import type { ProviderCall } from "./provider-call.ts";
import { ProviderFailure } from "./provider-failure.ts";
import type { Settings } from "./settings.ts";

/** The call that a body is. Throws ProviderFailure where the model is not known or the prompt too long for it. */
export function readCall(settings: Settings, protocol: Protocol, json: unknown): ProviderCall {
  const call = protocol.readCall(json);
  const { models, contextTokens, countTokens } = settings;
  if (models !== undefined && !models.includes(call.model)) {
    const message =
      protocol.name === "anthropic"
        ? `model: ${call.model}`
        : `The model \`${call.model}\` does not exist or you do not have access to it.`;
    throw new ProviderFailure("unknown-model", message);
  }
  const tokens = countTokens(call.system) + countTokens(call.prompt);
  if (tokens > contextTokens) {
    const message =
      protocol.name === "anthropic"
        ? `prompt is too long: ${tokens} tokens > ${contextTokens} maximum`
        : `This model's maximum context length is ${contextTokens} tokens. However, your messages resulted in ${tokens} tokens.`;
    throw new ProviderFailure("context-too-long", message, { parameter: "messages" });
  }
  return call;
}
