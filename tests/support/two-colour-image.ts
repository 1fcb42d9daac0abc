import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** A PNG of 40 x 20 pixels: the left half of one colour, the right half of another. */
export function drawTwoColours(left: Colour, right: Colour): Buffer {
  const row = Buffer.from([0, ...Array.from({ length: 40 }, (_, x) => (x < 20 ? left : right)).flat()]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(40, 0);
  head.writeUInt32BE(20, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 20 }, () => row)));
  const chunks = [toChunk("IHDR", head), toChunk("IDAT", pixels), toChunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...chunks]);
}

/** Width and first pixel of a PNG of three channels whose first row has no filter that reads backwards. */
export function readFirstPixel(png: Uint8Array): { readonly width: number; readonly colour: Colour } {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const [, red = 0, green = 0, blue = 0] = inflateSync(Buffer.concat(parts));
  return { width: bytes.readUInt32BE(16), colour: [red, green, blue] };
}

function toChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
