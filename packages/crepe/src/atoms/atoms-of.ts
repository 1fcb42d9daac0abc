import { toClaim } from "../benchmark/to-denied.ts";
import type { Item } from "../benchmark/item.ts";
import { findAttributeSets } from "../negatives/attribute-sets.ts";

/** An object or an attribute, by its word. */
export interface Atom {
  readonly kind: "object" | "attribute";
  readonly word: string;
}

/**
 * The objects and attributes that a caption names, each once. Without relations, and without attributes that say how a thing
 * compares with others (large, tall, thick): neither can be shown alone.
 */
export function atomsOf(item: Pick<Item, "graph" | "denied">): readonly Atom[] {
  const { graph } = toClaim(item);
  const atoms = graph.objects.flatMap(({ name, attributes }): Atom[] => [
    { kind: "object", word: name },
    ...attributes.filter(isShownAlone).map((word) => ({ kind: "attribute" as const, word })),
  ]);
  return [...new Map(atoms.map((atom) => [toAtomKey(atom), atom])).values()];
}

/** The same for all mentions of an atom. */
export function toAtomKey({ kind, word }: Atom): string {
  return `${kind} ${word}`;
}

/** The closed set of an attribute, such as `colour`; `other` for one that is in none. */
export function attributeSetOf(attribute: string): string {
  return findAttributeSets(attribute)[0]?.name ?? "other";
}

function isShownAlone(attribute: string): boolean {
  return !comparisons.has(attributeSetOf(attribute));
}

const comparisons = new Set(["size", "height", "length", "thickness", "width", "depth"]);
