import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const month =
  "(?:jan|feb|fév|mar|mär|mrt|apr|avr|abr|kwi|may|mai|mei|mag|maj|jun|jui|giu|cze|jul|lug|lip|aug|aoû|ago|sie|sep|set|wrz|oct|okt|ott|out|paź|nov|lis|dec|dez|déc|dic|gru|ene|gen|sty|lut|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[\\p{L}]{0,8}\\.?";
const date = `(?:\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}|\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?(?: (?:of|de|di))? ${month},?(?: (?:de |del )?\\d{2,4})?|${month} \\d{1,2}(?:st|nd|rd|th)?,?(?: \\d{4})?|\\d{4}年\\d{1,2}月\\d{1,2}[日号]|(?:19|20)\\d\\d)`;
const stated = new RegExp(
  `(?<![\\p{L}])(?:born|birth|birthday|birthdate|bday|dob|d\\.o\\.b\\.|родился|родилась|дата рождения|д\\.р\\.|geboren|geb\\.|geburtsdatum|geburtstag|né|née|naissance|nacid[oa]|nací|nacimiento|nat[oa]|nascit[oa]|nascid[oa]|nasci|nascimento|geboortedatum|född|født|urodzon[ya]|urodzenia|syntynyt|doğum tarihi)(?: (?:is|was|on|in|the|il|am|le|el|em|den|dnia|it's|ist|est|es|is on|of|at))* {0,2}[ .:,?]{1,3}(?:(?:it's|its|is|on|in) )?(?<value>${date})(?![\\p{L}\\p{N}])`,
  "dgiu",
);
const statedInHan =
  /(?:出生(?:日期|年月日|于|於)?|生日|生年月日|生まれ|생년월일)(?:是|为|は|은|는)?[ :：]{0,2}(?<value>\d{4}[年./-]\d{1,2}[月./-]\d{1,2}[日号]?)/dgu;
const bornBehind = /(?<value>\d{4}年\d{1,2}月\d{1,2}[日号]?)(?:出生|生まれ)/dgu;

/** Dates after a word of birth, in several languages. Other dates are topics ("flights on March 3rd") and stay. */
export function detectBirthDate(text: string): readonly Finding[] {
  if (!/\d/.test(text)) return [];
  const findings = findMatches(text, "date", stated);
  if (/[生생]/.test(text))
    findings.push(...findMatches(text, "date", statedInHan), ...findMatches(text, "date", bornBehind));
  return findings;
}
