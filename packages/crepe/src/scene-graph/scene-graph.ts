import { z } from "zod";
import { synsetNameSchema } from "./synset-name.ts";

const boxSchema = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** A rectangle in pixels of its image; the origin is the top left corner. */
export type Box = z.infer<typeof boxSchema>;

export const sceneGraphSchema = z.strictObject({
  /** Things in the scene. Ids are unique within the graph. */
  objects: z.array(
    z.strictObject({
      id: z.string(),
      /** A lower-case singular noun or noun compound: "teddy bear". */
      name: z.string(),
      /** Lower-case, each at most once: "red", "large". */
      attributes: z.array(z.string()),
      box: boxSchema.nullable(),
      /** Which sense of its name is meant, where the source says so: `bat.n.05`. */
      synset: synsetNameSchema.optional(),
      /** The senses of some of its attributes, by attribute. */
      attributeSynsets: z.record(z.string(), synsetNameSchema).optional(),
    }),
  ),
  /** Directed: subject, predicate, object. Subject and object are ids of objects. */
  relations: z.array(
    z.strictObject({
      subject: z.string(),
      predicate: z.string(),
      object: z.string(),
      synset: synsetNameSchema.optional(),
    }),
  ),
});

/** Objects, their attributes, and directed relations between them (Krishna et al. 2017, Visual Genome). */
export type SceneGraph = z.infer<typeof sceneGraphSchema>;
export type SceneObject = SceneGraph["objects"][number];
export type SceneRelation = SceneGraph["relations"][number];

/** Size of a graph; `n` is objects + relations + attributes, as in CREPE. */
export interface Complexity {
  readonly n: number;
  readonly objects: number;
  readonly relations: number;
  readonly attributes: number;
  /** Connected components, relations taken as undirected. */
  readonly components: number;
}

/** Counts the atoms of a graph. */
export function toComplexity(graph: SceneGraph): Complexity {
  const objects = graph.objects.length;
  const relations = graph.relations.length;
  const attributes = graph.objects.reduce((sum, object) => sum + object.attributes.length, 0);
  return {
    n: objects + relations + attributes,
    objects,
    relations,
    attributes,
    components: countComponents(graph),
  };
}

function countComponents(graph: SceneGraph): number {
  const parent = new Map(graph.objects.map((object) => [object.id, object.id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    return root;
  };
  for (const { subject, object } of graph.relations) parent.set(rootOf(subject), rootOf(object));
  return new Set(graph.objects.map((object) => rootOf(object.id))).size;
}
