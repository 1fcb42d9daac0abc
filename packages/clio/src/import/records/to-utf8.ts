import { peekBytes } from "../sources/peek-bytes.ts";

/** Never valid in UTF-8, so that what reads the bytes later counts the place as damaged. */
const invalidByte = Buffer.from([0xff]);
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;

/**
 * The stream as UTF-8 without a byte order mark, whether it is UTF-8 or UTF-16 of either order.
 *
 * UTF-16 is known by its mark or, without one, by its first character being an ASCII bracket (RFC 4627, section 3).
 */
export async function* toUtf8(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { head, chunks } = await peekBytes(stream, 3);
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) yield* skipBytes(chunks, 3);
  else if (first === 0xff && second === 0xfe) yield* fromUtf16(skipBytes(chunks, 2), "little");
  else if (first === 0xfe && second === 0xff) yield* fromUtf16(skipBytes(chunks, 2), "big");
  else if (isBracket(first) && second === 0) yield* fromUtf16(chunks, "little");
  else if (first === 0 && isBracket(second)) yield* fromUtf16(chunks, "big");
  else yield* chunks;
}

function isBracket(byte: number | undefined): boolean {
  return byte === 0x5b || byte === 0x7b;
}

async function* skipBytes(chunks: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  for await (const chunk of chunks) {
    const rest = chunk.subarray(Math.min(left, chunk.length));
    left -= chunk.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}

async function* fromUtf16(chunks: AsyncIterable<Buffer>, order: "little" | "big"): AsyncGenerator<Buffer> {
  let kept: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([kept, chunk]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
    const units = order === "big" ? Buffer.from(whole).swap16() : whole;
    // A pair may be cut by the end of the chunk: its first half waits for the next.
    const last = units.length >= 2 ? units.readUInt16LE(units.length - 2) : 0;
    const usable = last >= 0xd800 && last <= 0xdbff ? units.length - 2 : units.length;
    kept = Buffer.from(bytes.subarray(usable));
    yield encode(units.toString("utf16le", 0, usable));
  }
  if (kept.length > 0) yield invalidByte;
}

function encode(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text);
  return Buffer.concat(
    text
      .split(loneSurrogate)
      .flatMap((part, i) => (i === 0 ? [Buffer.from(part)] : [invalidByte, Buffer.from(part)])),
  );
}
