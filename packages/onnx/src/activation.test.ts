import { createTemporaryDirectory } from "@observatory/core/testing";
import fc from "fast-check";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findActivation, restoreQuickGelu } from "./activation.ts";
import { readGraphOutline } from "./graph-outline.ts";
import { createOnnxModel, type OnnxGraph, type OnnxNode } from "./onnx-model.ts";
import { loadOnnxRuntime } from "./onnx-runtime.ts";
import { toFloat32 } from "./tensor.ts";

const scalar = (value: number) => ({ dims: [], data: Float32Array.of(value) });
const node = (operator: string, inputs: readonly string[], output: string): OnnxNode => ({
  operator,
  inputs,
  outputs: [output],
});

/** The same function as exporters write it. */
const writings = {
  "torch, by a quotient": {
    initializers: { root: scalar(Math.SQRT2), one: scalar(1), half: scalar(0.5) },
    nodes: [
      node("Div", ["x", "root"], "scaled"),
      node("Erf", ["scaled"], "erf"),
      node("Add", ["erf", "one"], "sum"),
      node("Mul", ["x", "sum"], "product"),
      node("Mul", ["product", "half"], "y"),
    ],
  },
  "torch, by a product": {
    initializers: { root: scalar(Math.SQRT1_2), one: scalar(1), half: scalar(0.5) },
    nodes: [
      node("Mul", ["x", "root"], "scaled"),
      node("Erf", ["scaled"], "erf"),
      node("Add", ["one", "erf"], "sum"),
      node("Mul", ["half", "sum"], "halved"),
      node("Mul", ["x", "halved"], "y"),
    ],
  },
  "an operator of its own": { nodes: [node("Gelu", ["x"], "y")], opset: 20 },
} as const satisfies Record<string, Partial<OnnxGraph>>;

const port = { type: "float32", dims: ["n"] } as const;
const toModel = (graph: Pick<OnnxGraph, "nodes" | "initializers" | "opset">): Uint8Array =>
  createOnnxModel({ inputs: [{ name: "x", ...port }], outputs: [{ name: "y", ...port }], ...graph });

describe.each(Object.entries(writings))("GELU as %s", (_, graph) => {
  test("is found, and becomes QuickGELU", async () => {
    using directory = createTemporaryDirectory();
    const path = join(directory.path, "gelu.onnx");
    await writeFile(path, toModel(graph));
    const outline = await readGraphOutline(path);
    expect(findActivation(outline)).toBe("gelu");

    const bytes = await restoreQuickGelu(path, outline);
    const session = await (await loadOnnxRuntime()).createSession(bytes ?? new Uint8Array());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1 }),
        async (xs) => {
          const data = Float32Array.from(xs);
          const { y } = await session.run({ x: { dims: [data.length], data } });
          for (const [i, value] of toFloat32(y).entries())
            expect(value).toBeCloseTo((data[i] ?? 0) / (1 + Math.exp(-1.702 * (data[i] ?? 0))), 5);
        },
      ),
      { numRuns: 30 },
    );
    await session.release();
  });
});

test("QuickGELU is found by its slope, and other gates are not taken for it", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "gate.onnx");
  const gateOf = (slope: number) =>
    toModel({
      initializers: { slope: scalar(slope) },
      nodes: [
        node("Mul", ["x", "slope"], "scaled"),
        node("Sigmoid", ["scaled"], "gate"),
        node("Mul", ["x", "gate"], "y"),
      ],
    });
  await writeFile(path, gateOf(1.702));
  expect(findActivation(await readGraphOutline(path))).toBe("quickgelu");
  await writeFile(path, gateOf(1));
  expect(findActivation(await readGraphOutline(path))).toBe("none");
});

test("an Erf that is no GELU is left alone", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "erf.onnx");
  await writeFile(path, toModel({ nodes: [node("Erf", ["x"], "y")] }));
  expect(await restoreQuickGelu(path, await readGraphOutline(path))).toBeNull();
});

test("a file that is cut short anywhere is refused by its name", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "cut.onnx");
  const model = toModel(writings["torch, by a quotient"]);
  for (let length = 0; length < model.length - 4; length += 7) {
    await writeFile(path, model.subarray(0, length));
    await expect(readGraphOutline(path)).rejects.toThrow(/cut\.onnx cannot be loaded/u);
  }
});
