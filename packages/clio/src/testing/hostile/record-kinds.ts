import type { Json } from "@observatory/core";
import { changeAt, listPlaces, mapStrings, type JsonPlace, valueAt } from "./json-places.ts";

/** What a malformed record is made from. */
export interface RecordSeed {
  /** A sound record of the format, with ids that no other has. */
  readonly record: Json;
  /** Another with the same ids. */
  readonly twin: Json;
  /** A sound record of another format. */
  readonly foreign: Json;
  /** Any number, of which each kind takes what it needs: a place, a length. */
  readonly at: number;
  readonly size: number;
  readonly value: Json;
  readonly text: string;
  readonly bytes: Uint8Array;
}

type Make = (seed: RecordSeed) => string | Uint8Array;

/**
 * Kinds of malformed records, each as the bytes that stand between two line ends: most are one line, some are several or
 * none. What a kind is called says what is wrong with it.
 */
export const recordKinds = {
  // Cut, joined and split.
  truncated: ({ record, at }) => cut(toText(record), at),
  "without its start": ({ record, at }) => toText(record).slice(1 + (at % toText(record).length)),
  "one byte changed": ({ record, at, size }) => withByte(toText(record), at, size),
  "one byte too many": ({ record, at, text }) => insert(toText(record), at, text.slice(0, 1)),
  "two on a line": ({ record, twin }) => toText(record) + toText(twin),
  "split by a line end": ({ record, at }) => insert(toText(record), at, "\n"),
  "split by a carriage return": ({ record, at }) => insert(toText(record), at, "\r"),
  "split by a line separator": ({ record, at }) => insert(toText(record), at, "\u2028"),
  indented: ({ record }) => JSON.stringify(record, null, 2),
  // Not the JSON that is wanted.
  "an array of records": ({ record, twin }) => JSON.stringify([record, twin]),
  "JSON in a string": ({ record }) => JSON.stringify(toText(record)),
  "a scalar": ({ value }) => JSON.stringify(typeof value === "object" ? 7 : value),
  "an empty object": () => "{}",
  "an empty array": () => "[]",
  "any JSON": ({ value }) => JSON.stringify(value),
  "a record of another format": ({ foreign }) => toText(foreign),
  "a comma at the end": ({ record }) => toText(record).replace(/\}$/u, ",}"),
  "a comment": ({ record }) => `/* ${toText(record)} */`,
  "single quotes": ({ record }) => toText(record).replaceAll('"', "'"),
  "a dictionary of Python": ({ record }) => toText(record).replaceAll("null", "None").replaceAll('"', "'"),
  NaN: (seed) => raw(seed, "NaN"),
  "a web page": () => "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>",
  "a row of CSV": ({ text }) => `1,"${text}",user`,
  "an open quote of CSV": ({ text }) => `1,"${text.replaceAll('"', "")}`,
  base64: ({ record }) => Buffer.from(toText(record)).toString("base64"),
  "random bytes": ({ bytes }) => bytes,
  // Fields.
  "a field of another type": ({ record, at, value }) => toText(changeAny(record, at, () => value)),
  "a field less": ({ record, at }) => toText(changeAny(record, at, () => undefined)),
  "a null": ({ record, at }) => toText(changeAny(record, at, () => null)),
  "a value in an array": ({ record, at }) => toText(changeAny(record, at, (old) => [old])),
  "a value in an object": ({ record, at }) => toText(changeAny(record, at, (old) => ({ value: old }))),
  "empty strings": ({ record }) => toText(mapStrings(record, () => "")),
  "white space for strings": ({ record }) => toText(mapStrings(record, () => " \t\u00a0\u3000")),
  "numbers for strings": ({ record, at }) => toText(mapStrings(record, () => at)),
  "an unknown role": ({ record, text }) => toText(changeRoles(record, text)),
  "no role": ({ record }) => toText(changeRoles(record, undefined)),
  "keys twice": ({ record, value }) => doubleKeys(record, value),
  "the key __proto__": ({ record, at }) => addKey(record, at, '"__proto__":{"polluted":true}'),
  "keys of prototypes": ({ record, at }) => addKey(record, at, '"constructor":{"prototype":{}},"toString":7'),
  "ten thousand keys": ({ record, at }) => addKey(record, at, manyKeys),
  "a very long key": ({ record, at, size }) => addKey(record, at, `"${"k".repeat(size % 100_000)}":1`),
  // Numbers and dates.
  "a number out of range": (seed) => raw(seed, seed.size % 2 === 0 ? "1e999" : "-1e999"),
  "a number of many digits": (seed) => raw(seed, `1${"0".repeat(seed.size % 5000)}`),
  "a number of no size": (seed) => raw(seed, "-0.0e-999"),
  "the year 0": ({ record }) => toText(changeDates(record, "0000-01-01T00:00:00Z", -62_167_219_200)),
  "the year 9999": ({ record }) => toText(changeDates(record, "9999-12-31T23:59:59Z", 253_402_300_799)),
  "a day that is none": ({ record }) => toText(changeDates(record, "2024-02-30T25:61:61+99:99", -1)),
  "a date in words": ({ record, text }) => toText(changeDates(record, text, Number.MAX_SAFE_INTEGER)),
  // Ids.
  "the same record twice": ({ record }) => `${toText(record)}\n${toText(record)}`,
  "the same ids twice": ({ record, twin }) => `${toText(record)}\n${toText(twin)}`,
  "its own parent": ({ record }) => toText(changeIds(record, () => "same")),
  "parents in a circle": ({ record }) => toText(changeIds(record, (number) => `circle ${number % 2}`)),
  "ids of a thousand letters": ({ record, size }) => toText(changeIds(record, () => "i".repeat(size % 3000))),
  // Depth and size.
  "nested arrays": ({ size }) => "[".repeat(depth(size)) + "]".repeat(depth(size)),
  "nested objects": ({ size }) => '{"a":'.repeat(depth(size)) + "1" + "}".repeat(depth(size)),
  "arrays that never close": ({ size }) => "[".repeat(depth(size)),
  "objects that never close": ({ size }) => '{"a":'.repeat(depth(size)),
  "brackets that close nothing": ({ size }) => "]}".repeat(size % 50),
  "a field nested deep": (seed) => raw(seed, "[".repeat(depth(seed.size)) + "]".repeat(depth(seed.size))),
  "a field nested deep in objects": (seed) =>
    raw(seed, '{"content":'.repeat(depth(seed.size)) + '"x"' + "}".repeat(depth(seed.size))),
  "a very long string": (seed) => raw(seed, `"${"long ".repeat(seed.size % 60_000)}"`),
  "very many messages": ({ record, size }) => toText(repeatLists(record, size % 3000)),
  // Characters.
  "half a surrogate pair": ({ record }) => toText(record).replaceAll(/":"/gu, '":"\\ud83d'),
  "the other half": ({ record }) => toText(record).replaceAll(/","/gu, '\\ude00","'),
  "surrogates in UTF-8": ({ record }) => replaceQuote(record, [0xed, 0xa0, 0x80]),
  "escaped NUL": ({ record }) => toText(mapStrings(record, (text) => `\0${text}\0`)),
  "NUL bytes": ({ record, at }) => insert(toText(record), at, "\0\0\0"),
  "NUL bytes around": ({ record }) => `\0\0${toText(record)}\0`,
  "a byte order mark": ({ record }) => `\uFEFF${toText(record)}`,
  "two byte order marks": ({ record }) => `\uFEFF\uFEFF${toText(record)}`,
  "Latin-1": ({ record }) => Buffer.from(toText(mapStrings(record, (text) => `${text} é`)), "latin1"),
  "overlong UTF-8": ({ record }) => replaceQuote(record, [0xc0, 0xaf]),
  "UTF-16 among UTF-8": ({ record }) => Buffer.from(toText(record), "utf16le"),
  "a tail of UTF-16": ({ record }) =>
    Buffer.concat([Buffer.from(toText(record)), Buffer.from("{}", "utf16le")]),
  "terminal codes": ({ record }) => toText(mapStrings(record, (text) => `\u001b]0;x\u0007\u001b[2J${text}`)),
  "raw control characters": ({ record }) => toText(record).replaceAll(":", ":\u0001"),
  "marks that turn the direction": ({ record }) =>
    toText(mapStrings(record, (text) => `\u202e${text}\u2066`)),
  "letters with a hundred accents": ({ record }) =>
    toText(mapStrings(record, (text) => `${text}a${"\u0301".repeat(100)}`)),
  "an escape that is none": ({ record }) => toText(record).replaceAll(/":"/gu, '":"\\x'),
  "an open string": ({ record, at }) =>
    toText(record).replace(new RegExp(`^((?:[^"]*"){${1 + (at % 9)}})`, "u"), "$1\\"),
} as const satisfies Readonly<Record<string, Make>>;

