import { toSingular } from "../../captions/parse/lemmas.ts";
import type { Box, SceneGraph } from "../scene-graph.ts";
import { parseSynsetName } from "../synset-name.ts";

/** Something that a reader left out or mended, and where. */
export interface GraphLoss {
  readonly reason:
    | "unreadable"
    /** The file breaks off here; what stands before was read. */
    | "cut-short"
    | "object-without-name"
    | "duplicate-object"
    | "dangling-relation"
    | "relation-without-name"
    | "self-relation"
    /** The name of a synset is not like `tree.n.01`; the sense is left open. */
    | "synset-malformed"
    | "box-clipped"
    | "box-outside";
  /** Image, then object or relation: "2370799/object 1023". */
  readonly place: string;
}

/** The graph of one image, and what was lost of it. */
export interface ImageGraph {
  readonly image: string;
  /** In pixels; null where the source does not say. */
  readonly width: number | null;
  readonly height: number | null;
  readonly graph: SceneGraph;
  readonly losses: readonly GraphLoss[];
}

/** An object and a relation as a source has them. */
export interface SourceObject {
  readonly id: string;
  readonly name: string;
  readonly attributes: readonly string[];
  readonly box: Box | null;
  /** Names of synsets as the source has them, of any form. */
  readonly synset?: string;
  readonly attributeSynsets?: Readonly<Record<string, string>>;
}

export interface SourceRelation {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly synset?: string;
}

/**
 * Builds a graph from what a source says of one image; every loss is counted with its place.
 *
 * Dropped: objects without a name or with an id that was there before, relations of which an end is missing, that have
 * no name, or that join an object to itself. Boxes are cut to the image; one outside or without area becomes null.
 * Synsets are kept where their names are well formed. Cycles of relations are kept ("left of" and "right of" make one).
 * Equal relations are kept once.
 */
export function assembleGraph(
  image: { readonly image: string; readonly width: number | null; readonly height: number | null },
  objects: readonly SourceObject[],
  relations: readonly SourceRelation[],
): ImageGraph {
  const losses: GraphLoss[] = [];
  const lose = (reason: GraphLoss["reason"], what: string): void => {
    losses.push({ reason, place: `${image.image}/${what}` });
  };
  const kept = new Map<string, SceneGraph["objects"][number]>();
  const toSynset = (name: string | undefined, what: string): string | undefined => {
    if (name === undefined || parseSynsetName(name) !== null) return name;
    lose("synset-malformed", what);
    return undefined;
  };
  for (const { id, name, attributes, box, synset: sense, attributeSynsets = {} } of objects) {
    const clean = toName(name);
    if (clean === "") lose("object-without-name", `object ${id}`);
    else if (kept.has(id)) lose("duplicate-object", `object ${id}`);
    else {
      const words = attributes.map(toPhrase).filter((attribute) => attribute !== "");
      const synset = toSynset(sense, `object ${id}`);
      const senses = Object.entries(attributeSynsets).flatMap(([attribute, given]) => {
        const found = toSynset(given, `object ${id}`);
        return found === undefined ? [] : [[toPhrase(attribute), found] as const];
      });
      kept.set(id, {
        id,
        name: clean,
        attributes: [...new Set(words)],
        box: clipBox(box, image, (reason) => lose(reason, `object ${id}`)),
        ...(synset === undefined ? {} : { synset }),
        ...(senses.length === 0 ? {} : { attributeSynsets: Object.fromEntries(senses) }),
      });
    }
  }
  const seen = new Set<string>();
  const linked: SourceRelation[] = [];
  for (const [index, relation] of relations.entries()) {
    const predicate = toPhrase(relation.predicate);
    const key = JSON.stringify([relation.subject, predicate, relation.object]);
    if (!kept.has(relation.subject) || !kept.has(relation.object))
      lose("dangling-relation", `relation ${index}`);
    else if (predicate === "") lose("relation-without-name", `relation ${index}`);
    else if (relation.subject === relation.object) lose("self-relation", `relation ${index}`);
    else if (!seen.has(key)) {
      const synset = toSynset(relation.synset, `relation ${index}`);
      const { subject, object } = relation;
      linked.push({ subject, predicate, object, ...(synset === undefined ? {} : { synset }) });
    }
    seen.add(key);
  }
  return { ...image, graph: { objects: [...kept.values()], relations: linked }, losses };
}

function toPhrase(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, " ").trim();
}

function toName(text: string): string {
  const words = toPhrase(text).split(" ");
  return [...words.slice(0, -1), toSingular(words.at(-1) ?? "")].join(" ");
}

function clipBox(
  box: Box | null,
  { width, height }: { readonly width: number | null; readonly height: number | null },
  lose: (reason: "box-clipped" | "box-outside") => void,
): Box | null {
  if (box === null) return null;
  const left = Math.max(0, box.x);
  const top = Math.max(0, box.y);
  const right = Math.min(width ?? Infinity, box.x + box.width);
  const bottom = Math.min(height ?? Infinity, box.y + box.height);
  if (!(right > left && bottom > top)) {
    lose("box-outside");
    return null;
  }
  const clipped = { x: left, y: top, width: right - left, height: bottom - top };
  if (clipped.width !== box.width || clipped.height !== box.height) lose("box-clipped");
  return clipped;
}
