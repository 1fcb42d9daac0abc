import { squaredDistance } from "../matrix.ts";
import { takeBatches, type ErrorsTask, type UpdateTask } from "./matrix-task.ts";

/** Does this worker's share of an {@link UpdateTask}. */
export function updateCentroids(task: UpdateTask): void {
  const { worker, workers, labels, known, counts, points } = task;
  for (let i = 0; i < points.rows; i++) {
    const now = labels[i] ?? -1;
    const before = known[i] ?? -1;
    if (now === before) continue;
    if (before >= 0 && before % workers === worker) {
      counts[before] = (counts[before] ?? 0) - 1;
      addPoint(task, i, before, -1);
    }
    if (now >= 0 && now % workers === worker) {
      counts[now] = (counts[now] ?? 0) + 1;
      addPoint(task, i, now, 1);
    }
  }
  for (let cluster = worker; cluster < counts.length; cluster += workers) moveCentroid(task, cluster);
}

/** Does this worker's share of an {@link ErrorsTask}. */
export function measureErrors({ points, labels, centroids, errors, nextBatch }: ErrorsTask): void {
  for (const [first, end] of takeBatches(points.rows, nextBatch)) {
    for (let i = first; i < end; i++) errors[i] = squaredDistance(points, i, centroids, labels[i] ?? 0);
  }
}

function addPoint({ points, sums }: UpdateTask, point: number, cluster: number, sign: 1 | -1): void {
  const { columns, data } = points;
  const from = point * columns;
  const to = cluster * columns;
  for (let d = 0; d < columns; d++) sums[to + d] = (sums[to + d] ?? 0) + sign * (data[from + d] ?? 0);
}

function moveCentroid({ sums, counts, centroids, shifts }: UpdateTask, cluster: number): void {
  const { columns, data } = centroids;
  const count = counts[cluster] ?? 0;
  const first = cluster * columns;
  if (count === 0) {
    // What rounding left of the last member must not weigh on the next.
    sums.fill(0, first, first + columns);
    shifts[cluster] = 0;
    return;
  }
  let shift = 0;
  for (let i = first; i < first + columns; i++) {
    const before = data[i] ?? 0;
    data[i] = (sums[i] ?? 0) / count;
    shift += ((data[i] ?? 0) - before) ** 2;
  }
  shifts[cluster] = shift;
}
