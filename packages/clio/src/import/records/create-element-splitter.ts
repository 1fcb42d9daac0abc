import { parseJson } from "@observatory/core";
import { findNextElement } from "./find-next-element.ts";
import { countLineFeeds } from "./scan-bytes.ts";
import type { RawRecord, RecordSplitter, SplitterOptions } from "./record-splitter.ts";

const lineFeed = 0x0a;
const space = 0x20;
const comma = 0x2c;
const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** How often elements may be looked for inside a broken one, whatever that costs. */
const freeResumptions = 64;
/** How much may be scanned again after that, for each byte of the file. */
const maxRescans = 8;

/**
 * A record an element of a top-level JSON array, or a top-level object of several; laid out on any number of lines.
 *
 * Only brackets and strings are followed, so an element with an error inside is given out whole and the next one
 * is unharmed. A string ends at the end of its line at the latest, as JSON wants it. Where an element never closes, or closes
 * and is no JSON, the elements go on inside it: at the next line that starts as this one did, or at the next object with the
 * same first keys, if there is one. What comes before that place is given out as the broken element.
 */
export function createElementSplitter({ maxBytes }: SplitterOptions): RecordSplitter {
  let line = 1;
  let ordinal = 0;
  let inArray = false;
  /** White space bytes that started the current line; null once anything else has come. */
  let indent: number | null = 0;
  let element: OpenElement | null = null;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let held: Buffer[] = [];
  let length = 0;
  /** The first element and the last one before this, by which the next one may be known. */
  let others: readonly Buffer[] = [];
  let resumptions = 0;
  let rescanned = 0;
  let passed = 0;

  const finish = (records: RawRecord[]): void => {
    if (element === null) return;
    const bytes = length > maxBytes ? null : joinHeld();
    records.push({ line: element.line, ordinal: ++ordinal, bytes, length });
    if (bytes !== null) others = [others[0] ?? bytes, bytes];
    reset();
  };
  const reset = (): void => {
    element = null;
    depth = 0;
    inString = false;
    escaped = false;
    held = [];
    length = 0;
  };
  const begin = (byte: number): void => {
    const kind = byte === openBrace || byte === openBracket ? "nested" : byte === quote ? "string" : "token";
    element = { line, indent, kind, opening: byte };
  };
  /** Whether the element is complete once this byte belongs to it. */
  const follow = (byte: number): boolean => {
    if (inString) {
      if (escaped) escaped = false;
      else if (byte === backslash) escaped = true;
      else if (byte === quote) inString = false;
      return !inString && element?.kind === "string";
    }
    if (byte === quote) inString = true;
    else if (byte === openBrace || byte === openBracket) depth++;
    else if (byte === closeBrace || byte === closeBracket) return --depth <= 0;
    return false;
  };
  const scan = (piece: Buffer, records: RawRecord[]): void => {
    const pieces = [piece];
    for (let next = pieces.pop(); next !== undefined; next = pieces.pop()) {
      const stop = scanPiece(next, records);
      if (stop !== null) pieces.push(next.subarray(stop.end), stop.again);
    }
  };
  /** Scans to the end, or to where a broken element ends of which a part is to be scanned again. */
  const scanPiece = (
    piece: Buffer,
    records: RawRecord[],
  ): { readonly end: number; readonly again: Buffer } | null => {
    let start = 0;
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i] ?? 0;
      if (element?.kind === "token" && endsToken(byte)) {
        hold(piece.subarray(start, i));
        finish(records);
      }
      const opensArray = element === null && byte === openBracket && !inArray;
      if (element === null) {
        if (byte === closeBracket) inArray = false;
        else if (opensArray) inArray = true;
        else if (byte > space && byte !== comma) {
          begin(byte);
          start = i;
        }
      }
      if (element !== null && follow(byte)) {
        hold(piece.subarray(start, i + 1));
        // What closes the array cannot close an object: the object never did.
        const isClosed = byte !== closeBracket || element.opening !== openBrace;
        const again = resume(records, isClosed);
        if (again !== null) return { end: i + 1, again };
        finish(records);
        start = i + 1;
      }
      if (byte === lineFeed) {
        if (element?.kind === "string") {
          hold(piece.subarray(start, i + 1));
          finish(records);
          start = i + 1;
        }
        line++;
        indent = 0;
        inString = false;
        escaped = false;
      } else if (indent !== null && !opensArray) {
        // An element behind the bracket of its array stands as those on the lines below.
        indent = byte <= space ? indent + 1 : null;
      }
    }
    if (element !== null) hold(piece.subarray(start));
    return null;
  };
  const joinHeld = (): Buffer => {
    const [first] = held;
    if (held.length === 1 && first !== undefined) return first;
    const joined = Buffer.concat(held);
    held = [joined];
    return joined;
  };
  const hold = (part: Buffer): void => {
    length += part.length;
    if (length <= maxBytes) held.push(part);
  };
  /** Gives up the open element up to where others begin inside it; returns what is to be scanned again, or null. */
  const resume = (records: RawRecord[], mayBeSound: boolean): Buffer | null => {
    if (element === null || length > maxBytes) return null;
    if (resumptions >= freeResumptions && rescanned > maxRescans * passed) return null;
    const bytes = joinHeld();
    const isString = element.kind === "string";
    const like = isString ? -1 : findLikeStart(bytes, element.indent);
    const within = like === -1 ? bytes : bytes.subarray(0, like);
    const next = isString ? findLastBrace(bytes) : findNextElement(within, others);
    const at = next === -1 ? like : next;
    if (at === -1 || (mayBeSound && !isString && parseJson(bytes.toString("utf8")).ok)) return null;
    resumptions++;
    rescanned += bytes.length;
    const lost = bytes.subarray(0, at);
    records.push({ line: element.line, ordinal: ++ordinal, bytes: lost, length: at });
    line = element.line + countLineFeeds(lost);
    indent = at === like ? element.indent : null;
    reset();
    return bytes.subarray(at);
  };
  const resumeAll = (records: RawRecord[]): void => {
    for (let again = resume(records, false); again !== null; again = resume(records, false))
      scan(again, records);
  };

  return {
    tooLong: "element-too-long",
    push: (piece) => {
      const records: RawRecord[] = [];
      passed += piece.length;
      // A piece at a time is scanned, so that an element is found too long before much of it is held.
      if (length + piece.length > maxBytes) resumeAll(records);
      scan(piece, records);
      if (length > maxBytes) held = [];
      return records;
    },
    end: () => {
      const records: RawRecord[] = [];
      resumeAll(records);
      finish(records);
      return records;
    },
  };
}

/**
 * Where an object begins that the quote of its first key seemed to end a string before; -1 where none does. A quote too many
 * stands before it.
 */
function findLastBrace(bytes: Buffer): number {
  return /,\s*\{\s*"$/u.test(bytes.toString("latin1", Math.max(0, bytes.length - 64)))
    ? bytes.lastIndexOf(openBrace)
    : -1;
}

function endsToken(byte: number): boolean {
  return byte <= space || byte === comma || byte === closeBracket || byte === openBrace;
}

interface OpenElement {
  readonly line: number;
  readonly indent: number | null;
  readonly opening: number;
  readonly kind: "nested" | "string" | "token";
}

/**
 * Where, after its first line, a line starts with the same indent and bracket as the element; -1 if nowhere. Records are
 * objects: behind an array an object will do.
 */
function findLikeStart(bytes: Buffer, indent: number | null): number {
  if (indent === null) return -1;
  const opening = bytes[0];
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) {
    let start = at + 1;
    while (start < bytes.length && (bytes[start] ?? 0) <= space && bytes[start] !== lineFeed) start++;
    const isLike = bytes[start] === opening || (opening === openBracket && bytes[start] === openBrace);
    if (start - at - 1 === indent && isLike) return start;
  }
  return -1;
}
