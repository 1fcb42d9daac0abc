/** A field of a message, by its number. */
export interface ProtobufField {
  readonly field: number;
  /** Of a varint; 0 for the others. */
  readonly integer: number;
  /** What stands in it: of a length-delimited field its content, of a fixed one its bytes. */
  readonly bytes: Uint8Array;
  /** Where its content begins and ends, from the start of the bytes that were given. */
  readonly content: number;
  readonly end: number;
}

/**
 * The fields of a message in order. Ends at the first that is no field or that reaches beyond the bytes; with `headOnly`
 * it gives the first alone, however far that reaches, its content as far as it is there.
 */
export function* readFields(
  bytes: Uint8Array,
  options: { readonly headOnly?: boolean } = {},
): Generator<ProtobufField> {
  for (let at = 0; at < bytes.length;) {
    const tag = readVarint(bytes, at);
    if (tag === null) return;
    const place = placeContent(bytes, tag.end, tag.value % 8);
    if (place === null || (options.headOnly !== true && place.end > bytes.length)) return;
    yield {
      field: Math.floor(tag.value / 8),
      integer: place.integer,
      bytes: bytes.subarray(place.content, place.end),
      content: place.content,
      end: place.end,
    };
    if (options.headOnly === true) return;
    at = place.end;
  }
}

/** UTF-8 as text. */
export function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function placeContent(
  bytes: Uint8Array,
  at: number,
  wireType: number,
): { readonly content: number; readonly end: number; readonly integer: number } | null {
  if (wireType === 1) return { content: at, end: at + 8, integer: 0 };
  if (wireType === 5) return { content: at, end: at + 4, integer: 0 };
  const number = readVarint(bytes, at);
  if (number === null) return null;
  if (wireType === 0) return { content: at, end: number.end, integer: number.value };
  return wireType === 2 ? { content: number.end, end: number.end + number.value, integer: 0 } : null;
}

/** Exact below 2^53, which no file's size reaches. */
function readVarint(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } | null {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return null;
    value += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return { value, end: at + i + 1 };
  }
  return null;
}
