import validator from "validator";
import { hasLuhnDigit, isMonthAndDay, toDigits, weighDigits } from "./check-digits.ts";
import type { IdentityFormat } from "./identity-format.ts";

/** National numbers of persons in the Americas. */
export const americanFormats: readonly IdentityFormat[] = [
  {
    name: "US social security and tax number",
    pattern: /(?<![\p{L}\p{N}-])\d{3}-\d{2}-\d{4}(?![\p{L}\p{N}-])/gu,
  },
  {
    name: "US social security number with spaces",
    pattern: /(?<![\p{L}\p{N}-])(?!000|666)\d{3} (?!00)\d{2} (?!0000)\d{4}(?![\p{L}\p{N}-]| \d)/gu,
  },
  {
    name: "Canadian SIN",
    pattern: /(?<![\p{L}\p{N}-])\d{3}[ -]\d{3}[ -]\d{3}(?![\p{L}\p{N}-]| \d)/gu,
    isValid: hasLuhnDigit,
  },
  {
    name: "Brazilian CPF",
    pattern:
      /(?<![\p{L}\p{N}.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\p{L}\p{N}-])|(?<![\p{L}\p{N}.-])\d{11}(?![\p{L}\p{N}])/gu,
    isValid: (value) => validator.isTaxID(value.replace(/\D/g, ""), "pt-BR"),
  },
  {
    name: "Mexican CURP",
    pattern: /(?<![\p{L}\p{N}])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?![\p{L}\p{N}])/gu,
    isValid: (value) => isMonthAndDay(Number(value.slice(6, 8)), Number(value.slice(8, 10))),
  },
  {
    name: "Chilean RUT",
    pattern: /(?<![\p{L}\p{N}.-])\d{1,2}\.?\d{3}\.?\d{3}-[\dkK](?![\p{L}\p{N}-])/gu,
    isValid: isRut,
  },
  {
    name: "Argentine CUIL",
    pattern: /(?<![\p{L}\p{N}-])(?:20|23|24|27)-\d{8}-\d(?![\p{L}\p{N}-])/gu,
    isValid: (value) => {
      const digits = toDigits(value);
      return (11 - (weighDigits(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digits[10];
    },
  },
];

function isRut(value: string): boolean {
  const body = toDigits(value.slice(0, -1)).toReversed();
  const rest = 11 - (body.reduce((sum, digit, index) => sum + digit * (2 + (index % 6)), 0) % 11);
  const check = rest === 11 ? "0" : rest === 10 ? "K" : String(rest);
  return check === value.slice(-1).toUpperCase();
}
