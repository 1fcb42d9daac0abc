import { ModelError } from "@observatory/core";
import { z } from "zod";
import { readModelFile, readModelJson } from "./files.ts";

/** One array of weights, row-major. */
export interface Weight {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** Finds the one array whose name ends so. Throws ModelError where there is none, or more than one. */
export type Weights = (nameEnd: string) => Weight;

const manifestSchema = z.object({
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string().regex(/^[\w.-]+$/)),
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.int().nonnegative()),
          dtype: z.enum(["float32", "int32"]),
        }),
      ),
    }),
  ),
});

/** Reads the weights of the Universal Sentence Encoder Lite from its TensorFlow.js shards. Throws ModelError. */
export function loadWeights(): Weights {
  const weights = new Map<string, Weight>();
  for (const group of readModelJson("model.json", manifestSchema).weightsManifest) {
    const bytes = Buffer.concat(group.paths.map(readModelFile));
    let offset = 0;
    for (const { name, shape, dtype } of group.weights) {
      const length = 4 * shape.reduce((product, dim) => product * dim, 1);
      if (offset + length > bytes.length)
        throw new ModelError("the weights of the built-in embedder are cut short");
      // A copy, because a shard need not start at a multiple of four bytes.
      const values = bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length);
      if (dtype === "float32") weights.set(name, { dims: shape, data: new Float32Array(values) });
      offset += length;
    }
  }
  return (nameEnd) => {
    const [weight, ...others] = [...weights]
      .filter(([name]) => name.endsWith(nameEnd))
      .map(([, value]) => value);
    if (weight !== undefined && others.length === 0) return weight;
    throw new ModelError(`the weights of the built-in embedder hold no single ${nameEnd}`);
  };
}
