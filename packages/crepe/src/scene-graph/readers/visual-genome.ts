import { z } from "zod";
import type { Box } from "../scene-graph.ts";
import { assembleGraph, type GraphLoss, type ImageGraph } from "./assemble-graph.ts";
import { readJsonElements, type ReadJsonElementsOptions } from "./read-json-elements.ts";
import { chooseSynset, findAttributeSynsets, type PhraseSynsets } from "./visual-genome-synsets.ts";

const id = z.union([z.number(), z.string()]).transform(String);
const number = z.number();
/** An optional list of names; one of another shape does not cost the image. */
const synsets = z.unknown().optional();

const objectSchema = z.object({
  object_id: id,
  names: z.array(z.string()).nullish(),
  name: z.string().nullish(),
  attributes: z.array(z.string()).nullish(),
  synsets,
  x: number,
  y: number,
  w: number,
  h: number,
});

/** `scene_graphs.json`: relations by ids of objects. */
const sceneSchema = z.object({
  image_id: id,
  objects: z.array(objectSchema),
  relationships: z.array(z.object({ subject_id: id, object_id: id, predicate: z.string(), synsets })),
});

/** `attributes.json`: objects only. */
const attributesSchema = z.object({ image_id: id, attributes: z.array(objectSchema) });

/** `relationships.json`: each relation holds its two objects. */
const relationshipsSchema = z.object({
  image_id: id,
  relationships: z.array(
    z.object({ predicate: z.string(), synsets, subject: objectSchema, object: objectSchema }),
  ),
});

const anySchema = z.union([
  sceneSchema,
  attributesSchema.transform(({ image_id, attributes }) => ({
    image_id,
    objects: attributes,
    relationships: [],
  })),
  relationshipsSchema.transform(({ image_id, relationships }) => ({
    image_id,
    objects: [
      ...new Map(
        relationships
          .flatMap(({ subject, object }) => [subject, object])
          .map((each) => [each.object_id, each]),
      ).values(),
    ],
    relationships: relationships.map(({ predicate, synsets: senses, subject, object }) => ({
      subject_id: subject.object_id,
      object_id: object.object_id,
      predicate,
      synsets: senses,
    })),
  })),
]);

const regionsSchema = z.object({
  regions: z.array(
    z.object({
      region_id: id,
      image_id: id.nullish(),
      phrase: z.string(),
      x: number,
      y: number,
      width: number,
      height: number,
    }),
  ),
  id: id.nullish(),
  image_id: id.nullish(),
});

/** A phrase that people wrote about a part of an image. */
export interface RegionDescription {
  readonly image: string;
  readonly region: string;
  readonly phrase: string;
  /** In pixels of the image, as published: it may reach over the image's edge. */
  readonly box: Box;
}

const sizeSchema = z.object({ image_id: id.optional(), id: id.optional(), width: number, height: number });

/** Width and height of images in pixels, by image id. */
export type ImageSizes = ReadonlyMap<string, { readonly width: number; readonly height: number }>;

/** Reads the sizes of Visual Genome's images from `image_data.json`; records of another shape are passed over. */
export async function readVisualGenomeSizes(
  path: string,
  options: ReadJsonElementsOptions = {},
): Promise<ImageSizes> {
  const sizes = new Map<string, { width: number; height: number }>();
  for await (const { value } of readJsonElements(path, options)) {
    const size = sizeSchema.safeParse(value);
    const image = size.success ? (size.data.image_id ?? size.data.id) : undefined;
    if (size.success && image !== undefined)
      sizes.set(image, { width: size.data.width, height: size.data.height });
  }
  return sizes;
}

/**
 * Reads Visual Genome (Krishna et al. 2017) one image at a time from `scene_graphs.json`, which has everything, or from
 * `attributes.json` (objects without relations) or `relationships.json` (objects without attributes).
 *
 * The first of an object's names and of its synsets counts; where an image names no synset, that of the phrase in
 * `phraseSynsets` does, and for attributes that alone. Boxes are checked against `sizes` where the image is in it. An
 * image that is not of the published shape gives an empty graph with the loss `unreadable`.
 */
export async function* readVisualGenome(
  path: string,
  {
    sizes,
    phraseSynsets,
    ...options
  }: ReadJsonElementsOptions & {
    readonly sizes?: ImageSizes;
    readonly phraseSynsets?: PhraseSynsets;
  } = {},
): AsyncGenerator<ImageGraph> {
  for await (const { key, value } of readJsonElements(path, options)) {
    const scene = anySchema.safeParse(value);
    if (!scene.success) {
      const place = `element ${key}`;
      yield {
        image: place,
        width: null,
        height: null,
        graph: { objects: [], relations: [] },
        losses: [{ reason: "unreadable", place }],
      };
      continue;
    }
    const { image_id: image, objects, relationships } = scene.data;
    const size = sizes?.get(image);
    yield assembleGraph(
      { image, width: size?.width ?? null, height: size?.height ?? null },
      objects.map(({ object_id, names, name, attributes, synsets: senses, x, y, w, h }) => {
        const phrase = names?.[0] ?? name ?? "";
        return {
          id: object_id,
          name: phrase,
          attributes: attributes ?? [],
          box: { x, y, width: w, height: h },
          synset: chooseSynset(senses, phrase, phraseSynsets?.objects),
          attributeSynsets: findAttributeSynsets(attributes ?? [], phraseSynsets?.attributes),
        };
      }),
      relationships.map(({ subject_id, object_id, predicate, synsets: senses }) => ({
        subject: subject_id,
        predicate,
        object: object_id,
        synset: chooseSynset(senses, predicate, phraseSynsets?.relations),
      })),
    );
  }
}

/** Reads `region_descriptions.json`, one region at a time; `onLoss` hears of each image that is not of the shape. */
export async function* readRegionDescriptions(
  path: string,
  { onLoss, ...options }: ReadJsonElementsOptions & { readonly onLoss?: (loss: GraphLoss) => void } = {},
): AsyncGenerator<RegionDescription> {
  for await (const { key, value } of readJsonElements(path, options)) {
    const parsed = regionsSchema.safeParse(value);
    if (!parsed.success) {
      onLoss?.({ reason: "unreadable", place: `element ${key}` });
      continue;
    }
    for (const { region_id: region, image_id, phrase, x, y, width, height } of parsed.data.regions) {
      const image = image_id ?? parsed.data.image_id ?? parsed.data.id ?? key;
      yield { image, region, phrase, box: { x, y, width, height } };
    }
  }
}
