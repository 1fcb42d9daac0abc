import { workerData } from "node:worker_threads";
import { serveTasks } from "@observatory/core";
import { loadOnnxRuntime, type LoadOnnxRuntimeOptions, type OnnxBackend } from "@observatory/onnx";
import type { MatrixTask } from "./matrix-task.ts";
import { scoreAll, scoreNearest } from "./score-queries.ts";
import { measureErrors, updateCentroids } from "./update-centroids.ts";

// The matrix engine, which starts this thread, gives these options.
const loading = loadOnnxRuntime(workerData as LoadOnnxRuntimeOptions);
// The first task reports a failure.
loading.catch(() => {});

serveTasks<MatrixTask, OnnxBackend>(async (task) => {
  const runtime = await loading;
  switch (task.type) {
    case "hello":
      break;
    case "nearest":
      await scoreNearest(runtime, task);
      break;
    case "distances":
      await scoreAll(runtime, task);
      break;
    case "update":
      updateCentroids(task);
      break;
    case "errors":
      measureErrors(task);
      break;
    default:
      task satisfies never;
  }
  return runtime.backend;
});
