import { workerData } from "node:worker_threads";
import { serveTasks } from "@observatory/core";
import { limitDecoding } from "../images/decode-image.ts";
import { createTowerRunner, type EncodeResult, type EncodeTask, type TowerFiles } from "./encode-task.ts";

const files: TowerFiles = workerData;
limitDecoding();

serveTasks<EncodeTask, EncodeResult>(createTowerRunner(files), (result) =>
  result.kind === "vectors" && result.vectors.buffer instanceof ArrayBuffer ? [result.vectors.buffer] : [],
);
