import { z } from "zod";
import { sceneGraphSchema } from "../scene-graph/scene-graph.ts";

const count = z.number().int().nonnegative();

/** How a negative came about: which atom or compound was changed, by which rule. */
export const editSchema = z.strictObject({
  /** Name of the rule: `wordnet-cousin`, `antonym`, `preposition`, `colour`, `swap-attributes`, `negate-caption` ... */
  rule: z.string(),
  /** What kind of atom changed. */
  role: z.enum(["object", "attribute", "relation", "caption", "compound"]),
  /** The words before and after; for a swap the two that changed places. */
  from: z.string(),
  to: z.string(),
  /** Ids of the objects of the graph that the edit touches. */
  objects: z.array(z.string()),
});

/**
 * How sure it is that a negative is false of its image: `contradicted` by the graph (an attribute of the same
 * exclusive set, a reversed asymmetric relation, a negated fact), `absent` from a graph that is known to be complete,
 * or `unknown` (absent from a graph that may be incomplete). Only `contradicted` is strict.
 */
export const falsitySchema = z.enum(["contradicted", "absent", "unknown"]);

export const negativeSchema = z.strictObject({
  text: z.string(),
  type: z.enum(["atom", "comp", "swap", "negate"]),
  edit: editSchema,
  falsity: falsitySchema,
});

/** The atom that a caption says is not so, where the item's graph has what is so instead. */
export const deniedSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("object"), object: z.string(), name: z.string() }),
  z.strictObject({
    kind: z.literal("attribute"),
    object: z.string(),
    attribute: z.string(),
    /** The attribute of the graph that the thing has instead. */
    actual: z.string(),
  }),
  /** An index into the graph's relations. */
  z.strictObject({ kind: z.literal("relation"), relation: count, predicate: z.string() }),
]);

/** One line of `items.jsonl`. */
export const itemSchema = z.strictObject({
  id: z.string(),
  image: z.strictObject({
    /** Relative to the benchmark's `images/`; null where the source has no images. */
    file: z.string().nullable(),
    /** Region that the caption is about, in pixels. */
    box: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
  }),
  caption: z.string(),
  /** What the caption is about, as it is in the image. */
  graph: sceneGraphSchema,
  /** What the caption denies; absent where it denies nothing. */
  denied: deniedSchema.optional(),
  /** Everything that is true of the image, where that is known: drawn scenes. */
  scene: sceneGraphSchema.optional(),
  complexity: z.strictObject({
    n: count,
    objects: count,
    relations: count,
    attributes: count,
    components: count,
  }),
  /** For each training set which split the caption is in, and how often its rarest compound was seen there. */
  split: z
    .record(
      z.string(),
      z.strictObject({ split: z.enum(["SC", "UC", "UA"]), rarestCompound: z.number().int().nullable() }),
    )
    .optional(),
  /** Items with the same pair id and sides A and B are a counter-balanced 2 x 2 set. */
  pair: z.strictObject({ id: z.string(), side: z.enum(["A", "B"]) }).optional(),
  /**
   * Items of one family have the same captions, each of them true of the image of one item and false of all others:
   * without the images each is as likely as any other.
   */
  family: z.string().optional(),
  /** Name of the caption's style, drawn independently of n. */
  style: z.string().optional(),
  negatives: z.array(negativeSchema),
});

export type Item = z.infer<typeof itemSchema>;
export type Negative = z.infer<typeof negativeSchema>;
export type Edit = z.infer<typeof editSchema>;
export type Falsity = z.infer<typeof falsitySchema>;

/** `benchmark.json`. */
export const benchmarkSchema = z.strictObject({
  schema: z.literal("observatory/crepe-benchmark@1"),
  name: z.string(),
  version: z.string(),
  /** Where scenes come from: `world`, or the kind of the graphs' files. */
  source: z.string(),
  /** `atoms`: single objects and attributes, made of the items of another benchmark. */
  set: z.enum(["productivity", "systematicity", "pairs", "atoms"]),
  seed: z.number(),
  strict: z.boolean(),
  counts: z.record(z.string(), count),
  /** Cells that are no part of the benchmark, since probes without eyes win there even after refining. */
  leftOut: z
    .array(
      z.strictObject({
        cell: z.string(),
        rows: count,
        probe: z.string(),
        rAt1: z.number(),
        interval: z.tuple([z.number(), z.number()]).readonly(),
        chance: z.number(),
      }),
    )
    .readonly()
    .optional(),
  /** SHA-256 of `items.jsonl`. */
  contentHash: z.string(),
});

export type BenchmarkRecord = z.infer<typeof benchmarkSchema>;
