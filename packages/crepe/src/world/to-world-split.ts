import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import type { HeldOut } from "./held-out-compounds.ts";

/**
 * The split of a caption's graph against the training captions of a {@link HeldOut}: UA when it names an object that
 * they never name, else UC when it holds a compound that was held out, else SC.
 */
export function toWorldSplit(graph: SceneGraph, heldOut: HeldOut): "SC" | "UC" | "UA" {
  if (graph.objects.some(({ name }) => heldOut.unseenObjects.includes(name))) return "UA";
  const names = new Map(graph.objects.map(({ id, name }) => [id, name]));
  const isUnseen =
    graph.objects.some(({ name, attributes }) =>
      attributes.some((attribute) => heldOut.holdsAttribute(attribute, name)),
    ) ||
    graph.relations.some(({ subject, predicate, object }) =>
      heldOut.holdsRelation(names.get(subject) ?? "", predicate, names.get(object) ?? ""),
    );
  return isUnseen ? "UC" : "SC";
}
