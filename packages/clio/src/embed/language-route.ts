import type { TextEmbedder } from "@observatory/core";
import { detectLanguage } from "../facets/language/detect-language.ts";

/**
 * Whether an embedder knows the language of a text. A text without words of any language counts as known, so that
 * codes and numbers are placed by what they look like to the embedder.
 */
export function knowsLanguageOf(text: string, embedder: Pick<TextEmbedder, "languages">): boolean {
  if (embedder.languages === "any") return true;
  const detected = detectLanguage(text);
  return detected === null || embedder.languages.includes(detected.code);
}
