import validator from "validator";
import { isMonthAndDay, toDigits, weighDigits } from "./check-digits.ts";
import type { IdentityFormat } from "./identity-format.ts";

const letters = "TRWAGMYFPDXBNJZSQVHLCKE";
const plain = (value: string): string => value.replace(/[ .-]/g, "").toUpperCase();
const isTaxId = (locale: string) => (value: string) => validator.isTaxID(plain(value), locale);

/** National numbers of persons in Europe. */
export const europeanFormats: readonly IdentityFormat[] = [
  {
    name: "British national insurance number",
    pattern:
      /(?<![\p{L}\p{N}])(?!BG|GB|NK|KN|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/giu,
  },
  {
    name: "British NHS number",
    pattern: /(?<![\p{L}\p{N}-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\p{L}\p{N}-])/gu,
    isValid: (value) => {
      const digits = toDigits(value);
      return (
        (11 - (weighDigits(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digits[9] &&
        new Set(digits).size > 2
      );
    },
  },
  {
    name: "German tax number",
    pattern: /(?<![\p{L}\p{N}-])\d{2} ?\d{3} ?\d{3} ?\d{3}(?![\p{L}\p{N}-]| \d)/gu,
    isValid: isTaxId("de-DE"),
  },
  {
    name: "French social security number",
    pattern:
      /(?<![\p{L}\p{N}])[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?![\p{L}\p{N}])/giu,
    isValid: isNir,
  },
  {
    name: "Spanish DNI and NIE",
    pattern: /(?<![\p{L}\p{N}])(?:\d{2}\.?\d{3}\.?\d{3}|[XYZ]-?\d{7})[ -]?[A-Z](?![\p{L}\p{N}])/giu,
    isValid: (value) => {
      const bare = plain(value).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)));
      return letters.charAt(Number(bare.slice(0, -1)) % 23) === bare.slice(-1);
    },
  },
  {
    name: "Italian codice fiscale",
    pattern:
      /(?<![\p{L}\p{N}])[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z](?![\p{L}\p{N}])/giu,
    isValid: isTaxId("it-IT"),
  },
  {
    name: "Dutch BSN",
    pattern: /(?<![\p{L}\p{N}.-])\d{4}\.?\d{2}\.?\d{3}(?![\p{L}\p{N}-]|[.,]\d)/gu,
    isValid: isTaxId("nl-NL"),
  },
  {
    name: "Polish PESEL",
    pattern: /(?<![\p{L}\p{N}.-])\d{11}(?![\p{L}\p{N}-]|[.,]\d)/gu,
    isValid: (value) => validator.isIdentityCard(value, "PL"),
  },
  {
    name: "Swedish personnummer",
    pattern: /(?<![\p{L}\p{N}-])(?:\d{2})?\d{6}[-+]\d{4}(?![\p{L}\p{N}-])/gu,
    isValid: (value) => isMonthAndDay(Number(value.slice(-9, -7)), Number(value.slice(-7, -5))),
  },
  {
    name: "Finnish henkilötunnus",
    pattern: /(?<![\p{L}\p{N}])\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![\p{L}\p{N}])/gu,
    isValid: (value) =>
      "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Number(value.slice(0, 6) + value.slice(7, 10)) % 31) ===
      value.slice(-1),
  },
  {
    name: "Norwegian and Danish numbers with a date",
    pattern: /(?<![\p{L}\p{N}-])\d{6} \d{5}(?![\p{L}\p{N}-])/gu,
    isValid: (value) => isMonthAndDay(Number(value.slice(2, 4)), Number(value.slice(0, 2))),
  },
  {
    name: "Belgian national number",
    pattern: /(?<![\p{L}\p{N}.-])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?![\p{L}\p{N}])/gu,
  },
  {
    name: "Swiss AHV number",
    pattern: /(?<![\p{L}\p{N}.-])756\.?\d{4}\.?\d{4}\.?\d{2}(?![\p{L}\p{N}])/gu,
    isValid: (value) => validator.isEAN(plain(value)),
  },
  {
    name: "Czech and Slovak birth number",
    pattern: /(?<![\p{L}\p{N}/-])\d{6}\/\d{3,4}(?![\p{L}\p{N}/-])/gu,
    isValid: (value) => isMonthAndDay(Number(value.slice(2, 4)), Number(value.slice(4, 6))),
  },
  {
    name: "Russian SNILS",
    pattern: /(?<![\p{L}\p{N}-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\p{L}\p{N}-])/gu,
    isValid: (value) => {
      const digits = toDigits(value);
      const rest = weighDigits(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
      return (rest === 100 ? 0 : rest) === Number(value.slice(-2));
    },
  },
  {
    name: "Turkish identity number",
    pattern: /(?<![\p{L}\p{N}.-])[1-9]\d{10}(?![\p{L}\p{N}-]|[.,]\d)/gu,
    isValid: (value) => {
      const digits = toDigits(value);
      const odd = weighDigits(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
      const even = weighDigits(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
      return (odd * 7 - even + 100) % 10 === digits[9] && (odd + even + (digits[9] ?? 0)) % 10 === digits[10];
    },
  },
];

/** The key is 97 less the rest of the number by 97; in Corsica 2A counts as 19 and 2B as 18. */
function isNir(value: string): boolean {
  const bare = plain(value).replace("2A", "19").replace("2B", "18");
  return bare.length === 15 && 97 - Number(BigInt(bare.slice(0, 13)) % 97n) === Number(bare.slice(13));
}
