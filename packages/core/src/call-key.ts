import { contentHash, sha256 } from "./hash.ts";
import type { ModelRequest } from "./language-model.ts";

/**
 * The key of a call's answer, as 64 hexadecimal digits: the content hash of the model and of everything in the
 * request that the answer depends on, images by the hash of their bytes. How the prompt is cut into parts, and what a
 * provider should cache, is no part of it.
 */
export function callKeyOf(modelId: string, request: ModelRequest): string {
  const { system, prompt, images = [], firstTokens, schema, maxOutputTokens, temperature } = request;
  const text = prompt.map((part) => part.text).join("");
  return contentHash({
    format: "observatory/call@1",
    model: modelId,
    system,
    prompt: text,
    schema,
    maxOutputTokens,
    temperature,
    // Calls without them have the keys that they always had.
    ...(images.length === 0
      ? {}
      : { images: images.map(({ bytes, mediaType }) => [mediaType, sha256(bytes)]) }),
    ...(firstTokens === undefined ? {} : { firstTokens }),
  });
}
