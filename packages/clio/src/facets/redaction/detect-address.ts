import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const word = "[\\p{L}\\p{M}.'’-]{1,30}";
const suffix =
  "(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|circle|crescent|cres|terrace|square|sq|highway|hwy|parkway|pkwy|close|grove|alley|mews|gardens|plaza)";
const joined =
  "[\\p{L}\\p{M}.'’-]{2,30}(?:stra(?:ß|ss)e|str\\.?|gasse|allee|platz|weg|straat|laan|plein|gatan|vägen|vej|gade|veien|gata|katu|tie|utca)";
const leading =
  "(?:rue|avenue|boulevard|chemin|via|viale|piazza|piazzetta|corso|vicolo|calle|avenida|plaza|paseo|camino|rua|travessa|praça|ulica|ul\\.|улица|ул\\.|проспект|пр\\.|переулок)";
const unit = "(?:suite|apt|apartment|unit|flat|room|floor|ste)\\.?";
const tail = `(?:[ ,\\n]{1,4}${unit} ?#?\\d{1,5}[a-z]?)?`;
const number = "\\d{1,6}[a-z]?(?:[ /-]\\d{1,5}){0,2}";

const numbered = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/$€£])${number},? (?:${word} ){1,4}${suffix}(?![\\p{L}\\p{N}'])\\.?${tail}`,
  "giu",
);
const compound = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/])(?:${number} (?:${word} ){0,2}${joined}(?: \\d{1,5}[a-z]?)?|(?:${word} )?${joined} \\d{1,5}[a-z]?|\\p{Lu}${word} (?:Stra(?:ß|ss)e|Allee|Platz|Weg) \\d{1,4}[a-z]?)(?![\\p{L}\\p{N}])${tail}`,
  "gu",
);
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${number},? ${leading} (?:${word}[ ,]){0,4}${word}|${leading} (?:${word} ){0,3}${word},? (?:n\\.?º?° ?|д\\. ?|№ ?)?\\d{1,5}[a-z]?)(?![\\p{L}\\p{N}])${tail}`,
  "giu",
);
const box =
  /(?<![\p{L}\p{N}])(?:(?:p\.? ?o\.? ?box|postfach|apartado|boîte postale) ?#?\d{1,8}|(?:unit|psc) \d{1,5},? box \d{1,5}(?:[\s,]{1,3}[ad]po [a-z]{2} \d{5})?)(?![\p{L}\p{N}])/giu;
const door = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:apt|apartment|suite|ste)\\.? #?\\d{1,5}[a-z]?(?![\\p{L}\\p{N}])`,
  "giu",
);
const stated =
  /(?<![\p{L}])(?:(?:my|our|home|mailing|shipping|billing|street|delivery|new|his|her|their) address(?: is|:)|address:|i live at|lives at|living at|residing at|resides at|deliver(?:ed)? to|card to|sent to|ship(?:ped)? to|address to|meet (?:me|you) at)[ \n]{1,3}(?<value>(?=[^\n?!]{0,40}\d)[\p{L}\d][^\n?!;"]{6,90}?)(?=[.?!;"]?(?:\s*$|\n|[.?!;"] )| (?:please|thanks|after|and|because|before)\b)/dgimu;

/**
 * Postal addresses of a street with a number, in the orders and words of the larger European languages, boxes, doors,
 * and what follows "my address is". Areas, cities and countries alone are topics and stay.
 */
export function detectAddress(text: string): readonly Finding[] {
  if (!/\d/.test(text)) return [];
  return [
    ...findMatches(text, "address", numbered, isAddress),
    ...findMatches(text, "address", compound, isAddress),
    ...findMatches(text, "address", named, isAddress),
    ...findMatches(text, "address", box),
    ...findMatches(text, "address", door),
    ...findMatches(text, "address", stated),
  ];
}

const quantity =
  /^\d{1,3}(?:[ -]\d{1,3})? (?:of|to|in|on|at|and|or|for|the|a|days?|hours?|minutes?|weeks?|months?|years?|people|persons?|miles?|tickets?|pm|am|star|bed|bedrooms?|different|examples?|main|main|best|top|word|words|sentences?|questions?|ways?|steps?|things?|nd|rd|th|st)(?![\p{L}])/iu;

function isAddress(value: string): boolean {
  return !quantity.test(value) && !/ (?:to|is|are|was|the|and|for|in|on|at|my|i|you|with|from) /i.test(value);
}
