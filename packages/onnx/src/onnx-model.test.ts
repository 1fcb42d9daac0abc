import { expect, test } from "vitest";
import { createOnnxModel } from "./onnx-model.ts";

test("a model is the bytes that the protobuf format prescribes", () => {
  const model = createOnnxModel({
    inputs: [],
    outputs: [{ name: "y", type: "float32", dims: ["n", 300] }],
    nodes: [{ operator: "Op", inputs: ["x"], outputs: ["y"], attributes: { a: { int: -1 } } }],
    opset: 18,
  });
  const negativeOne = "ffffffffffffffffff01";
  const attribute = `0a01${text("a")}18${negativeOne}a00102`;
  const node = `0a01${text("x")}1201${text("y")}2202${text("Op")}2a11${attribute}`;
  const shape = `0a031201${text("n")}0a0308ac02`;
  const value = `0a01${text("y")}12100a0e0801120a${shape}`;
  const graph = `0a1d${node}1205${text("graph")}6215${value}`;
  expect(Buffer.from(model).toString("hex")).toBe(`0808120b${text("observatory")}3a3d${graph}42021012`);
});

test("an initializer must have as many elements as its dimensions say", () => {
  const graph = { inputs: [], outputs: [], nodes: [] };
  const initializers = { weights: { dims: [2, 3], data: new Float32Array(5) } };
  expect(() => createOnnxModel({ ...graph, initializers })).toThrow(
    "weights has 5 elements but its dimensions say 6",
  );
});

function text(value: string): string {
  return Buffer.from(value).toString("hex");
}
