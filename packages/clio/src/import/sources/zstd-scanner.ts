/** Follows zstd data (RFC 8878, section 3.1) from frame to frame, without unpacking it. */
export interface ZstdScanner {
  /** Takes bytes up to the end of a frame at most; returns how many. */
  push(bytes: Buffer): number;
  /** Whether every frame so far is complete. */
  isBetween(): boolean;
}

const frameMagic = 0xfd2fb528;
/** Of 16 kinds of frames that hold nothing to unpack. */
const skippableMagic = 0x184d2a5;
const rawTypeOfOneByte = 1;

/** What comes next: bytes to look at, or bytes to pass over. */
interface Step {
  readonly bytes: number;
  /** The step after, by the bytes; null at the end of the frame. Absent: the bytes do not matter. */
  readonly next: (bytes: Buffer) => Step | null;
  readonly isSkipped?: boolean;
}

export function createZstdScanner(): ZstdScanner {
  let step: Step = magicStep;
  let left = step.bytes;
  let held = Buffer.alloc(0);
  let isBetween = true;

  return {
    isBetween: () => isBetween,
    push: (bytes) => {
      let at = 0;
      while (at < bytes.length) {
        const part = bytes.subarray(at, at + left);
        if (step.isSkipped !== true) held = Buffer.concat([held, part]);
        at += part.length;
        left -= part.length;
        isBetween = false;
        while (left === 0) {
          const following = step.next(held);
          held = Buffer.alloc(0);
          step = following ?? magicStep;
          left = step.bytes;
          if (following === null) {
            isBetween = true;
            return at;
          }
        }
      }
      return at;
    },
  };
}

const magicStep: Step = {
  bytes: 4,
  next: (bytes) => {
    const magic = bytes.readUInt32LE(0);
    if (magic === frameMagic) return { bytes: 1, next: readDescriptor };
    if (magic >>> 4 === skippableMagic)
      return { bytes: 4, next: (size) => skip(size.readUInt32LE(0), () => null) };
    // No frame: whoever unpacks it finds that, and everything belongs to it.
    return skip(Number.MAX_SAFE_INTEGER, () => null);
  },
};

function readDescriptor(bytes: Buffer): Step {
  const descriptor = bytes[0] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const size = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
  const checksum = (descriptor & 4) === 0 ? 0 : 4;
  return skip((isSingle ? 0 : 1) + dictionary + size, () => toBlockStep(checksum));
}

function toBlockStep(checksum: number): Step {
  return {
    bytes: 3,
    next: (bytes) => {
      const header = bytes.readUIntLE(0, 3);
      const type = (header >>> 1) & 3;
      const isLast = (header & 1) === 1;
      return skip(type === rawTypeOfOneByte ? 1 : header >>> 3, () =>
        isLast ? skip(checksum, () => null) : toBlockStep(checksum),
      );
    },
  };
}

function skip(bytes: number, next: () => Step | null): Step {
  return { bytes, next, isSkipped: true };
}
