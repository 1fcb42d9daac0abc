import { growAddress } from "./address/grow-address.ts";
import { detectHanAddress } from "./address/han-address.ts";
import {
  compoundStreet,
  corner,
  doorOfHouse,
  followedStreet,
  framedStreet,
  namedStreet,
  numberedPlace,
  numberedStreet,
  postBox,
  statedAddress,
} from "./address/street-patterns.ts";
import { findMatches } from "./find-matches.ts";
import type { Finding } from "./finding.ts";
import { isOrdinaryWord } from "./names/ordinary-words.ts";

/**
 * Postal addresses of a street with a number, in the orders and words of many languages, boxes, doors, street corners,
 * and what follows "my address is", each with the place, country and postcode beside it. Areas, cities and countries alone
 * are topics and stay.
 */
export function detectAddress(text: string): readonly Finding[] {
  const findings = text.includes("orner of ") ? findMatches(text, "address", corner) : [];
  if (!/\d/.test(text)) return findings;
  const parts = [
    ...findMatches(text, "address", numberedStreet, isAddress),
    ...findMatches(text, "address", numberedPlace, isAddress),
    ...findMatches(text, "address", compoundStreet, isCompound),
    ...findMatches(text, "address", namedStreet, isAddress),
    ...findMatches(text, "address", followedStreet, isAddress),
    ...findMatches(text, "address", framedStreet, isAddress),
    ...findMatches(text, "address", postBox),
    ...findMatches(text, "address", doorOfHouse),
    ...findMatches(text, "address", statedAddress),
  ];
  const grown = parts.map(({ kind, start, end }) => {
    const [from, to] = growAddress(text, start, end);
    // The full stop of "St." is the address's, that of "Road." the sentence's.
    const stops = /\p{L}{4}\.$/u.test(text.slice(Math.max(from, to - 5), to));
    return { kind, start: from, end: stops ? to - 1 : to };
  });
  return [...findings, ...joinOverlapping(grown), ...detectHanAddress(text)];
}

const quantity =
  /^\d{1,3}(?:[ -]\d{1,3})? (?:of|to|in|on|at|and|or|for|the|a|days?|hours?|minutes?|weeks?|months?|years?|people|persons?|miles?|km|tickets?|pm|am|star|bed|bedrooms?|different|examples?|main|best|top|way|one|round|word|words|sentences?|questions?|ways?|steps?|things?|nd|rd|th|st)(?![\p{L}])/iu;

function isAddress(value: string): boolean {
  const isStreet = !quantity.test(value) || /^\d{1,6} main st/i.test(value);
  return isStreet && !/ (?:to|is|are|was|and|for|in|on|at|my|i|you|with|from|your|it|that) /i.test(value);
}

/** "During 1971" and "investigate 3 cases" end like streets of other languages. */
function isCompound(value: string): boolean {
  const words = value.split(/[\s\d,/-]+/).filter((word) => word !== "");
  return isAddress(value) && !words.every(isOrdinaryWord);
}

function joinOverlapping(findings: readonly Finding[]): readonly Finding[] {
  const joined: Finding[] = [];
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || finding.start > last.end) joined.push(finding);
    else joined[joined.length - 1] = { ...last, end: Math.max(last.end, finding.end) };
  }
  return joined;
}
