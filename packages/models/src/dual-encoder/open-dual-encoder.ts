import {
  contentHash,
  ignoreEvents,
  InputError,
  type EncodableImage,
  type EventSink,
  type ImageTextEncoder,
} from "@observatory/core";
import { nativeRuntimeHint } from "@observatory/onnx";
import { availableParallelism } from "node:os";
import { loadCaptionTokenizer, type CaptionTokenizer } from "./caption-tokenizer.ts";
import { describeActivation } from "./describe-activation.ts";
import type { EncoderManifest } from "./encoder-manifest.ts";
import { loadEncoderFolder, type EncoderFolder } from "./load-encoder-folder.ts";
import { planImageTower, planTextTower, type TowerPlan } from "./plan-tower.ts";
import { createTowerPool, type EncodeOptions, type TowerPool } from "./tower-pool.ts";

export interface DualEncoderOptions {
  /** As many as the machine runs at once unless told. */
  readonly threads?: number;
  /** Rows of one run of a graph, 8 unless told; a graph that fixes them has its own way. */
  readonly batch?: number;
  /** What goes before the folder's own. */
  readonly manifest?: EncoderManifest;
  /** Told where graphs run without native code, and where one is not what its weights were trained with. */
  readonly onEvent?: EventSink;
  /** For opening alone. */
  readonly signal?: AbortSignal;
}

/** Bumped with every change of how images are prepared or captions tokenized. */
const version = 2;

/**
 * Opens a folder of two ONNX towers, an image's and a text's: one with a `model.json`, or one in the layout of immich's
 * exports of open_clip. Images are decoded and resized as Pillow does, captions tokenized as the tokenizers library does,
 * both towers run on several threads. Where their weights are so large that not every thread can have them, several
 * threads share a run, and the last bits of vectors may depend on their number.
 *
 * Both towers are tried once before it returns. Throws InputError with the file where one is missing, is cut short or
 * does not fit the others: sizes, lengths, a tokenizer that gives ids beyond the text tower's table.
 *
 * @example
 * const encoder = await openDualEncoder("models/ViT-B-32__openai", { threads: 4 });
 * const [image] = await encoder.encodeImages([{ bytes: await readFile("photo.jpg") }]);
 */
export async function openDualEncoder(
  directory: string,
  options: DualEncoderOptions = {},
): Promise<ImageTextEncoder> {
  const { batch = 8, manifest, onEvent = ignoreEvents, signal } = options;
  const folder = await loadEncoderFolder(directory, { manifest, signal });
  const threads = Math.max(1, Math.floor(options.threads ?? availableParallelism()));
  const pool = createTowerPool(folder, { threads });
  try {
    return await createEncoder(folder, pool, { batch, onEvent });
  } catch (error) {
    await pool.close();
    throw error;
  }
}

async function createEncoder(
  folder: EncoderFolder,
  pool: TowerPool,
  { batch, onEvent }: { readonly batch: number; readonly onEvent: EventSink },
): Promise<ImageTextEncoder> {
  const { manifest, paths, hashes } = folder;
  const { backend, ...imagePorts } = await pool.inspect("image");
  const textPorts = await pool.inspect("text");
  const activation = describeActivation(manifest, [imagePorts.activation, textPorts.activation]);
  if (backend === "wasm") {
    onEvent({
      type: "warning",
      code: "portable-runtime",
      message: "onnxruntime-node cannot be loaded: graphs run in WebAssembly, several times slower",
      hint: nativeRuntimeHint,
    });
  }
  if (activation?.warning !== undefined) onEvent(activation.warning);
  const image = planImageTower(imagePorts, { size: manifest.image.size, batch, file: paths.image });
  const text = planTextTower(textPorts, {
    contextLength: manifest.text.contextLength,
    batch,
    file: paths.text,
  });
  const [contextLength = 0] = text.shape;
  const tokenizer = await loadCaptionTokenizer(paths.tokenizer, { ...manifest.text, contextLength });
  const ofImages = toImageOptions(image, batch);
  const ofTexts = toTextOptions(text, batch, { tokenizer, folder });

  const dimensions = await tryBoth(pool, ofImages, ofTexts, folder);
  const ran: Record<string, string> = activation === null ? {} : { activation: activation.ran };
  const configuration = contentHash({ version, manifest, hashes, batch, backend, ...ran });
  const { size, resize, interpolation } = manifest.image;
  return {
    id: `onnx/${manifest.name}`,
    details: {
      configuration,
      weights: contentHash(hashes),
      preparation: `${interpolation} ${resize} ${size}`,
      captions: `${manifest.text.clean}, ${contextLength} tokens`,
      scale: manifest.logit.scale,
      bias: manifest.logit.bias,
      runtime: `onnx ${backend}, batch ${batch}`,
      ...ran,
    },
    configuration,
    dimensions,
    maxBatch: batch,
    concurrency: 2 * pool.workers,
    logit: manifest.logit,
    encodeImages: (images, options) => pool.encode(images, { ...ofImages, ...options }),
    encodeTexts: async (texts, options) => {
      const outcomes = await pool.encode(texts, { ...ofTexts, ...options });
      return outcomes.map((outcome) => (outcome.ok ? outcome.value : new Float32Array(dimensions)));
    },
    close: () => pool.close(),
  };
}

function toImageOptions(plan: TowerPlan, batch: number): EncodeOptions<EncodableImage> {
  return { batch, toTask: (images) => ({ kind: "images", plan, images }) };
}

function toTextOptions(
  plan: TowerPlan,
  batch: number,
  { tokenizer, folder }: { readonly tokenizer: CaptionTokenizer; readonly folder: EncoderFolder },
): EncodeOptions<string> {
  const { tokenizer: path, text } = folder.paths;
  return {
    batch,
    toTask: (texts) => ({ kind: "texts", plan, tokens: tokenizer.encode(texts) }),
    explain: (cause) =>
      cause instanceof Error && /out of data bounds|out of bounds/iu.test(cause.message)
        ? new InputError(`${path} gives ids up to ${tokenizer.largestId}, beyond the table of ${text}`, {
            cause,
            hint: "Take the tokenizer that was exported with this text tower.",
          })
        : null,
  };
}

/** One grey pixel, as PNG. */
const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

/** Gives the length of their vectors. */
async function tryBoth(
  pool: TowerPool,
  ofImages: EncodeOptions<EncodableImage>,
  ofTexts: EncodeOptions<string>,
  { paths, manifest }: EncoderFolder,
): Promise<number> {
  const [image] = await pool.encode([{ bytes: onePixel }], ofImages);
  const [text] = await pool.encode(["a photo of a dog"], ofTexts);
  const length = image?.ok === true ? image.value.length : 0;
  const other = text?.ok === true ? text.value.length : 0;
  if (length === other) return length;
  throw new InputError(
    `the vectors of ${paths.image} have ${length} numbers, those of ${paths.text} ${other}`,
    { hint: `The towers of ${manifest.name} are not of one model.` },
  );
}