export type RecordKind = keyof typeof recordKinds;

export const recordKindNames = Object.keys(recordKinds) as readonly RecordKind[]; // keys of a literal are its names

function toText(value: Json): string {
  return JSON.stringify(value);
}

function cut(text: string, at: number): string {
  return text.slice(0, at % text.length);
}

function insert(text: string, at: number, what: string): string {
  const place = at % text.length;
  return text.slice(0, place) + what + text.slice(place);
}

function withByte(text: string, at: number, byte: number): Uint8Array {
  const bytes = Buffer.from(text);
  bytes[at % bytes.length] = byte;
  return bytes;
}

/** Mostly little, at times a million. */
function depth(size: number): number {
  return size % 500 === 499 ? 1_000_000 : size % 20 === 19 ? 20_000 : size % 2000;
}

const manyKeys = Array.from({ length: 10_000 }, (_, i) => `"k${i}":${i}`).join(",");

function placeIn(record: Json, at: number): JsonPlace {
  const places = listPlaces(record);
  return places[at % Math.max(1, places.length)] ?? [];
}

function changeAny(record: Json, at: number, change: (old: Json) => Json | undefined): Json {
  return changeAt(record, placeIn(record, at), change);
}

const hole = "\u2603 hole";

/** JSON text in place of a value: what no JSON value would be written as. */
function raw({ record, at }: RecordSeed, text: string): string {
  return toText(changeAny(record, at, () => hole)).replace(JSON.stringify(hole), () => text);
}

