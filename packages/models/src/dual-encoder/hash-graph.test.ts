import { createTemporaryDirectory } from "@observatory/core/testing";
import { moveWeights } from "@observatory/onnx/testing";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashGraph } from "./hash-graph.ts";
import { fixturePath } from "./testing/reference.ts";

test.each(["model.onnx_data", "weights.bin"])("weights in %s belong to a graph's hash", async (location) => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "model.onnx");
  const { model, weights } = moveWeights(await readFile(fixturePath("tiny-siglip/text.onnx")), { location });
  await writeFile(path, model);
  await writeFile(join(directory.path, location), weights);
  const before = await hashGraph(path);
  expect(before.bytes).toBe(model.length + weights.length);
  weights[0] = (weights[0] ?? 0) ^ 1;
  await writeFile(join(directory.path, location), weights);
  const after = await hashGraph(path);
  expect([after.own === before.own, after.all === before.all]).toEqual([true, false]);
  await rm(join(directory.path, location));
  await expect(hashGraph(path)).rejects.toThrow(/is not there/u);
});
