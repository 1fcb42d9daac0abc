import { createTemporaryDirectory } from "@observatory/core/testing";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createOnnxModel } from "./onnx-model.ts";
import { loadOnnxRuntime, type OnnxBackend } from "./onnx-runtime.ts";
import { moveWeights } from "./testing/index.ts";
import { toFloat32, toInt32 } from "./tensor.ts";

const nearestOfThree = createOnnxModel({
  inputs: [{ name: "points", type: "float32", dims: ["n", 2] }],
  outputs: [
    { name: "scores", type: "float32", dims: ["n", 2] },
    { name: "indices", type: "int64", dims: ["n", 2] },
  ],
  initializers: {
    centres: { dims: [3, 2], data: Float32Array.of(0, 0, 4, 0, 0, 4) },
    squares: { dims: [3], data: Float32Array.of(0, 16, 16) },
    count: { dims: [1], data: BigInt64Array.of(2n) },
  },
  nodes: [
    {
      operator: "Gemm",
      inputs: ["points", "centres", "squares"],
      outputs: ["distances"],
      attributes: { alpha: { float: -2 }, beta: { float: 1 }, transB: { int: 1 } },
    },
    {
      operator: "TopK",
      inputs: ["distances", "count"],
      outputs: ["scores", "indices"],
      attributes: { axis: { int: -1 }, largest: { int: 0 } },
    },
  ],
});

describe.each<OnnxBackend>(["native", "wasm"])("the %s backend", (prefer) => {
  test("says that it is in use", async () => {
    expect((await loadOnnxRuntime({ prefer })).backend).toBe(prefer);
  });

  test("runs a hand-written graph with initializers, attributes and a free dimension", async () => {
    const session = await (await loadOnnxRuntime({ prefer })).createSession(nearestOfThree);
    expect(session.inputNames).toEqual(["points"]);
    expect(session.outputNames).toEqual(["scores", "indices"]);
    expect(session.inputs).toEqual([{ name: "points", type: "float32", dims: ["n", 2] }]);
    expect(session.outputs.map(({ type, dims }) => [type, dims])).toEqual([
      ["float32", ["n", 2]],
      ["int64", ["n", 2]],
    ]);

    const one = await session.run({ points: { dims: [1, 2], data: Float32Array.of(1, 0) } });
    // |c|^2 - 2 x.c is 0, 8 and 16.
    expect([...toFloat32(one["scores"])]).toEqual([0, 8]);
    expect([...toInt32(one["indices"])]).toEqual([0, 1]);

    const two = await session.run({ points: { dims: [2, 2], data: Float32Array.of(5, 0, 1, 3) } }, [
      "indices",
    ]);
    expect(Object.keys(two)).toEqual(["indices"]);
    expect(two["indices"]?.dims).toEqual([2, 2]);
    expect([...toInt32(two["indices"])]).toEqual([1, 0, 2, 0]);
    await session.release();
  });

  test("runs integer lists, strings and int32 tensors", async () => {
    const model = createOnnxModel({
      inputs: [{ name: "x", type: "int32", dims: [2, 3] }],
      outputs: [
        { name: "sum", type: "int32", dims: [2] },
        { name: "diagonal", type: "float32", dims: [2, 2] },
      ],
      initializers: {
        axes: { dims: [1], data: BigInt64Array.of(1n) },
        a: { dims: [2], data: Float32Array.of(2, 3) },
      },
      nodes: [
        { operator: "Transpose", inputs: ["x"], outputs: ["t"], attributes: { perm: { ints: [1, 0] } } },
        { operator: "Transpose", inputs: ["t"], outputs: ["u"], attributes: { perm: { ints: [1, 0] } } },
        {
          operator: "ReduceSum",
          inputs: ["u", "axes"],
          outputs: ["sum"],
          attributes: { keepdims: { int: 0 } },
        },
        {
          operator: "Einsum",
          inputs: ["a", "a"],
          outputs: ["diagonal"],
          attributes: { equation: { string: "i,j->ij" } },
        },
      ],
    });
    const session = await (await loadOnnxRuntime({ prefer })).createSession(model);
    const { sum, diagonal } = await session.run({
      x: { dims: [2, 3], data: Int32Array.of(1, 2, 3, 4, 5, -6) },
    });
    expect([...toInt32(sum)]).toEqual([6, 3]);
    expect([...toFloat32(diagonal)]).toEqual([4, 6, 6, 9]);
    await session.release();
  });

  test("loads a model from a file", async () => {
    using directory = createTemporaryDirectory();
    const path = join(directory.path, "nearest.onnx");
    await writeFile(path, nearestOfThree);
    const session = await (await loadOnnxRuntime({ prefer })).createSession(path, { threads: 2 });
    const { indices } = await session.run({ points: { dims: [1, 2], data: Float32Array.of(1, 3) } });
    expect([...toInt32(indices)]).toEqual([2, 0]);
    await session.release();
  });

  test("loads a model whose weights stand in files of their own", async () => {
    using directory = createTemporaryDirectory();
    const path = join(directory.path, "nearest.onnx");
    const { model, weights } = moveWeights(nearestOfThree, { location: "nearest.onnx_data", from: 12 });
    expect(weights.length).toBe(3 * 2 * 4 + 3 * 4);
    await writeFile(path, model);
    await writeFile(`${path}_data`, weights);
    const session = await (await loadOnnxRuntime({ prefer })).createSession(path);
    const { indices } = await session.run({ points: { dims: [1, 2], data: Float32Array.of(1, 3) } });
    expect([...toInt32(indices)]).toEqual([2, 0]);
    await session.release();
  });

  test("refuses bytes that are not a model", async () => {
    const runtime = await loadOnnxRuntime({ prefer });
    await expect(runtime.createSession(Uint8Array.of(1, 2, 3))).rejects.toThrow(Error);
  });
});

test("the portable backend takes over where the native one cannot be loaded", async () => {
  const runtime = await loadOnnxRuntime(
    {},
    { native: () => Promise.reject(new Error("no binary")), wasm: () => import("onnxruntime-web") },
  );
  expect(runtime.backend).toBe("wasm");
  const session = await runtime.createSession(nearestOfThree);
  const { indices } = await session.run({ points: { dims: [1, 2], data: Float32Array.of(1, 3) } });
  expect([...toInt32(indices)]).toEqual([2, 0]);
});

test("where nothing can be loaded the error carries both reasons", async () => {
  const native = new Error("no binary");
  const wasm = new Error("no WebAssembly");
  const loading = loadOnnxRuntime(
    {},
    { native: () => Promise.reject(native), wasm: () => Promise.reject(wasm) },
  );
  await expect(loading).rejects.toMatchObject({ code: "internal", cause: { errors: [native, wasm] } });
});

test("tensors of another type than expected are refused", () => {
  const floats = { dims: [1], data: Float32Array.of(1) };
  expect(() => toInt32(floats)).toThrow(TypeError);
  expect(() => toFloat32({ dims: [1], data: Int32Array.of(1) })).toThrow(TypeError);
  expect(() => toFloat32(undefined)).toThrow(TypeError);
});
