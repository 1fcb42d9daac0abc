import { ModelError, type ModelRequest } from "@observatory/core";

/** Refuses a call that shows an image, before it is made. Throws ModelError that begins with the reason. */
export function requireNoImages({ images = [] }: Pick<ModelRequest, "images">, reason: string): void {
  if (images.length === 0) return;
  throw new ModelError(`${reason}, and the call shows an image`, {
    kind: "request",
    hint: "Ask anthropic:MODEL or openai:MODEL, call by call.",
  });
}
