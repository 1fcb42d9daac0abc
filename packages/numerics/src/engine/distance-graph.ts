import { createOnnxModel, type OnnxNode, type OnnxTensor, type OnnxValue } from "@observatory/onnx";
import type { Matrix } from "../matrix.ts";

export interface NearestGraph {
  readonly targets: Matrix;
  /** Squared length of each target. */
  readonly squares: Float32Array;
  /** How many of the nearest targets to give, at most `targets.rows`; null gives the scores of all. */
  readonly count: number | null;
  /** Where given, targets of the group of a query (input `groups`, one per query) score infinity. */
  readonly groups?: Int32Array | undefined;
}

/**
 * Model that scores queries (input `queries`, n x columns) against fixed targets: |t|^2 - 2 q.t, which is the
 * squared distance less the query's own square and so has the same order.
 *
 * Outputs `scores` (n x count, ascending) and `indices`; of equal scores the lower index comes first.
 * The targets are constants of the model because the runtime packs constants once, and inputs in every run.
 */
export function createNearestModel({ targets, squares, count, groups }: NearestGraph): Uint8Array {
  const { rows, columns, data } = targets;
  const initializers: Record<string, OnnxTensor> = {
    targets: { dims: [rows, columns], data },
    squares: { dims: [rows], data: squares },
  };
  const inputs: OnnxValue[] = [{ name: "queries", type: "float32", dims: ["n", columns] }];
  const outputs: OnnxValue[] = [{ name: "scores", type: "float32", dims: ["n", count ?? rows] }];
  const last = count === null ? "scores" : "allowed";
  const product: OnnxNode = {
    operator: "Gemm",
    inputs: ["queries", "targets", "squares"],
    outputs: [groups ? "products" : last],
    attributes: { alpha: { float: -2 }, beta: { float: 1 }, transB: { int: 1 } },
  };
  const nodes = [product];
  if (groups) {
    inputs.push({ name: "groups", type: "int32", dims: ["n", 1] });
    initializers["target_groups"] = { dims: [1, rows], data: groups };
    initializers["infinity"] = { dims: [], data: Float32Array.of(Infinity) };
    nodes.push(
      { operator: "Equal", inputs: ["groups", "target_groups"], outputs: ["excluded"] },
      { operator: "Where", inputs: ["excluded", "infinity", "products"], outputs: [last] },
    );
  }
  if (count !== null) {
    outputs.push({ name: "indices", type: "int64", dims: ["n", count] });
    initializers["count"] = { dims: [1], data: BigInt64Array.of(BigInt(count)) };
    nodes.push({
      operator: "TopK",
      inputs: [last, "count"],
      outputs: ["scores", "indices"],
      attributes: { axis: { int: 1 }, largest: { int: 0 }, sorted: { int: 1 } },
    });
  }
  return createOnnxModel({ inputs, outputs, initializers, nodes });
}
