import { falsityTexts } from "./describe-edit.ts";
import type { Item, Negative, SceneGraph } from "@observatory/crepe/release";

/**
 * Why a negative is false, in a sentence: what the scene graph says of the objects that the edit touches, and what
 * follows from it. A graph of the caption alone may not hold what the proof used; then only the kind of proof is told.
 */
export function describeProof(
  { falsity, edit }: Pick<Negative, "falsity" | "edit">,
  { graph }: Pick<Item, "graph">,
): string {
  const facts = toFacts(graph, edit.objects);
  const scene = facts === "" ? "" : `the scene has ${facts}`;
  switch (falsity) {
    case "contradicted":
      return scene === "" ? falsityTexts.contradicted : `False: ${scene}, which excludes it.`;
    case "absent":
      return `False: ${scene === "" ? "" : `${scene}; `}nothing in the scene fits it, and the scene is known completely.`;
    case "unknown":
      return `Likely false: ${scene === "" ? "" : `${scene}; `}nothing in the graph fits it, but the graph may leave things out.`;
    default:
      return falsity satisfies never;
  }
}

/** "large yellow fish; small red penguin smaller than fish". */
function toFacts({ objects, relations }: SceneGraph, touched: readonly string[]): string {
  const own = objects.filter(({ id }) => touched.includes(id));
  const nameOf = (id: string): string => objects.find((object) => object.id === id)?.name ?? "something";
  const things = own.map(({ name, attributes }) => [...attributes, name].join(" "));
  const links = relations
    .filter(({ subject, object }) => touched.includes(subject) && touched.includes(object))
    .map(({ subject, predicate, object }) => `${nameOf(subject)} ${predicate} ${nameOf(object)}`);
  return [...things, ...links].join(", ");
}
