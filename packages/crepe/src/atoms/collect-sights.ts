import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";
import { atomsOf, toAtomKey } from "./atoms-of.ts";

/** An image and what is known of it. */
export interface Shown {
  readonly file: string | null;
  readonly scene: SceneGraph;
  /** Whether the scene has all that is in the image. */
  readonly closedWorld: boolean;
}

/** One place where an atom can be seen: a thing in an image. */
export interface Sight extends Shown {
  readonly object: SceneObject;
}

/** The images of rows in the order of their names. What is known of an image is its scene, or all graphs of its items. */
export function collectImages(rows: readonly RetrievalRow[]): readonly Shown[] {
  const images = new Map<string, Shown>();
  for (const { item, image, id } of rows) {
    if (item === undefined) continue;
    const key = image.file ?? id;
    const { objects = [] } = images.get(key)?.scene ?? {};
    const known = new Set(objects.map((object) => object.id));
    const scene = item.scene ?? {
      objects: [...objects, ...item.graph.objects.filter((object) => !known.has(object.id))],
      relations: [],
    };
    images.set(key, { file: item.image.file, scene, closedWorld: item.scene !== undefined });
  }
  return [...images].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, image]) => image);
}

/** Where each atom can be seen, by its key: one sight an image, in the order of the images. */
export function collectSights(images: readonly Shown[]): ReadonlyMap<string, readonly Sight[]> {
  const sights = new Map<string, Sight[]>();
  for (const image of images) {
    const seen = new Set<string>();
    for (const object of image.scene.objects) {
      for (const atom of atomsOf({ graph: { objects: [object], relations: [] } })) {
        const key = toAtomKey(atom);
        if (seen.has(key)) continue;
        seen.add(key);
        sights.set(key, [...(sights.get(key) ?? []), { ...image, object }]);
      }
    }
  }
  return sights;
}
