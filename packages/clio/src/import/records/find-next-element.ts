const comma = 0x2c;
const space = 0x20;
const openBrace = 0x7b;
const headBytes = 512;

/**
 * Where the next element begins in the bytes of one that is broken: an object behind a comma with the same first keys; any
 * object behind a comma where the broken one has no keys to compare; -1 if nowhere. In strings that are written as they
 * must be no such place is found: their quotes are escaped.
 *
 * @param others elements of the file, whose first keys count too.
 */
export function findNextElement(bytes: Buffer, others: readonly Buffer[]): number {
  const own = readFirstKeys(bytes);
  const known = others.map(readFirstKeys).filter((keys) => keys !== null);
  // Others may tell the second key too.
  const told = own?.second === null ? known.filter((keys) => isAlike(own, keys)) : [];
  const wanted = told.length > 0 ? told : [own, ...known].filter((keys) => keys !== null);
  let other = -1;
  for (let at = bytes.indexOf(openBrace, 1); at !== -1; at = bytes.indexOf(openBrace, at + 1)) {
    if (!isBehindComma(bytes, at)) continue;
    const keys = readFirstKeys(bytes.subarray(at, at + headBytes));
    if (keys === null) continue;
    if (wanted.some((one) => isAlike(one, keys))) return at;
    if (own === null && other === -1) other = at;
  }
  return other;
}

interface FirstKeys {
  readonly first: string;
  /** Null where the value between the two is long or nested. */
  readonly second: string | null;
}

const string = String.raw`"(?:[^"\\\n]|\\.)*"`;
const scalar = String.raw`(?:${string}|[-+.\w]+)`;
const firstKeys = new RegExp(String.raw`^\{\s*(${string})\s*:(?:\s*${scalar}\s*,\s*(${string})\s*:)?`, "u");

function readFirstKeys(bytes: Buffer): FirstKeys | null {
  const [, first, second = null] = firstKeys.exec(bytes.toString("latin1", 0, headBytes)) ?? [];
  return first === undefined ? null : { first, second };
}

function isAlike(one: FirstKeys, other: FirstKeys): boolean {
  const isSecond = one.second === null || other.second === null || one.second === other.second;
  return one.first === other.first && isSecond;
}

function isBehindComma(bytes: Buffer, at: number): boolean {
  let before = at - 1;
  while (before > 0 && (bytes[before] ?? 0) <= space) before--;
  return bytes[before] === comma;
}
