import validator from "validator";
import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const candidate =
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?![\p{L}\p{N}])/giu;
const stated =
  /(?<![\p{L}\p{N}])iban(?: (?:is|number|no\.?|code))?[ :]{1,3}(?<value>[a-z]{2}\d{2}[a-z0-9 ]{8,36}[a-z0-9])(?![\p{L}\p{N}])/dgiu;

/** International bank account numbers with correct check digits, or whatever has their shape after the word IBAN. */
export function detectIban(text: string): readonly Finding[] {
  return [
    ...findMatches(text, "iban", candidate, (value) =>
      validator.isIBAN(value.replace(/[ -]/g, "").toUpperCase()),
    ),
    ...findMatches(text, "iban", stated, (value) => (value.match(/\d/g)?.length ?? 0) >= 8),
  ];
}
