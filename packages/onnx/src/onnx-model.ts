import {
  bytesField,
  floatField,
  integerField,
  messageField,
  toBytes,
  toMessage,
  type ProtobufMessage,
} from "./protobuf.ts";
import { elementTypeOf, elementTypes, type OnnxElementType, type OnnxTensor } from "./tensor.ts";

/** The value of a node's attribute; ONNX tells apart what JavaScript does not. */
export type OnnxAttribute =
  | { readonly float: number }
  | { readonly int: number }
  | { readonly string: string }
  | { readonly floats: readonly number[] }
  | { readonly ints: readonly number[] };

export interface OnnxNode {
  /** Operator of the default domain, such as `Gemm`. */
  readonly operator: string;
  /** Names of values; the empty string leaves an optional input out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** An input or output of the graph. A dimension that is a word may differ from run to run. */
export interface OnnxValue {
  readonly name: string;
  readonly type: OnnxElementType;
  readonly dims: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /** Constants, by name. */
  readonly initializers?: Readonly<Record<string, OnnxTensor>>;
  /** In an order in which every value is made before it is used. */
  readonly nodes: readonly OnnxNode[];
  /** Version of the default operator set; 17 unless said otherwise. */
  readonly opset?: number;
}

/**
 * The bytes of an ONNX model (IR version 8) for a graph, following `onnx.proto`. Deterministic.
 * Nothing is checked beyond the sizes of initializers: the runtime does that when it loads the model.
 * Throws RangeError where an initializer's elements are not as many as its dimensions say.
 *
 * @example
 * const model = createOnnxModel({
 *   inputs: [{ name: "x", type: "float32", dims: ["n", 2] }],
 *   outputs: [{ name: "y", type: "float32", dims: ["n", 2] }],
 *   nodes: [{ operator: "LeakyRelu", inputs: ["x"], outputs: ["y"], attributes: { alpha: { float: 0.5 } } }],
 * });
 */
export function createOnnxModel(graph: OnnxGraph): Uint8Array {
  return toBytes(
    toMessage([
      integerField(1, 8),
      bytesField(2, "observatory"),
      messageField(7, [
        ...graph.nodes.map(toNode),
        bytesField(2, "graph"),
        ...Object.entries(graph.initializers ?? {}).map(([name, tensor]) => toInitializer(name, tensor)),
        ...graph.inputs.map((value) => toValueInfo(11, value)),
        ...graph.outputs.map((value) => toValueInfo(12, value)),
      ]),
      messageField(8, [integerField(2, graph.opset ?? 17)]),
    ]),
  );
}

/** A node as a field of its graph. */
export function toNode(node: OnnxNode): ProtobufMessage {
  return messageField(1, [
    ...node.inputs.map((name) => bytesField(1, name)),
    ...node.outputs.map((name) => bytesField(2, name)),
    bytesField(4, node.operator),
    ...Object.entries(node.attributes ?? {}).map(([name, value]) => toAttribute(name, value)),
  ]);
}

function toAttribute(name: string, value: OnnxAttribute): ProtobufMessage {
  const [type, fields] = toAttributeValue(value);
  return messageField(5, [bytesField(1, name), ...fields, integerField(20, type)]);
}

function toAttributeValue(value: OnnxAttribute): readonly [type: number, fields: readonly ProtobufMessage[]] {
  if ("float" in value) return [1, [floatField(2, value.float)]];
  if ("int" in value) return [2, [integerField(3, value.int)]];
  if ("string" in value) return [3, [bytesField(4, value.string)]];
  if ("floats" in value) return [6, value.floats.map((item) => floatField(7, item))];
  return [7, value.ints.map((item) => integerField(8, item))];
}

/** A constant as a field of its graph. Throws RangeError where its elements are not as many as its dimensions say. */
export function toInitializer(name: string, tensor: OnnxTensor): ProtobufMessage {
  const size = tensor.dims.reduce((product, dim) => product * dim, 1);
  if (size !== tensor.data.length) {
    throw new RangeError(
      `initializer ${name} has ${tensor.data.length} elements but its dimensions say ${size}`,
    );
  }
  return messageField(5, [
    ...tensor.dims.map((dim) => integerField(1, dim)),
    integerField(2, elementTypes[elementTypeOf(tensor.data)]),
    bytesField(8, name),
    bytesField(9, new Uint8Array(tensor.data.buffer, tensor.data.byteOffset, tensor.data.byteLength)),
  ]);
}

function toValueInfo(field: number, value: OnnxValue): ProtobufMessage {
  const dims = value.dims.map((dim) =>
    messageField(1, [typeof dim === "string" ? bytesField(2, dim) : integerField(1, dim)]),
  );
  const tensorType = messageField(1, [integerField(1, elementTypes[value.type]), messageField(2, dims)]);
  return messageField(field, [bytesField(1, value.name), messageField(2, [tensorType])]);
}
