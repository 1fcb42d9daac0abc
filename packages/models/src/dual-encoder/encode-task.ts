import { once, type EncodableImage } from "@observatory/core";
import {
  loadOnnxRuntime,
  toFloat32,
  type LoadOnnxRuntimeOptions,
  type OnnxBackend,
  type OnnxSession,
  type OnnxTensor,
} from "@observatory/onnx";
import { decodeImage } from "../images/decode-image.ts";
import { prepareImage, type ImagePreparation } from "../images/prepare-image.ts";
import type { EncoderManifest } from "./encoder-manifest.ts";
import { openTower, type TowerActivation } from "./open-tower.ts";
import type { TowerPlan, TowerPorts } from "./plan-tower.ts";

/** What a worker must know to load the towers. */
export interface TowerFiles {
  readonly image: string;
  readonly text: string;
  readonly preparation: ImagePreparation;
  /** What the weights were trained with, where that is known. */
  readonly activation: EncoderManifest["activation"];
  /** Of one run. */
  readonly threads: number;
}

export type EncodeTask =
  /** What runs graphs here, without one. */
  | { readonly kind: "runtime" }
  | { readonly kind: "inspect"; readonly tower: "image" | "text" }
  | { readonly kind: "images"; readonly plan: TowerPlan; readonly images: readonly EncodableImage[] }
  /** `tokens` is row-major, a row for each caption. */
  | { readonly kind: "texts"; readonly plan: TowerPlan; readonly tokens: Int32Array };

export type EncodeResult =
  | { readonly kind: "runtime"; readonly backend: OnnxBackend }
  | ({
      readonly kind: "ports";
      readonly backend: OnnxBackend;
      readonly activation: TowerActivation | null;
    } & TowerPorts)
  /** Vectors are row-major and as the tower gives them; the row of an image that failed has zeros. */
  | {
      readonly kind: "vectors";
      readonly vectors: Float32Array;
      readonly failures: readonly { readonly row: number; readonly reason: string }[];
    };

/** Runs tasks on this thread; each tower is loaded when it is first needed. Throws the runtime's errors. */
export function createTowerRunner(
  files: TowerFiles,
  options: LoadOnnxRuntimeOptions = {},
): (task: EncodeTask) => Promise<EncodeResult> {
  const runtime = once(() => loadOnnxRuntime(options));
  const sessions = {
    image: once(async () => openTower(await runtime(), files.image, files)),
    text: once(async () => openTower(await runtime(), files.text, files)),
  };
  return async (task) => {
    switch (task.kind) {
      case "runtime":
        return { kind: "runtime", backend: (await runtime()).backend };
      case "inspect": {
        const { session, activation } = await sessions[task.tower]();
        const { inputs, outputs } = session;
        return { kind: "ports", inputs, outputs, activation, backend: (await runtime()).backend };
      }
      case "images":
        return encodeImages((await sessions.image()).session, task, files.preparation);
      case "texts":
        return {
          kind: "vectors",
          vectors: await encodeTexts((await sessions.text()).session, task),
          failures: [],
        };
      default:
        return task satisfies never;
    }
  };
}

async function encodeImages(
  session: OnnxSession,
  { plan, images }: EncodeTask & { kind: "images" },
  preparation: ImagePreparation,
): Promise<EncodeResult> {
  const decoded = await Promise.all(images.map(({ bytes }) => decodeImage(bytes)));
  const size = plan.shape.reduce((product, dim) => product * dim, 1);
  const pixels = new Float32Array(images.length * size);
  const failures: { row: number; reason: string }[] = [];
  for (const [row, image] of decoded.entries()) {
    if (image.ok) pixels.set(prepareImage(image.value, preparation, images[row]?.box), row * size);
    else failures.push({ row, reason: image.reason });
  }
  const vectors = await runRows(session, plan, images.length, (from, to, rows) => {
    const data = new Float32Array(rows * size);
    data.set(pixels.subarray(from * size, to * size));
    return data;
  });
  const dimensions = vectors.length / images.length;
  for (const { row } of failures) vectors.fill(0, row * dimensions, (row + 1) * dimensions);
  return { kind: "vectors", vectors, failures };
}

function encodeTexts(
  session: OnnxSession,
  { plan, tokens }: EncodeTask & { kind: "texts" },
): Promise<Float32Array> {
  const [length = 1] = plan.shape;
  return runRows(session, plan, tokens.length / length, (from, to, rows) => {
    // Rows that are left over repeat the first: an id of 0 need not be in every table.
    const data = new Int32Array(rows * length);
    for (let row = 0; row < rows; row++) {
      const source = from + row < to ? from + row : from;
      data.set(tokens.subarray(source * length, (source + 1) * length), row * length);
    }
    return plan.type === "int64" ? BigInt64Array.from(data, BigInt) : data;
  });
}

/** Runs the graph over `count` rows, `plan.rows` at a time; what is left over is filled up and thrown away. */
async function runRows(
  session: OnnxSession,
  { input, output, rows, shape }: TowerPlan,
  count: number,
  dataOf: (from: number, to: number, rows: number) => OnnxTensor["data"],
): Promise<Float32Array> {
  let vectors = new Float32Array();
  for (let from = 0; from < count; from += rows) {
    const to = Math.min(count, from + rows);
    const results = await session.run({ [input]: { dims: [rows, ...shape], data: dataOf(from, to, rows) } }, [
      output,
    ]);
    const found = toFloat32(results[output]);
    const dimensions = found.length / rows;
    if (from === 0) vectors = new Float32Array(count * dimensions);
    vectors.set(found.subarray(0, (to - from) * dimensions), from * dimensions);
  }
  return vectors;
}
