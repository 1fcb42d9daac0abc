import { posix } from "node:path";
import { z } from "zod";
import { interpolations } from "../images/resample-image.ts";

/** A path below the folder, whatever a folder from elsewhere says. */
const pathSchema = z
  .string()
  .min(1)
  .refine(
    (path) => !posix.isAbsolute(path) && !/(?:^|\/)\.\.(?:\/|$)|\\|:/u.test(path),
    "must be a path below the folder",
  );
const rgbSchema = z.tuple([z.number(), z.number(), z.number()]).readonly();
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u);

/**
 * What happens to a caption before the tokenizer, as open_clip names it: `whitespace` makes runs of white space one space;
 * `lower` lower-cases too; `canonicalize` also takes `_` for a space and strips ASCII punctuation (SigLIP). Broken
 * Unicode and HTML entities stay as they are.
 */
export const cleanings = ["none", "whitespace", "lower", "canonicalize"] as const;

/** What the weights of a model were trained with. */
export const activations = ["gelu", "quickgelu"] as const;

/** `model.json`: what stands in a folder of ONNX graphs of two towers. */
export const encoderManifestSchema = z.strictObject({
  schema: z.literal("observatory/dual-encoder@1"),
  name: z.string().min(1).max(200),
  image: z.strictObject({
    graph: pathSchema,
    /** SHA-256 of the graph's file, to tell one that is cut short. */
    sha256: sha256Schema.optional(),
    /** Side of the square that the tower takes. */
    size: z.int().min(1).max(4096),
    /** `shortest`: the shorter side to the size and the middle cut out; `squash`: both sides to the size. */
    resize: z.enum(["shortest", "squash"]),
    interpolation: z.enum(interpolations),
    mean: rgbSchema,
    std: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]).readonly(),
  }),
  text: z.strictObject({
    graph: pathSchema,
    sha256: sha256Schema.optional(),
    /** A `tokenizer.json` of the tokenizers library. */
    tokenizer: pathSchema,
    /** Tokens of a caption, end marks included; longer ones are cut. Taken from the graph where it is not said. */
    contextLength: z.int().min(3).max(4096).optional(),
    /** The token that fills up. */
    pad: z.string().min(1),
    clean: z.enum(cleanings).default("none"),
  }),
  /**
   * What the weights were trained with. A graph that has GELU where this says QuickGELU, as exports of OpenAI's weights do,
   * is run with QuickGELU. Graphs are run as they are where it is not said.
   */
  activation: z.enum(activations).optional(),
  /** A pair's score is `scale * cosine + bias`; order within an item does not depend on it. */
  logit: z.strictObject({ scale: z.number().positive(), bias: z.number() }).default({ scale: 1, bias: 0 }),
});

export type EncoderManifest = z.infer<typeof encoderManifestSchema>;
