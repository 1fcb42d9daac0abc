import { createGunzip, type Gunzip } from "node:zlib";

export type GzipDamage = "truncated-gzip" | "damaged-gzip" | "gzip-bomb";

export interface InflateOptions {
  /** Called once where the data ends early or is damaged; what came before has been given out by then. */
  readonly onDamage: (damage: GzipDamage) => void;
  /** Bytes out for each byte in, counted over the whole file, from which on it is called a bomb. */
  readonly maxRatio?: number;
  /** Bytes out before the ratio is looked at. */
  readonly freeBytes?: number;
}

/** So that what one step unpacks (at most 1,032 times as much) stays small. */
const stepBytes = 16 * 1024;

/** Unpacks gzip data of one or several concatenated members (RFC 1952). Damage ends the stream and never throws. */
export async function* inflateGzip(
  stream: AsyncIterable<Buffer>,
  options: InflateOptions,
): AsyncGenerator<Buffer> {
  const { onDamage, maxRatio = 300, freeBytes = 256 * 1024 * 1024 } = options;
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  const unpacked: Buffer[] = [];
  gunzip.on("data", (chunk: Buffer) => unpacked.push(chunk));
  // Without a listener at all times an error would end the process.
  gunzip.on("error", () => {});

  let bytesIn = 0;
  let bytesOut = 0;
  try {
    for await (const chunk of stream) {
      for (let start = 0; start < chunk.length; start += stepBytes) {
        const step = chunk.subarray(start, start + stepBytes);
        const damage = await settle(gunzip, (done) => gunzip.write(step, done));
        bytesIn += step.length;
        for (const part of unpacked.splice(0)) {
          bytesOut += part.length;
          yield part;
        }
        const isBomb = bytesOut > freeBytes && bytesOut > bytesIn * maxRatio;
        if (damage !== null || isBomb) {
          onDamage(damage ?? "gzip-bomb");
          return;
        }
      }
    }
    const damage = await settle(gunzip, (done) => {
      gunzip.once("end", done);
      gunzip.end();
    });
    yield* unpacked.splice(0);
    if (damage !== null) onDamage(damage);
  } finally {
    gunzip.destroy();
  }
}

/** Waits for an act on the stream; one that fails is never called back, so its error is listened for. */
function settle(gunzip: Gunzip, act: (done: () => void) => void): Promise<GzipDamage | null> {
  return new Promise((resolve) => {
    const fail = (error: Error): void => resolve(toDamage(error));
    gunzip.once("error", fail);
    act(() => {
      gunzip.off("error", fail);
      resolve(null);
    });
  });
}

function toDamage(error: Error): GzipDamage {
  return "code" in error && error.code === "Z_BUF_ERROR" ? "truncated-gzip" : "damaged-gzip";
}
