import { parseJson, StateError } from "@observatory/core";
import type { z } from "zod";
import { readTextIfThere } from "./read-text-if-there.ts";

export interface VersionedFile<T> {
  /** Name before the `@` of the file's `schema` field, such as `observatory/run`. */
  readonly name: string;
  /** The version that this program writes and reads. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** What cures a damaged file, as an imperative sentence. */
  readonly cure: string;
}

/**
 * Reads one of our own versioned JSON files; null where it does not exist.
 * Throws StateError for a file that a newer version wrote, and for a damaged one; neither message quotes it.
 */
export async function readVersionedFile<T>(path: string, kind: VersionedFile<T>): Promise<T | null> {
  const text = await readTextIfThere(path);
  return text === null ? null : parseVersionedFile(text, path, kind);
}

/**
 * What the text of one of our own versioned JSON files says.
 * Throws StateError for what a newer version wrote, and for what is damaged; neither message quotes it.
 *
 * @param path for the messages
 */
export function parseVersionedFile<T>(text: string, path: string, kind: VersionedFile<T>): T {
  const json = parseJson(text);
  if (!json.ok) throw new StateError(`${path} is damaged: it is not JSON`, { hint: kind.cure });
  const [name, version] = schemaOf(json.value);
  if (name !== kind.name)
    throw new StateError(`${path} is not a file of the kind ${kind.name}`, { hint: kind.cure });
  if (version > kind.version) {
    throw new StateError(
      `${path} was written by a newer version (${name}@${version}; this one reads ${name}@${kind.version})`,
      {
        hint: "Update observatory, or run again into another directory.",
      },
    );
  }
  const parsed = kind.schema.safeParse(json.value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new StateError(`${path} is damaged${where === "" ? "" : ` at ${where}`}`, { hint: kind.cure });
}

function schemaOf(value: unknown): [name: string, version: number] {
  if (typeof value !== "object" || value === null || !("schema" in value)) return ["", 0];
  const match = typeof value.schema === "string" ? /^(.+)@(\d+)$/u.exec(value.schema) : null;
  return match ? [match[1] ?? "", Number(match[2])] : ["", 0];
}
