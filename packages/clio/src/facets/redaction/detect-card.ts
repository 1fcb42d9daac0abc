import validator from "validator";
import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const candidate = /(?<![\p{L}\p{N}.,])\d(?:[ -]?\d){11,18}(?![\p{L}\p{N}]|[.,]\d)/gu;
const cue = /card|visa|amex|maestro|discover|diners|karte|carte|tarjeta|карт|cc\b/iu;

/** Payment card numbers: 13 to 19 digits with a correct Luhn digit, or 12 to 19 after a word such as "card". */
export function detectCard(text: string): readonly Finding[] {
  return findMatches(text, "card", candidate, (value, start) => {
    const digits = value.replace(/\D/g, "");
    const named = cue.test(text.slice(Math.max(0, start - 40), start));
    return named || (digits.length >= 13 && validator.isLuhnNumber(digits) && !/^(\d)\1+$/.test(digits));
  });
}
