import { detectName } from "./detect-name.ts";

/** The names of people that one text gives away by a cue, for redacting them wherever else they stand. */
export function findNames(text: string): readonly string[] {
  return [...new Set(detectName(text).map(({ start, end }) => text.slice(start, end)))];
}
