import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const date = `(?:\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month},?(?: \\d{2,4})?|${month} \\d{1,2}(?:st|nd|rd|th)?,?(?: \\d{4})?|(?:19|20)\\d\\d)`;
const stated = new RegExp(
  `(?<![\\p{L}])(?:born|birth|birthday|birthdate|dob|d\\.o\\.b\\.|родился|родилась|geboren|né|née|nacid[oa]|nat[oa])(?: (?:is|was|on|in|the|il|am|le|el|it's))*[ .:,?]{1,3}(?:(?:it's|its|is|on|in) )?(?<value>${date})(?![\\p{L}\\p{N}])`,
  "dgiu",
);

/** Dates after a word of birth. Other dates are topics ("flights on March 3rd") and stay. */
export function detectBirthDate(text: string): readonly Finding[] {
  return /\d/.test(text) ? findMatches(text, "date", stated) : [];
}
