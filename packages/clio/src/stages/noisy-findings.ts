import { toMatrix, type Matrix } from "@observatory/numerics";
import { join } from "node:path";
import { z } from "zod";
import { loadPrivateJson } from "./private-json.ts";

const countedSchema = z.strictObject({ word: z.string(), accounts: z.number() });
const pairSchema = z.strictObject({ first: z.string(), second: z.string(), accounts: z.number() });

const findingsSchema = z.strictObject({
  accounts: z.number(),
  /** A row for each base cluster that is known by what is said in it. */
  centroids: z.array(z.array(z.number())),
  /** Numbers of the languages that are base clusters after those. */
  languages: z.array(z.number().int()),
  /** Noisy accounts of each base cluster. */
  sizes: z.array(z.number()),
  sizeDeviation: z.number(),
  /** For each level, base first, the group of each base cluster. */
  cuts: z.array(z.array(z.number().int())),
  /** For each level above the base the noisy accounts of each group. */
  accountsOfGroups: z.array(z.array(z.number())),
  /** Of each base cluster but those of languages. */
  words: z.array(
    z.strictObject({
      all: z.array(countedSchema),
      deviation: z.number(),
      words: z.array(countedSchema),
      pairs: z.array(pairSchema),
    }),
  ),
});

/** `private/noise-<key>/findings.json`: everything that noise was added to. What is made of it alone may be shown. */
export type NoisyFindings = z.infer<typeof findingsSchema>;

/** Throws StateError for a file that is not as this version writes it. */
export async function loadFindings(directory: string): Promise<NoisyFindings> {
  return loadPrivateJson(join(directory, "findings.json"), findingsSchema);
}

/** A place for every base cluster; those of languages stand far from the others and beside each other. */
export function toPlaces({ centroids, languages }: Pick<NoisyFindings, "centroids" | "languages">): Matrix {
  const columns = centroids[0]?.length ?? 0;
  const apart = languages.map((_, at) => [...Array.from({ length: columns }, () => 0), 1 + 0.01 * at]);
  return toMatrix([...centroids.map((row) => [...row, 0]), ...apart], { shared: true });
}
