import { parseJson } from "@observatory/core";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** A folder of `packages/models/fixtures/`, or a file in it. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url));
}

const numbers = z.array(z.number());
const modelSchema = z.object({
  /** Token ids, ended after the first that only fills up. */
  captions: z.array(numbers),
  texts: z.array(numbers),
  images: z.record(z.string(), numbers),
  scores: z.record(z.string(), z.tuple([z.number(), z.number()])),
});
const preparation = z.object({
  size: z.tuple([z.int(), z.int()]),
  mean: z.tuple([z.number(), z.number(), z.number()]),
  std: z.tuple([z.number(), z.number(), z.number()]),
  interpolation: z.enum(["bilinear", "bicubic", "lanczos"]),
  resize_mode: z.enum(["shortest", "squash"]),
});
const referenceSchema = z.object({
  captions: z.array(z.string()),
  preparations: z.record(z.string(), preparation),
  resamples: z.array(
    z.object({
      from: z.tuple([z.int(), z.int()]),
      to: z.tuple([z.int(), z.int()]),
      interpolation: z.enum(["bilinear", "bicubic", "lanczos"]),
      sha256: z.string(),
    }),
  ),
  "tiny-clip": modelSchema,
  "tiny-siglip": modelSchema,
  /** SHA-256 of the decoded bytes of each photo, and of its pixels as each preparation gives them. */
  prepared: z.record(z.string(), z.record(z.string(), z.string())),
});

/** What `scripts/make-tiny-encoders.py` computed in Python. */
export function readReference(): z.infer<typeof referenceSchema> {
  const json = parseJson(readFileSync(fixturePath("reference.json"), "utf8"));
  return referenceSchema.parse(json.ok ? json.value : null);
}

/** The one kind of caption that unigram tokenizers cut otherwise here than in Python. */
export function isJoinedEmoji(caption: string): boolean {
  return caption.includes("\u200D");
}
