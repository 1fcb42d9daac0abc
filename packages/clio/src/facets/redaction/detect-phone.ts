import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const candidate =
  /(?<![\p{Lu}\p{Ll}\p{N}.,$€£:/-])(?:\+|00)?\(?\d{1,12}\)?(?:[ .()/-]{1,2}\d{1,8}){0,6}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\p{Lu}\p{Ll}\p{N}]|[.,:/-]\d)/giu;
const cue =
  /(?:phone|tel|telephone|mobile|cell|call|calling|called|text|texting|sms|whatsapp|fax|dial|ring|reach|contact|number is|messages to|answering at|registered|tel[eé]fono|téléphone|handy|rufnummer|телефон|звони|номер|电话|電話|手机|手機|携帯|전화|هاتف|फोन)[^\n\d]{0,24}\n?$/iu;
const cueAfter = /^[\s-]{1,2}(?:office|fax|mobile|cell|home|work|desk)(?![\p{L}])/iu;
const dateOrRange =
  /^(?:(?:19|20)\d\d[-./ ]\d{1,2}(?:[-./ ]\d{1,2})?(?:\s\d{1,2})?|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d|(?:1\d|20)\d\d ?[-/] ?(?:1\d|20)?\d\d)$/;
const notPhone = /^\(?\d+\.\d+$|^\d{1,3}(?:\.\d{1,3}){3}$/;
const northAmerican = /^\+?1?[ .-]?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]\d{4}(?: ?(?:x|ext).{0,8})?$/i;

/**
 * Telephone numbers: international ones that are valid for their country, the North American shape, groups of digits
 * with a leading zero or brackets, and any 6 to 15 digits after a word such as "call". Dates, ranges of years and
 * plain quantities are left alone.
 */
export function detectPhone(text: string): readonly Finding[] {
  if (!/\d\D{0,3}\d\D{0,3}\d/.test(text)) return [];
  return findMatches(text, "phone", candidate, (value, start) => {
    const digits = value.replace(/(?:x|ext).*$/i, "").replace(/\D/g, "");
    if (
      digits.length < 6 ||
      digits.length > 15 ||
      dateOrRange.test(value.replace(/[()]/g, "")) ||
      notPhone.test(value)
    )
      return false;
    if (value.startsWith("+")) return parsePhoneNumberFromString(value)?.isPossible() ?? false;
    const end = start + value.length;
    if (cue.test(text.slice(Math.max(0, start - 48), start)) || cueAfter.test(text.slice(end, end + 12)))
      return digits.length >= 7 || /\D/.test(value);
    if (northAmerican.test(value)) return true;
    const groups = value.split(/\D+/).filter((group) => group.length > 0);
    if (groups.length < 2 || digits.length < 8 || groups.some((group) => group.length === 1)) return false;
    return /^(?:\(|0\d|00)/.test(value) && groups.length <= 6;
  });
}
