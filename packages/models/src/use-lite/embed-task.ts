import { loadOnnxRuntime, toFloat32, type OnnxBackend } from "@observatory/onnx";
import { createUseLiteModel, dimensions } from "./model.ts";
import { loadWeights } from "./weights.ts";

/** Texts of one length. */
export interface EmbedTask {
  /** Tokens of each text. */
  readonly length: number;
  /** Row-major, a row for each text. */
  readonly tokens: Int32Array;
}

/** Vectors of a task's texts, row-major, 512 a row. */
export type UseLiteEncoder = (task: EmbedTask) => Promise<Float32Array>;

/**
 * Loads the Universal Sentence Encoder Lite on this thread.
 *
 * A text gets the same bits whatever task it is in: every run of the graph has the same shape for a given length.
 * The matrix engine takes other code, with other rounding, for a single row.
 *
 * @param prefer the engine to try first
 */
export async function createUseLiteEncoder(prefer: OnnxBackend = "native"): Promise<UseLiteEncoder> {
  const runtime = await loadOnnxRuntime({ prefer });
  const session = await runtime.createSession(createUseLiteModel(loadWeights()));
  return async ({ length, tokens }) => {
    const rows = rowsOf(length);
    const count = tokens.length / length;
    const vectors = new Float32Array(count * dimensions);
    for (let start = 0; start < count; start += rows) {
      // Rows that are left over hold token 0 and are thrown away.
      const data = new Int32Array(rows * length);
      data.set(tokens.subarray(start * length, (start + rows) * length));
      const results = await session.run({ tokens: { data, dims: [rows, length] } });
      const used = Math.min(rows, count - start);
      vectors.set(toFloat32(results["vectors"]).subarray(0, used * dimensions), start * dimensions);
    }
    return vectors;
  };
}

/** Texts of a length that are run at once: enough for the matrix engine, few enough that little is thrown away. */
function rowsOf(length: number): number {
  if (length <= 32) return 8;
  return length <= 64 ? 4 : 2;
}
