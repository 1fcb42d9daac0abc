import { InputError } from "@observatory/core";
import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";

/** An array of a `.npz`: numbers by rows, or texts. */
export interface NpzArray {
  readonly shape: readonly number[];
  readonly values: Float64Array | readonly string[];
}

/** Arrays unpack to no more than this. */
const mostBytes = 2 ** 31 - 1;

/**
 * Reads what `numpy.savez` and `savez_compressed` write, by name of the array: little-endian floats of 2, 4 and 8 bytes, and
 * unicode texts, in C order. Holds the file in memory. Throws InputError for anything else, pickled objects among it,
 * and for a file that is cut short.
 */
export async function readNpz(path: string): Promise<ReadonlyMap<string, NpzArray>> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new InputError(`${path} cannot be read`, { cause });
  });
  try {
    return new Map(
      listEntries(bytes).map((entry) => [entry.name.replace(/\.npy$/u, ""), parseNpy(unpack(bytes, entry))]),
    );
  } catch (cause) {
    const why = cause instanceof NpzError ? cause.message : "damaged";
    throw new InputError(`${path} is no .npz that can be read: ${why}`, {
      cause,
      hint: "Write it with numpy.savez: arrays of floats, and of texts for keys.",
    });
  }
}

class NpzError extends Error {}

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** Entries as the directory at the end of a zip file lists them. */
function listEntries(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) throw new NpzError("it has no directory, so it is cut short or no zip file");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new NpzError("its directory is damaged");
    const length = bytes.readUInt16LE(at + 28);
    const entry = {
      name: bytes.toString("utf8", at + 46, at + 46 + length),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    };
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return entry;
  });
}

function unpack(bytes: Buffer, { method, packed, offset }: ZipEntry): Buffer {
  if (packed === 0xffffffff) throw new NpzError("it is larger than 4 GB");
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return content;
  if (method === 8) return inflateRawSync(content, { maxOutputLength: mostBytes });
  throw new NpzError(`it is packed by method ${method}`);
}

/** One `.npy`: a header in the notation of Python, then the values. */
function parseNpy(bytes: Buffer): NpzArray {
  if (bytes.toString("latin1", 0, 6) !== "\u0093NUMPY")
    throw new NpzError("it holds something else than arrays");
  const isFirstVersion = bytes[6] === 1;
  const start = isFirstVersion ? 10 : 12;
  const length = isFirstVersion ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8);
  const header = bytes.toString("latin1", start, start + length);
  const [, type = ""] = /'descr': '([^']+)'/u.exec(header) ?? [];
  const shape = (/'shape': \(([^)]*)\)/u.exec(header)?.[1] ?? "")
    .split(",")
    .flatMap((part) => (part.trim() === "" ? [] : [Number(part)]));
  if (header.includes("'fortran_order': True") && shape.length > 1)
    throw new NpzError("an array is in Fortran order");
  const size = shape.reduce((product, side) => product * side, 1);
  const data = bytes.subarray(start + length);
  const [, kind = "", width = ""] = /^<([fU])(\d+)$/u.exec(type) ?? [];
  const step = Number(width) * (kind === "U" ? 4 : 1);
  if (kind === "" || (kind === "f" && ![2, 4, 8].includes(step)))
    throw new NpzError(`an array has the type ${type === "" ? "object" : type}`);
  if (data.length < size * step) throw new NpzError("an array is cut short");
  if (kind === "U")
    return { shape, values: Array.from({ length: size }, (_, i) => readText(data, i * step, step)) };
  const read = step === 2 ? readHalf : step === 4 ? readFloat : readDouble;
  return { shape, values: Float64Array.from({ length: size }, (_, i) => read(data, i * step)) };
}

/** UTF-32, filled up with zeros. */
function readText(data: Buffer, start: number, length: number): string {
  let text = "";
  for (let at = start; at < start + length; at += 4) {
    const code = data.readUInt32LE(at);
    if (code === 0) break;
    text += String.fromCodePoint(code);
  }
  return text;
}

function readFloat(data: Buffer, at: number): number {
  return data.readFloatLE(at);
}

function readDouble(data: Buffer, at: number): number {
  return data.readDoubleLE(at);
}

/** IEEE 754 half precision. */
function readHalf(data: Buffer, at: number): number {
  const bits = data.readUInt16LE(at);
  const [sign, exponent, fraction] = [bits >> 15 === 1 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
