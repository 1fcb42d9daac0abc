import { parseJson, StateError, type Json } from "@observatory/core";
import { z } from "zod";
import type { ConversationPart } from "../formats/conversation-draft.ts";

/** A part with where it came from. */
export interface PlacedPart extends ConversationPart {
  /** Number of its format among those of the import. */
  readonly format: number;
  /** Number of its file among those of the import. */
  readonly file: number;
  readonly line: number;
  readonly record: number | null;
}

const stored = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.number().nullable(),
  z.string(),
  z.string(),
  z.custom<Json>((value) => value !== undefined), // what JSON.parse gives is JSON
]);

/** One line without its end; null where the value is nested too deeply to be written. */
export function toPartLine({ format, file, line, record, group, order, value }: PlacedPart): string | null {
  try {
    return JSON.stringify([format, file, line, record, group, order, value]);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The part behind a line of {@link toPartLine}. Throws StateError for any other line. */
export function parsePartLine(text: string): PlacedPart {
  const parsed = parseJson(text);
  const { data } = stored.safeParse(parsed.ok ? parsed.value : null);
  if (data === undefined) {
    throw new StateError("a temporary file of the import was changed while it was read", {
      hint: "Run the same command again.",
    });
  }
  const [format, file, line, record, group, order, value] = data;
  return { format, file, line, record, group, order, value };
}
