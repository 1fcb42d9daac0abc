import { guessLanguage } from "./guess-language.ts";
import { nameLanguage } from "./name-language.ts";

export interface DetectedLanguage {
  /** ISO 639-1. */
  readonly code: string;
  /** Full English name. */
  readonly name: string;
  /** Whether the text is long and clear enough to act on; false asks for a second source. */
  readonly reliable: boolean;
}

/**
 * The main human language of a text with its English name, or null where it has no words (numbers, code, symbols alone).
 * How it decides and what it cannot tell apart: `guessLanguage`.
 *
 * @example
 * detectLanguage("Wie wird das Wetter morgen?"); // { code: "de", name: "German", reliable: true }
 */
export function detectLanguage(text: string): DetectedLanguage | null {
  const guess = guessLanguage(text);
  return guess === null ? null : { ...guess, name: nameLanguage(guess.code) ?? guess.code };
}
