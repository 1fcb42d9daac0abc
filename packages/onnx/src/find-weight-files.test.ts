import { createTemporaryDirectory } from "@observatory/core/testing";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findWeightFiles } from "./find-weight-files.ts";
import { readGraphOutline } from "./graph-outline.ts";
import { createOnnxModel } from "./onnx-model.ts";
import { moveWeights } from "./testing/index.ts";

const port = { type: "float32", dims: [16] } as const;
const graph = createOnnxModel({
  inputs: [{ name: "x", ...port }],
  outputs: [{ name: "y", ...port }],
  initializers: {
    a: { dims: [16], data: new Float32Array(16).fill(2) },
    b: { dims: [16], data: new Float32Array(16).fill(3) },
  },
  nodes: [
    { operator: "Mul", inputs: ["x", "a"], outputs: ["product"] },
    { operator: "Add", inputs: ["product", "b"], outputs: ["y"] },
  ],
});

async function find(location: string, directory: string, beside: Readonly<Record<string, number>>) {
  const path = join(directory, "model.onnx");
  await mkdir(join(directory, "parts"), { recursive: true });
  await writeFile(path, moveWeights(graph, { location }).model);
  for (const [name, bytes] of Object.entries(beside))
    await writeFile(join(directory, name), Buffer.alloc(bytes));
  return findWeightFiles(path, await readGraphOutline(path));
}

test("files of weights are found by the names that the graph has for them", async () => {
  using directory = createTemporaryDirectory();
  const at = directory.path;
  expect(await find("model.onnx_data", at, { "model.onnx_data": 128 })).toEqual([
    { location: "model.onnx_data", path: join(at, "model.onnx_data"), bytes: 128 },
  ]);
  expect(await find("parts/w.bin", at, { "parts/w.bin": 200 })).toMatchObject([{ bytes: 200 }]);
  const path = join(at, "whole.onnx");
  await writeFile(path, graph);
  expect(await findWeightFiles(path, await readGraphOutline(path))).toEqual([]);
});

test.each([
  ["is missing", "lost.bin", {}, /lost\.bin, which holds weights of .*model\.onnx, is not there/u],
  ["is cut short", "cut.bin", { "cut.bin": 127 }, /cut\.bin, .* is cut short: 127 of 128 bytes/u],
  ["is above the folder", "../x.bin", {}, /outside its folder: \.\.\/x\.bin/u],
  ["is elsewhere", "/etc/passwd", {}, /outside its folder/u],
])("a file of weights that %s is refused by its name", async (_, location, beside, message) => {
  using directory = createTemporaryDirectory();
  const finding = find(location, directory.path, beside);
  await expect(finding).rejects.toThrow(message);
  await expect(finding).rejects.toMatchObject({ code: "input", hint: expect.stringMatching(/\w/u) });
});
