import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const socialSecurity = /(?<![\p{L}\p{N}-])\d{3}-\d{2}-\d{4}(?![\p{L}\p{N}-])/gu;
const nameOfNumber =
  "(?:passport|driver'?s?'? licen[cs]e|driving licen[cs]e|licen[cs]e|licen[cs]e plate|number plate|ssn|social security|national insurance|national id|identity card|id card|tax id|patient id|member(?:ship)? id|customer id|student id|employee id|account|acct|routing|policy|case|order|booking|reference|tracking|confirmation|invoice|паспорт|снилс|инн|dni|nif|cpf|ausweis(?:nummer)?)";
const stated = new RegExp(
  `(?<![\\p{L}\\p{N}])${nameOfNumber}(?: (?:number|num|no\\.?|nr\\.?|#|№))?(?: (?:is|was)|:)?[ #:]{1,3}(?<value>(?=[\\w-]{0,20}\\d[\\w-]{0,20}\\d)[A-Z0-9][A-Z0-9-]{3,24})(?![\\p{L}\\p{N}])`,
  "dgiu",
);
const postcode =
  /(?<![\p{L}\p{N}])(?:zip(?: ?code)?|postal code|postcode|plz)(?: (?:is|of))?[ :]{1,3}(?<value>\d[\d -]{1,9}[\dA-Z]{0,3}(?: [A-Z]{2})?|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})(?![\p{L}\p{N}])/dgiu;

/** Social security numbers by shape; passport, licence, account, order and postal codes after the word that names them. */
export function detectIdentityNumber(text: string): readonly Finding[] {
  if (!/\d/.test(text)) return [];
  return [
    ...findMatches(text, "id", socialSecurity),
    ...findMatches(text, "id", stated, (value) => (value.match(/\d/g)?.length ?? 0) >= 3),
    ...findMatches(text, "id", postcode),
  ];
}
