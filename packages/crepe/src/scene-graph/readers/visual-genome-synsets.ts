import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readJsonElements, type ReadJsonElementsOptions } from "./read-json-elements.ts";

/** The synset of a phrase in lower case, whatever image it is said of. */
export interface PhraseSynsets {
  readonly objects: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, string>;
  readonly relations: ReadonlyMap<string, string>;
}

/**
 * Reads Visual Genome's `object_synsets.json`, `attribute_synsets.json` and `relationship_synsets.json`, plain or
 * gzip'd, beside a file of graphs: JSON objects from a phrase to the name of a synset. A file that is not there gives
 * nothing; entries that are no text are passed over.
 */
export async function readPhraseSynsets(
  graphs: string,
  options: ReadJsonElementsOptions = {},
): Promise<PhraseSynsets> {
  const read = async (name: string): Promise<ReadonlyMap<string, string>> => {
    const synsets = new Map<string, string>();
    for (const path of [name, `${name}.gz`].map((one) => join(dirname(graphs), one))) {
      if (!(await stat(path).catch(() => null))?.isFile()) continue;
      for await (const { key, value } of readJsonElements(path, options))
        if (typeof value === "string") synsets.set(key.toLowerCase().trim(), value);
      break;
    }
    return synsets;
  };
  return {
    objects: await read("object_synsets.json"),
    attributes: await read("attribute_synsets.json"),
    relations: await read("relationship_synsets.json"),
  };
}

/**
 * The first of an image's own `synsets`, or that of the phrase. Undefined where there is none; a value of another shape
 * comes back as text that names no synset, so that it is counted.
 */
export function chooseSynset(
  synsets: unknown,
  phrase: string,
  phrases: ReadonlyMap<string, string> | undefined,
): string | undefined {
  if (synsets != null && !Array.isArray(synsets)) return "";
  const own: unknown = synsets?.[0];
  if (own !== undefined) return typeof own === "string" ? own : "";
  return phrases?.get(phrase.toLowerCase().trim());
}

/** The synsets of those attributes that the file of phrases has; undefined where it has none of them. */
export function findAttributeSynsets(
  attributes: readonly string[],
  phrases: ReadonlyMap<string, string> | undefined,
): Record<string, string> | undefined {
  const found = attributes.flatMap((attribute) => {
    const synset = phrases?.get(attribute.toLowerCase().trim());
    return synset === undefined ? [] : [[attribute, synset] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
