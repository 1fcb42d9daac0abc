/** The bytes before `at`, which is taken round the end. */
export function cut(bytes: Buffer, at: number): Buffer {
  return bytes.subarray(0, at % bytes.length);
}

/** The bytes with another one at `at`, which is taken round the end. */
export function damage(bytes: Buffer, at: number, byte: number): Buffer {
  const damaged = Buffer.from(bytes);
  damaged[at % damaged.length] = byte;
  return damaged;
}

/** Text in UTF-8 as UTF-16 with a byte order mark, low byte first. */
export function toUtf16(bytes: Buffer): Buffer {
  return Buffer.from(`\uFEFF${bytes.toString("utf8")}`, "utf16le");
}
