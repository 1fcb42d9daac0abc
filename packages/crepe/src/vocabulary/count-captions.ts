import { parseCaption } from "../captions/parse/parse-caption.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";

/** What of a graph is counted: three kinds of atoms and two of compounds. */
export const entryKinds = [
  "object",
  "attribute",
  "relation",
  "attribute-object",
  "subject-relation-object",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** In how many captions of a chunk each entry stands; parallel arrays, as they cross threads. */
export interface CaptionCounts {
  /** Kind and words, apart by tabs. */
  readonly keys: readonly string[];
  readonly counts: Uint32Array<ArrayBuffer>;
  /** Captions at which the parser failed. */
  readonly failures: number;
}

/** Parses captions and counts their atoms and compounds, each at most once a caption. */
export function countCaptions(captions: readonly string[]): CaptionCounts {
  const counts = new Map<string, number>();
  let failures = 0;
  for (const caption of captions) {
    try {
      for (const key of toEntries(parseCaption(caption))) counts.set(key, (counts.get(key) ?? 0) + 1);
    } catch {
      failures++;
    }
  }
  const keys = [...counts.keys()].toSorted();
  return { keys, counts: Uint32Array.from(keys, (key) => counts.get(key) ?? 0), failures };
}

/** The atoms and compounds of a graph, each once, as `kind<tab>word<tab>...`. */
export function toEntries(graph: SceneGraph): ReadonlySet<string> {
  const entries = new Set<string>();
  const add = (kind: EntryKind, ...words: readonly string[]): void => {
    const clean = words.map((word) => word.toLowerCase().replace(/\s+/gu, " ").trim());
    if (clean.every((word) => word !== "" && word.length <= maxWordLength))
      entries.add([kind, ...clean].join("\t"));
  };
  const names = new Map(graph.objects.map(({ id, name }) => [id, name]));
  for (const { name, attributes } of graph.objects) {
    add("object", name);
    for (const attribute of attributes) {
      add("attribute", attribute);
      add("attribute-object", attribute, name);
    }
  }
  for (const { subject, predicate, object } of graph.relations) {
    add("relation", predicate);
    add("subject-relation-object", names.get(subject) ?? "", predicate, names.get(object) ?? "");
  }
  return entries;
}

/** Longer ones are rubbish, such as a text without spaces. */
const maxWordLength = 100;
