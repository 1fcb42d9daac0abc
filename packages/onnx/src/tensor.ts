/** The element types that graphs of this project use, with their numbers in `onnx.proto` (TensorProto.DataType). */
export const elementTypes = { float32: 1, int32: 6, int64: 7 } as const;

export type OnnxElementType = keyof typeof elementTypes;

export type OnnxTensorData = Float32Array | Int32Array | BigInt64Array;

/** A dense tensor in row-major order; the type of its elements is the type of its array. */
export interface OnnxTensor {
  readonly dims: readonly number[];
  readonly data: OnnxTensorData;
}

/** Name of the element type of an array. */
export function elementTypeOf(data: OnnxTensorData): OnnxElementType {
  if (data instanceof Float32Array) return "float32";
  return data instanceof Int32Array ? "int32" : "int64";
}

/** The elements as float32. Throws TypeError for any other type: a graph that is not what its caller thinks. */
export function toFloat32(tensor: OnnxTensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new TypeError("expected a float32 tensor");
}

/**
 * The elements as int32: int32 as they are, int64 by their low words, which is right for indices and counts
 * below 2^31. Throws TypeError for float32.
 */
export function toInt32(tensor: OnnxTensor | undefined): Int32Array {
  const data = tensor?.data;
  if (data instanceof Int32Array) return data;
  if (!(data instanceof BigInt64Array)) throw new TypeError("expected an int32 or int64 tensor");
  const words = new Int32Array(data.buffer, data.byteOffset, data.length * 2);
  const values = new Int32Array(data.length);
  for (let i = 0; i < values.length; i++) values[i] = words[2 * i] ?? 0;
  return values;
}
