import { open } from "node:fs/promises";

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the size in pixels from the head of a PNG or JPEG file; null for a file that is neither, or is broken. */
export async function readImageSize(path: string): Promise<ImageSize | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    // Frames stand behind the metadata, which may hold a preview.
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2 ** 18), 0, 2 ** 18, 0);
    const head = buffer.subarray(0, bytesRead);
    return readPng(head) ?? readJpeg(head);
  } finally {
    await file.close();
  }
}

function readPng(head: Buffer): ImageSize | null {
  if (head.length < 24 || head.toString("latin1", 0, 8) !== "\u0089PNG\r\n\u001a\n") return null;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** Walks the segments of ITU T.81, B.1.1.4, to the frame header. */
function readJpeg(head: Buffer): ImageSize | null {
  if (head.length < 4 || head.readUInt16BE(0) !== 0xff_d8) return null;
  for (let at = 2; at + 9 < head.length && head[at] === 0xff;) {
    const marker = head[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2);
  }
  return null;
}
