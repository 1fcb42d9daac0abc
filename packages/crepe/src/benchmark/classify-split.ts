import { toParsedPredicate } from "../captions/parse/to-parsed-predicate.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";

/** How a caption stands to a training set, as an item keeps it. */
export interface SplitOfGraph {
  /** SC: all compounds seen; UC: all atoms seen, some compound not; UA: some atom not seen. */
  readonly split: "SC" | "UC" | "UA";
  /** How often the least frequent compound was seen; null for a graph without compounds. */
  readonly rarestCompound: number | null;
}

/**
 * Puts a graph into the split of a training set (CREPE, section 3.1). Predicates are looked up as they are and as a
 * parsed caption has them, so that "is wearing" of a source is found as the "wear" of a vocabulary.
 */
export function classifySplit(graph: SceneGraph, vocabulary: Vocabulary): SplitOfGraph {
  const parsed = compoundsOf(parsePredicates(graph));
  const counts = compoundsOf(graph).map((compound, at) =>
    Math.max(vocabulary.countCompound(compound), vocabulary.countCompound(parsed[at] ?? compound)),
  );
  const rarestCompound = counts.length === 0 ? null : Math.min(...counts);
  if (!areAtomsSeen(graph, vocabulary)) return { split: "UA", rarestCompound };
  return { split: rarestCompound === 0 ? "UC" : "SC", rarestCompound };
}

/** The compounds of a graph: "attribute object" and "subject predicate object". */
export function compoundsOf({ objects, relations }: SceneGraph): string[] {
  const names = new Map(objects.map(({ id, name }) => [id, name]));
  return [
    ...objects.flatMap(({ name, attributes }) => attributes.map((attribute) => `${attribute} ${name}`)),
    ...relations.map(
      ({ subject, predicate, object }) =>
        `${names.get(subject) ?? ""} ${predicate} ${names.get(object) ?? ""}`,
    ),
  ];
}

function parsePredicates(graph: SceneGraph): SceneGraph {
  const relations = graph.relations.map((relation) => ({
    ...relation,
    predicate: toParsedPredicate(relation.predicate),
  }));
  return { ...graph, relations };
}

function areAtomsSeen({ objects, relations }: SceneGraph, vocabulary: Vocabulary): boolean {
  return (
    objects.every(
      ({ name, attributes }) =>
        vocabulary.countAtom("object", name) > 0 &&
        attributes.every((attribute) => vocabulary.countAtom("attribute", attribute) > 0),
    ) &&
    relations.every(({ predicate }) =>
      [predicate, toParsedPredicate(predicate)].some((one) => vocabulary.countAtom("relation", one) > 0),
    )
  );
}
