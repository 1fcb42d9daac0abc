import type { Claim } from "../captions/render/claim.ts";
import { renameObject, replaceAttribute, replacePredicate } from "../negatives/edit-graph.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import type { Item } from "./item.ts";

/** What a claim denies, as an item keeps it beside the graph of what is so; empty where it denies nothing. */
export function toDenied({ graph: claimed, denied }: Claim, actual: SceneGraph): Pick<Item, "denied"> {
  switch (denied?.kind) {
    case undefined:
    case "existence":
      return {};
    case "relation": {
      const predicate = claimed.relations[denied.relation]?.predicate;
      return predicate === undefined ? {} : { denied: { ...denied, predicate } };
    }
    case "object":
    case "attribute": {
      const place = claimed.objects.findIndex(({ id }) => id === denied.object);
      const [said, is] = [claimed.objects[place], actual.objects[place]];
      if (said === undefined || is === undefined) return {};
      if (denied.kind === "object") return { denied: { kind: "object", object: is.id, name: said.name } };
      const instead = is.attributes[said.attributes.indexOf(denied.attribute)];
      if (instead === undefined) return {};
      return { denied: { ...denied, object: is.id, actual: instead } };
    }
    default:
      return denied satisfies never;
  }
}

/** The claim that an item's caption makes: its graph in the caption's words, and the denial. */
export function toClaim({ graph, denied }: Pick<Item, "graph" | "denied">): Claim {
  switch (denied?.kind) {
    case undefined:
      return { graph, denied: null };
    case "object":
      return {
        graph: renameObject(graph, denied.object, denied.name),
        denied: { kind: "object", object: denied.object },
      };
    case "attribute": {
      const { kind, object, attribute, actual } = denied;
      return {
        graph: replaceAttribute(graph, object, actual, attribute),
        denied: { kind, object, attribute },
      };
    }
    case "relation":
      return {
        graph: replacePredicate(graph, denied.relation, denied.predicate),
        denied: { kind: "relation", relation: denied.relation },
      };
    default:
      return denied satisfies never;
  }
}
