import type { Random } from "@observatory/core";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";

/**
 * Two compounds of a scene with no object in common: two attributes of two objects, or two relations of four.
 *
 * Two, since a negative of two compounds beside a positive of one is found by its length. Null where there are none.
 */
export function sampleCompounds(graph: SceneGraph, random: Random): SceneGraph | null {
  const kinds = random.shuffle(["attribute", "relation"] as const);
  for (const kind of kinds) {
    const found = kind === "attribute" ? sampleAttributes(graph, random) : sampleRelations(graph, random);
    if (found !== null) return found;
  }
  return null;
}

function sampleAttributes({ objects }: SceneGraph, random: Random): SceneGraph | null {
  const chosen = random.shuffle(objects.filter(({ attributes }) => attributes.length > 0)).slice(0, 2);
  if (chosen.length < 2) return null;
  return {
    objects: chosen.map((object) => ({ ...object, attributes: [random.pick(object.attributes)] })),
    relations: [],
  };
}

function sampleRelations({ objects, relations }: SceneGraph, random: Random): SceneGraph | null {
  const ids = new Set(objects.map(({ id }) => id));
  const usable = random.shuffle(
    relations.filter(({ subject, object }) => subject !== object && ids.has(subject) && ids.has(object)),
  );
  const [first] = usable;
  if (first === undefined) return null;
  const taken = new Set([first.subject, first.object]);
  const second = usable.find(({ subject, object }) => !taken.has(subject) && !taken.has(object));
  if (second === undefined) return null;
  const chosen = new Set([...taken, second.subject, second.object]);
  return {
    objects: objects.filter(({ id }) => chosen.has(id)).map((object) => ({ ...object, attributes: [] })),
    relations: [first, second],
  };
}
