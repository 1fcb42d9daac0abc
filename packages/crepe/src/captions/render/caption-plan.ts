import { InputError, type Random } from "@observatory/core";
import type { SceneGraph } from "../../scene-graph/scene-graph.ts";

export const captionStyles = [
  "plain",
  "sentence",
  "there-is",
  "fronted",
  "relative",
  "telegraphic",
  "listing",
] as const;
/** How a caption is worded. Every style can render every graph. */
export type CaptionStyle = (typeof captionStyles)[number];

/** One subject with what is said of it. */
export interface Clause {
  readonly subject: string;
  /** Indices into the graph's relations, all with this subject. */
  readonly relations: readonly number[];
}

/**
 * Everything about a caption's wording that is not the graph. It holds ids and indices only, so the same plan words
 * another graph of the same structure: a caption and its negatives share one plan.
 */
export interface CaptionPlan {
  readonly style: CaptionStyle;
  readonly clauses: readonly Clause[];
  /** Words in front, of which nothing is true or false of the scene: "a photo of". May be empty. */
  readonly frame: string;
  /** Spells out what could be left out ("is on a mat and is next to a ball"). */
  readonly verbose: boolean;
}

/** Draws the order in which a graph is told. Throws InputError for relations of unknown objects and repeated ids. */
export function planClauses(graph: SceneGraph, random: Random): Clause[] {
  checkGraph(graph);
  const outgoing = new Map<string, number[]>(graph.objects.map(({ id }) => [id, []]));
  const incoming = new Set<string>();
  graph.relations.forEach(({ subject, object }, index) => {
    outgoing.get(subject)?.push(index);
    if (subject !== object) incoming.add(object);
  });
  const mentioned = new Set<string>();
  const clauses: Clause[] = [];
  const waiting = new Set(graph.objects.map(({ id }) => id));
  const order = random.shuffle([...waiting]);
  const tells = (id: string) => (outgoing.get(id)?.length ?? 0) > 0;
  while (waiting.size > 0) {
    const left = order.filter((id) => waiting.has(id));
    const subject =
      left.find((id) => mentioned.has(id) && tells(id)) ??
      left.find((id) => !mentioned.has(id) && tells(id) && !incoming.has(id)) ??
      left.find((id) => !mentioned.has(id) && tells(id)) ??
      left.find((id) => !mentioned.has(id));
    if (subject === undefined) break;
    waiting.delete(subject);
    mentioned.add(subject);
    const relations = random.shuffle(outgoing.get(subject) ?? []);
    for (const index of relations) mentioned.add(graph.relations[index]?.object ?? subject);
    clauses.push({ subject, relations });
  }
  return clauses;
}

/** The frames that fit a style; the empty one is always among them. */
export function framesOf(style: CaptionStyle): readonly string[] {
  switch (style) {
    case "plain":
    case "relative":
    case "listing":
      return ["", "a photo of", "a picture of", "an image showing"];
    case "sentence":
    case "there-is":
    case "fronted":
      return ["", "in this picture", "as one can see in this picture"];
    case "telegraphic":
      return ["", "photo of", "picture with"];
  }
  return style satisfies never;
}

function checkGraph(graph: SceneGraph): void {
  const ids = new Set(graph.objects.map(({ id }) => id));
  if (ids.size === 0) throw new InputError("a scene graph without objects cannot be put into words");
  if (ids.size < graph.objects.length) throw new InputError("two objects of a scene graph have the same id");
  graph.relations.forEach(({ subject, object }, index) => {
    if (!ids.has(subject) || !ids.has(object))
      throw new InputError(`relation ${index + 1} of a scene graph names an object that is not there`);
  });
}
