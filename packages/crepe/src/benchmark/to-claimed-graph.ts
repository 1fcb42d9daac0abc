import type { Claim } from "../captions/render/claim.ts";
import { compareAttributes } from "../negatives/attribute-sets.ts";
import type { SceneGraph, SceneObject, SceneRelation } from "../scene-graph/scene-graph.ts";

/**
 * The part of a drawn scene that a claim which is true of it speaks about, with the scene's own words and boxes: what the claim
 * denies is there as it really is. Null where something that is claimed is not found, or nothing stands in the place
 * of what is denied.
 */
export function toClaimedGraph({ graph, denied }: Claim, scene: SceneGraph): SceneGraph | null {
  const found = new Map<string, SceneObject>();
  for (const object of graph.objects) {
    const actual =
      scene.objects.find(({ id }) => id === object.id) ??
      scene.objects.find(({ name }) => name === object.name);
    if (actual !== undefined) found.set(object.id, actual);
  }
  const objects = graph.objects.flatMap((object): SceneObject[] => {
    const actual = found.get(object.id);
    if (actual === undefined) return [];
    const attributes = object.attributes.flatMap((attribute) => {
      const isDenied =
        denied?.kind === "attribute" && denied.object === object.id && denied.attribute === attribute;
      return isDenied
        ? actual.attributes
            .filter((other) => compareAttributes(attribute, other, { exact: true }) === "exclusive")
            .slice(0, 1)
        : [attribute];
    });
    return attributes.length === object.attributes.length ? [{ ...actual, attributes }] : [];
  });
  const relations = graph.relations.flatMap((relation, index): SceneRelation[] => {
    const subject = found.get(relation.subject)?.id;
    const object = found.get(relation.object)?.id;
    if (subject === undefined || object === undefined) return [];
    if (denied?.kind !== "relation" || denied.relation !== index) return [{ ...relation, subject, object }];
    const instead = scene.relations.find(
      (other) =>
        other.subject === subject && other.object === object && other.predicate !== relation.predicate,
    );
    return instead === undefined ? [] : [instead];
  });
  return objects.length === graph.objects.length && relations.length === graph.relations.length
    ? { objects, relations }
    : null;
}