/** Text of members in front of those of some object. */
function addKey(record: Json, at: number, members: string): string {
  const text = toText(record);
  const objects = [...text.matchAll(/\{(?=")/gu)].map(({ index }) => index);
  const place = objects[at % Math.max(1, objects.length)] ?? 0;
  return `${text.slice(0, place + 1)}${members},${text.slice(place + 1)}`;
}

function doubleKeys(record: Json, value: Json): string {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return toText(record);
  const members = Object.keys(record).map((key) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${members.join(",")},${toText(record).slice(1)}`;
}

function replaceQuote(record: Json, bytes: readonly number[]): Uint8Array {
  const text = Buffer.from(toText(record));
  const place = text.indexOf('":"') + 3;
  return Buffer.concat([text.subarray(0, place), Buffer.from(bytes), text.subarray(place)]);
}

const roleKey = /^(?:role|from|sender|type|author)$/u;

function changeRoles(record: Json, role: string | undefined): Json {
  return listPlaces(record)
    .filter((place) => roleKey.test(String(place.at(-1))))
    .reduce<Json>((changed, place) => changeAt(changed, place, () => role), record);
}

const dateKey = /time|date|created|updated|_at$|At$|start|end$/u;

function changeDates(record: Json, text: string, seconds: number): Json {
  return listPlaces(record)
    .filter((place) => dateKey.test(String(place.at(-1))))
    .reduce<Json>(
      (changed, place) =>
        changeAt(changed, place, (old) =>
          typeof old === "number" ? seconds : typeof old === "string" ? text : old,
        ),
      record,
    );
}

function changeIds(record: Json, toId: (number: number) => string): Json {
  let number = 0;
  return mapStrings(record, (text, key) => (/id$|parent|current|child/iu.test(key) ? toId(number++) : text));
}

/** Every list as long as it is told, of what stands in it. */
function repeatLists(record: Json, length: number): Json {
  const lists = listPlaces(record).filter((place) => Array.isArray(valueAt(record, place)));
  return lists.slice(0, 1).reduce<Json>(
    (changed, place) =>
      changeAt(changed, place, (old) => {
        const items = Array.isArray(old) ? old : [];
        return Array.from(
          { length: items.length === 0 ? 0 : length },
          (_, i): Json => items[i % items.length] ?? null,
        );
      }),
    record,
  );
}
