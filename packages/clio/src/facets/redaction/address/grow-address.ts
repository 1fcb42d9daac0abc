import { isOrdinaryWord } from "../names/ordinary-words.ts";
import { isPlaceWord } from "../names/place-words.ts";
import { stickyUnit } from "./street-patterns.ts";

const mostParts = 8;
const look = 90;

/** Between the parts of an address, also of one that is quoted line by line. */
const separator = /[ \t]{0,6}(?:[,;\n][\s,>?*]{0,12})?/uy;
const postcode =
  /(?:(?:[A-Z]{1,3}[- ])?\d{3,6}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{3} \d{2}|\d{2}-\d{3}|〒?\d{3}-\d{4})(?![\p{L}\p{N}]|[.: -]\d)/uy;
const region = /(?:[A-Z]{2,3}|\d{1,2})(?=[ \n,.]|$)/uy;
const cityRegionCode = /(?:[\p{L}\p{M}.'’-]{2,30} ?){1,4},? [a-z]{2} \d{4,6}(?!\p{N})/iuy;
const particle =
  "(?:de|del|della|der|den|dos|das|da|do|du|des|di|la|le|las|los|el|am|an|im|auf|ob|bei|van|von|nad|pod|u|v|sur|sous|en|of|upon|på|i)";
const placeWord = "(?:\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}|\\p{Lu}\\p{L}{0,2}\\.)";
const place = new RegExp(
  `${placeWord}(?: \\(\\p{Lu}[\\p{L}\\p{M} ()]{1,24}\\))?(?: (?:${particle} ){0,2}\\(?${placeWord}\\)?){0,4}`,
  "uy",
);
const streetBefore =
  /(?<![\p{L}\p{N}.:/-])\d{1,6}[a-z]? (?:[\p{L}\p{M}.'’-]{1,30} ){0,5}(?:\d{1,5}[a-z]?\.?)?[ \t]{0,4}(?:[,\n][\s,>?*]{0,12})?$/iu;
const numbersBefore = /(?<![\p{L}\p{N}.:/-])\d{1,6}[a-z]?(?: \d{1,5})?,? $/iu;

/** An address from one of its parts on: back over the street and its number, forth over door, place, region, country and postcode. */
export function growAddress(text: string, start: number, end: number): readonly [start: number, end: number] {
  return [growBack(text, start), growForth(text, end)];
}

function growBack(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - look), start);
  const street = /^\d/.test(text.slice(start, start + 1)) ? null : streetBefore.exec(before);
  const found = street ?? numbersBefore.exec(before);
  return found === null ? start : start - before.length + found.index;
}

function growForth(text: string, from: number): number {
  let end = from;
  for (let part = 0; part < mostParts; part++) {
    const next = matchAt(separator, text, end) ?? end;
    if (next === end) return end;
    const newLine = text.slice(end, next).includes("\n");
    const grown =
      matchAt(stickyUnit, text, next) ??
      matchAt(postcode, text, next) ??
      (/[A-Z]/.test(text.charAt(next)) ? matchAt(region, text, next) : null) ??
      matchPlace(text, next, newLine) ??
      matchAt(cityRegionCode, text, next);
    if (grown === null) return end;
    end = grown;
  }
  return end;
}

/** A place stands to the end of its line or to a comma, or before a code; what begins a sentence or a label is none. */
function matchPlace(text: string, at: number, newLine: boolean): number | null {
  const end = matchAt(place, text, at);
  if (end === null) return null;
  const words = text.slice(at, end).split(/[ ()]+/);
  const plain = words.every((word) => isOrdinaryWord(word) && !isPlaceWord(word));
  const closed = /^[ \t]{0,3}(?:[,\n.]|$|\d{4})/u.test(text.slice(end, end + 8));
  if (text.charAt(end) === ":" || (plain && !(closed && words.length > 1))) return null;
  return closed || !newLine ? end : null;
}

function matchAt(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
