import { InputError, UsageError } from "@observatory/core";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { GraphLoss, ImageGraph } from "../scene-graph/readers/assemble-graph.ts";
import { readFactual } from "../scene-graph/readers/factual.ts";
import { readGqa } from "../scene-graph/readers/gqa.ts";
import { readNlvr } from "../scene-graph/readers/nlvr.ts";
import { readRegionGraphs } from "../scene-graph/readers/region-graphs.ts";
import {
  readVisualGenome,
  readVisualGenomeSizes,
  type ImageSizes,
} from "../scene-graph/readers/visual-genome.ts";
import { readPhraseSynsets } from "../scene-graph/readers/visual-genome-synsets.ts";
import { findImageData } from "./find-graph-files.ts";
import { readImageSize, type ImageSize } from "./read-image-size.ts";
import type { SourceScene } from "./source-scene.ts";

/** The kinds of files that hold scene graphs. */
export type GraphFormat = "factual" | "gqa" | "nlvr" | "visual-genome" | "visual-genome-regions";

export interface ReadGraphScenesOptions {
  /** Where the images are; scenes whose image is not there are lost. Without it scenes have no images. */
  readonly images?: string;
  readonly signal?: AbortSignal;
  /** Told of each part of a graph that was left out or mended, and of each image that is missing, with the place. */
  readonly onLoss?: (reason: string, place: string) => void;
}

/**
 * Reads scene graphs of any known format, one image at a time. NLVR's worlds are closed, all others open.
 *
 * Images are looked for under the name that the graph has for its image, with or without `.jpg`, `.jpeg` or `.png`.
 * Their size is what the graphs say, `image_data.json` beside them, or the image itself. Visual Genome's files of synsets
 * are looked for beside the graphs too.
 *
 * Throws InputError for a file that cannot be read or is of none of the formats, UsageError for `images` that is no
 * directory.
 */
export async function* readGraphScenes(
  path: string,
  options: ReadGraphScenesOptions = {},
): AsyncGenerator<SourceScene> {
  const { images, signal, onLoss = () => {} } = options;
  if (images !== undefined && !(await stat(images).catch(() => null))?.isDirectory()) {
    throw new UsageError(`${images} is not a directory of images`, {
      hint: "Name the directory that holds the image files themselves.",
    });
  }
  const format = await detectGraphFormat(path);
  const tell = ({ reason, place }: GraphLoss) => onLoss(reason, place);
  for await (const source of untilCut(openGraphs(path, format, { signal, onLoss: tell }), path, tell)) {
    signal?.throwIfAborted();
    source.losses.forEach(tell);
    const file = images === undefined ? null : await findImage(images, source.image);
    if (images !== undefined && file === null) {
      onLoss("missing-image", source.image);
      continue;
    }
    const size = images === undefined || file === null ? null : await sizeOf(source, join(images, file));
    if (file !== null && size === null) {
      onLoss("unreadable-image", file);
      continue;
    }
    yield {
      imageId: source.image,
      file,
      width: size?.width ?? 0,
      height: size?.height ?? 0,
      graph: source.graph,
      closedWorld: format === "nlvr",
    };
  }
}

async function sizeOf({ width, height }: ImageGraph, image: string): Promise<ImageSize | null> {
  return width !== null && height !== null ? { width, height } : readImageSize(image);
}

/** What a file gives before it breaks off. One that breaks off before its first graph is an error. */
async function* untilCut(
  graphs: AsyncIterable<ImageGraph>,
  path: string,
  onLoss: (loss: GraphLoss) => void,
): AsyncGenerator<ImageGraph> {
  let read = 0;
  try {
    for await (const graph of graphs) {
      read++;
      yield graph;
    }
  } catch (error) {
    if (!(error instanceof InputError) || read === 0) throw error;
    onLoss({ reason: "cut-short", place: `${path}, after ${read} graphs` });
  }
}

async function* openGraphs(
  path: string,
  format: GraphFormat,
  options: { readonly signal?: AbortSignal; readonly onLoss: (loss: GraphLoss) => void },
): AsyncGenerator<ImageGraph> {
  const { signal } = options;
  switch (format) {
    case "gqa":
      return yield* readGqa(path, { signal });
    case "visual-genome":
      return yield* readVisualGenome(path, {
        signal,
        sizes: await readSizes(path, signal),
        phraseSynsets: await readPhraseSynsets(path, { signal }),
      });
    case "visual-genome-regions":
      return yield* readRegionGraphs(path, { signal, sizes: await readSizes(path, signal) });
    case "nlvr":
      return yield* readNlvr(path, options);
    case "factual": {
      let index = 0;
      for await (const { graph } of readFactual(path, { ...options, participles: true }))
        yield { image: `factual-${index++}`, width: null, height: null, graph, losses: [] };
      return;
    }
    default:
      format satisfies never;
  }
}

async function readSizes(graphs: string, signal: AbortSignal | undefined): Promise<ImageSizes | undefined> {
  const path = await findImageData(graphs);
  return path === null ? undefined : readVisualGenomeSizes(path, { signal });
}

/** Tells the format of a file of scene graphs from its first 256 kB. Throws InputError. */
export async function detectGraphFormat(path: string): Promise<GraphFormat> {
  const start = (await readStart(path, 2 ** 18)).trimStart();
  if (start === "" || /^[[{]\s*[\]}]\s*$/u.test(start)) {
    throw new InputError(`${path} is empty: it holds no scene graph`, {
      hint: "Check that the file was written to its end.",
    });
  }
  const line = start.slice(0, start.indexOf("\n") + 1 || undefined);
  if (line.startsWith("{") && line.includes('"structured_rep"')) return "nlvr";
  if (line.startsWith("{") && line.includes('"graph"') && line.includes('"caption"')) return "factual";
  if (start.startsWith("{") && /"objects"\s*:\s*\{/u.test(start)) return "gqa";
  if (start.startsWith("[") && /"regions"\s*:\s*\[/u.test(start)) return "visual-genome-regions";
  if (start.startsWith("[") && /"(?:image_id|objects|attributes|relationships)"\s*:/u.test(start))
    return "visual-genome";
  throw new InputError(`${path} holds no scene graphs of a known format`, {
    hint: "Known are FACTUAL and NLVR as JSON lines, GQA's scene graphs, and Visual Genome's JSON files.",
  });
}

/** The first characters of a file; as many as can be had of one that is cut. */
async function readStart(path: string, length: number): Promise<string> {
  const pieces: string[] = [];
  let size = 0;
  const file = createReadStream(path);
  // The consumer sees the error on the last stream; the callback only keeps it from being unhandled.
  const bytes = path.endsWith(".gz") ? pipeline(file, createGunzip(), () => {}) : file;
  try {
    for await (const chunk of bytes.setEncoding("utf8")) {
      pieces.push(String(chunk));
      size += String(chunk).length;
      if (size >= length) break;
    }
  } catch (cause) {
    if (pieces.length === 0)
      throw new InputError(`${path} cannot be read`, { cause, hint: "Check the path and its permissions." });
  } finally {
    file.destroy();
  }
  return pieces.join("").slice(0, length);
}

async function findImage(directory: string, image: string): Promise<string | null> {
  const name = basename(image);
  const names = extname(name) === "" ? [`${name}.jpg`, `${name}.png`, `${name}.jpeg`] : [name];
  for (const candidate of names)
    if ((await stat(join(directory, candidate)).catch(() => null))?.isFile()) return candidate;
  return null;
}
