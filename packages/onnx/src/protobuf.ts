/** A message under construction: chunks that are joined once, so that large tensors are copied once. */
export interface ProtobufMessage {
  readonly length: number;
  readonly chunks: readonly Uint8Array[];
}

/** Joins fields or whole messages in order. */
export function toMessage(parts: readonly ProtobufMessage[]): ProtobufMessage {
  return {
    length: parts.reduce((sum, part) => sum + part.length, 0),
    chunks: parts.flatMap((part) => part.chunks),
  };
}

/** A varint field (wire type 0): bool, enum, int32 and int64; negative numbers take ten bytes. */
export function integerField(field: number, value: number | bigint): ProtobufMessage {
  return toMessage([tag(field, 0), varint(value)]);
}

/** A 32-bit float field (wire type 5). */
export function floatField(field: number, value: number): ProtobufMessage {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return toMessage([tag(field, 5), fromBytes(bytes)]);
}

/** A length-delimited field (wire type 2) that holds bytes, or text as UTF-8. The bytes are not copied yet. */
export function bytesField(field: number, value: Uint8Array | string): ProtobufMessage {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  return messageField(field, [fromBytes(bytes)]);
}

/** A length-delimited field (wire type 2) that holds a message made of `parts`. */
export function messageField(field: number, parts: readonly ProtobufMessage[]): ProtobufMessage {
  const message = toMessage(parts);
  return toMessage([messageHeader(field, message.length), message]);
}

/** The tag and the length of a field that holds a message, for content that is written elsewhere. */
export function messageHeader(field: number, length: number): ProtobufMessage {
  return toMessage([tag(field, 2), varint(length)]);
}

/** The bytes of a finished message. */
export function toBytes(message: ProtobufMessage): Uint8Array {
  const bytes = new Uint8Array(message.length);
  let offset = 0;
  for (const chunk of message.chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function tag(field: number, wireType: number): ProtobufMessage {
  return varint((field << 3) | wireType);
}

function varint(value: number | bigint): ProtobufMessage {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 128);
  } while (rest !== 0n);
  return fromBytes(Uint8Array.from(bytes));
}

function fromBytes(bytes: Uint8Array): ProtobufMessage {
  return { length: bytes.length, chunks: [bytes] };
}
