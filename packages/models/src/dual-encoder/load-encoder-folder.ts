import { hashFile, InputError } from "@observatory/core";
import { findWeightFiles, readGraphOutline } from "@observatory/onnx";
import { join } from "node:path";
import { loadCaptionTokenizer } from "./caption-tokenizer.ts";
import type { EncoderManifest } from "./encoder-manifest.ts";
import { hashGraph } from "./hash-graph.ts";
import { loadEncoderManifest } from "./load-encoder-manifest.ts";

/** A folder of two towers: what it says of itself, and what its files are. */
export interface EncoderFolder {
  readonly manifest: EncoderManifest;
  readonly paths: { readonly image: string; readonly text: string; readonly tokenizer: string };
  /** SHA-256 of each, files of weights included. */
  readonly hashes: { readonly image: string; readonly text: string; readonly tokenizer: string };
  /** Size of both graphs with their weights. */
  readonly bytes: number;
}

/**
 * Reads and hashes a folder. Throws InputError where a file is missing or is not the one that the manifest means, which is
 * the folder's own unless told.
 */
export async function loadEncoderFolder(
  directory: string,
  options: { readonly manifest?: EncoderManifest; readonly signal?: AbortSignal } = {},
): Promise<EncoderFolder> {
  const manifest = options.manifest ?? (await loadEncoderManifest(directory));
  const paths = {
    image: join(directory, manifest.image.graph),
    text: join(directory, manifest.text.graph),
    tokenizer: join(directory, manifest.text.tokenizer),
  };
  const image = await hashGraph(paths.image, options);
  const text = await hashGraph(paths.text, options);
  requireHash(paths.image, image.own, manifest.image.sha256);
  requireHash(paths.text, text.own, manifest.text.sha256);
  return {
    manifest,
    paths,
    hashes: { image: image.all, text: text.all, tokenizer: await hashFile(paths.tokenizer, options) },
    bytes: image.bytes + text.bytes,
  };
}

/**
 * Finds what is wrong with a folder as far as that shows without running it or reading all of its weights: a file that is
 * missing or cut short, a tokenizer of another kind. Throws InputError.
 */
export async function checkEncoderFolder(
  directory: string,
  options: { readonly manifest?: EncoderManifest } = {},
): Promise<void> {
  const { image, text } = options.manifest ?? (await loadEncoderManifest(directory));
  for (const { graph } of [image, text]) await checkGraph(join(directory, graph));
  // Of any length: what is wrong with it shows in the first caption.
  const { contextLength = 77 } = text;
  await loadCaptionTokenizer(join(directory, text.tokenizer), { ...text, contextLength });
}

/** Throws InputError for a graph that is cut short, and for weights of it that are not there. */
export async function checkGraph(path: string): Promise<void> {
  await findWeightFiles(path, await readGraphOutline(path));
}

function requireHash(path: string, actual: string, wanted: string | undefined): void {
  if (wanted === undefined || wanted === actual) return;
  throw new InputError(`${path} is not the file that its model.json or download.json describes`, {
    hint: "It was cut short or changed: delete it, and fetch or export it again.",
  });
}
