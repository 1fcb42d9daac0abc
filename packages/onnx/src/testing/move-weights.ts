import {
  bytesField,
  integerField,
  messageField,
  toBytes,
  toMessage,
  type ProtobufMessage,
} from "../protobuf.ts";
import { readFields, type ProtobufField } from "../protobuf-reader.ts";

/**
 * Moves the weights of a model, constants of `from` bytes on, into a file of their own, as exporters do with models of more
 * than 2 GB. Gives the model and what belongs into the file beside it that is called `location`.
 *
 * @example
 * const { model, weights } = moveWeights(await readFile("model.onnx"), { location: "model.onnx_data" });
 */
export function moveWeights(
  model: Uint8Array,
  { location, from = 64 }: { readonly location: string; readonly from?: number },
): { readonly model: Uint8Array; readonly weights: Uint8Array } {
  const weights: Uint8Array[] = [];
  let length = 0;
  const moveTensor = (tensor: Uint8Array): ProtobufMessage => {
    const raw = [...readFields(tensor)].find(({ field, bytes }) => field === 9 && bytes.length >= from);
    if (raw === undefined) return bytesField(5, tensor);
    const where = { location, offset: String(length), length: String(raw.bytes.length) };
    weights.push(raw.bytes);
    length += raw.bytes.length;
    const entries = Object.entries(where).map(([key, value]) =>
      messageField(13, [bytesField(1, key), bytesField(2, value)]),
    );
    const rest = mapFields(tensor, ({ field }) => (field === 9 ? [] : null));
    return messageField(5, [rest, ...entries, integerField(14, 1)]);
  };
  const moved = mapFields(model, ({ field, bytes: graph }) =>
    field === 7
      ? [messageField(7, [mapFields(graph, (one) => (one.field === 5 ? [moveTensor(one.bytes)] : null))])]
      : null,
  );
  return { model: toBytes(moved), weights: Buffer.concat(weights) };
}

/** A message with other fields in place of some; null leaves one as it is. */
function mapFields(
  message: Uint8Array,
  replace: (field: ProtobufField) => readonly ProtobufMessage[] | null,
): ProtobufMessage {
  let start = 0;
  const parts: ProtobufMessage[] = [];
  for (const field of readFields(message)) {
    const bytes = message.subarray(start, field.end);
    parts.push(...(replace(field) ?? [{ length: bytes.length, chunks: [bytes] }]));
    start = field.end;
  }
  return toMessage(parts);
}
