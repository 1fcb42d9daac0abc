import { toFloat32, toInt32, type OnnxRuntime, type OnnxTensor } from "@observatory/onnx";
import type { Matrix } from "../matrix.ts";
import { createNearestModel } from "./distance-graph.ts";
import { takeBatches, type DistancesTask, type NearestTask } from "./matrix-task.ts";

/** Does this worker's share of a {@link NearestTask}. */
export async function scoreNearest(runtime: OnnxRuntime, task: NearestTask): Promise<void> {
  const { queries, targets, queryGroups, targetGroups, firstTarget, count } = task;
  const found = Math.min(count, targets.rows);
  const groups = targetGroups?.slice(firstTarget, firstTarget + targets.rows);
  const session = await runtime.createSession(
    createNearestModel({ targets, squares: task.targetSquares, count: found, groups }),
  );
  const batch = createBatch(queries);
  try {
    for (const [first, end] of takeBatches(queries.rows, task.nextBatch)) {
      const inputs: Record<string, OnnxTensor> = { queries: batch(first, end) };
      if (queryGroups) inputs["groups"] = { dims: [end - first, 1], data: queryGroups.slice(first, end) };
      const outputs = await session.run(inputs);
      const scores = toFloat32(outputs["scores"]);
      const indices = toInt32(outputs["indices"]);
      if (firstTarget === 0 && found === count && !groups) {
        task.scores.set(scores, first * count);
        task.indices.set(indices, first * count);
      } else {
        for (let i = first; i < end; i++) mergeNearest(task, i, scores, indices, (i - first) * found, found);
      }
    }
  } finally {
    await session.release();
  }
}

/** Does this worker's share of a {@link DistancesTask}. */
export async function scoreAll(runtime: OnnxRuntime, task: DistancesTask): Promise<void> {
  const { queries, targets, querySquares, distances } = task;
  const session = await runtime.createSession(
    createNearestModel({ targets, squares: task.targetSquares, count: null }),
  );
  const batch = createBatch(queries);
  try {
    for (const [first, end] of takeBatches(queries.rows, task.nextBatch)) {
      const scores = toFloat32((await session.run({ queries: batch(first, end) }))["scores"]);
      for (let target = 0; target < targets.rows; target++) {
        const row = target * queries.rows;
        for (let i = first, from = target; i < end; i++, from += targets.rows) {
          distances[row + i] = Math.max(0, (scores[from] ?? 0) + (querySquares[i] ?? 0));
        }
      }
    }
  } finally {
    await session.release();
  }
}

/** A function that copies rows out of shared memory, which the runtime does not take, into one reused array. */
function createBatch(matrix: Matrix): (first: number, end: number) => OnnxTensor {
  const { columns, data } = matrix;
  let copy = new Float32Array(0);
  return (first, end) => {
    const length = (end - first) * columns;
    if (copy.length !== length) copy = new Float32Array(length);
    copy.set(data.subarray(first * columns, end * columns));
    return { dims: [end - first, columns], data: copy };
  };
}

function mergeNearest(
  task: NearestTask,
  query: number,
  scores: Float32Array,
  indices: Int32Array,
  from: number,
  found: number,
): void {
  const { count, firstTarget } = task;
  const at = query * count;
  const oldScores = firstTarget === 0 ? [] : task.scores.slice(at, at + count);
  const oldIndices = task.indices.slice(at, at + count);
  let old = 0;
  let fresh = 0;
  for (let i = at; i < at + count; i++) {
    const oldScore = oldScores[old] ?? Infinity;
    const freshScore = fresh < found ? (scores[from + fresh] ?? Infinity) : Infinity;
    // Older targets have lower indices, and those win where scores are equal.
    const takeFresh = freshScore < oldScore;
    task.scores[i] = takeFresh ? freshScore : oldScore;
    const index = takeFresh ? firstTarget + (indices[from + fresh] ?? 0) : (oldIndices[old] ?? -1);
    task.indices[i] = task.scores[i] === Infinity ? -1 : index;
    if (takeFresh) fresh++;
    else old++;
  }
}
