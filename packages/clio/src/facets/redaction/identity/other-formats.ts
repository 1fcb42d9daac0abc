import validator from "validator";
import { hasLuhnDigit, isMonthAndDay, toDigits, weighDigits } from "./check-digits.ts";
import type { IdentityFormat } from "./identity-format.ts";

/** National numbers of persons in Asia, Africa and Oceania. */
export const otherFormats: readonly IdentityFormat[] = [
  {
    name: "Indian Aadhaar",
    pattern: /(?<![\p{L}\p{N}-])[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}(?![\p{L}\p{N}-]| \d)/gu,
    isValid: (value) => validator.isIdentityCard(value.replace(/[ -]/g, ""), "IN"),
  },
  { name: "Indian PAN", pattern: /(?<![\p{L}\p{N}])[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z](?![\p{L}\p{N}])/gu },
  {
    name: "Chinese resident number",
    pattern: /(?<![A-Za-z\p{N}])[1-9]\d{16}[\dXx](?![A-Za-z\p{N}])/gu,
    isValid: (value) => {
      const check =
        weighDigits(toDigits(value.slice(0, 17)), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
      return "10X98765432".charAt(check) === value.slice(-1).toUpperCase();
    },
  },
  {
    name: "Korean resident number",
    pattern: /(?<![A-Za-z\p{N}-])\d{6}-[1-8]\d{6}(?![A-Za-z\p{N}-])/gu,
    isValid: (value) => isMonthAndDay(Number(value.slice(2, 4)), Number(value.slice(4, 6))),
  },
  {
    name: "Taiwanese identity number",
    pattern: /(?<![A-Za-z\p{N}])[A-Z][1289]\d{8}(?![A-Za-z\p{N}])/gu,
    isValid: (value) => validator.isIdentityCard(value, "zh-TW"),
  },
  { name: "Hong Kong identity card", pattern: /(?<![A-Za-z\p{N}])[A-Z]{1,2}\d{6}\([\dA]\)/gu },
  {
    name: "Singaporean NRIC",
    pattern: /(?<![\p{L}\p{N}])[STFGM]\d{7}[A-Z](?![\p{L}\p{N}])/gu,
    isValid: isNric,
  },
  {
    name: "Australian tax file number",
    pattern: /(?<![\p{L}\p{N}-])\d{3}[ -]\d{3}[ -]\d{3}(?![\p{L}\p{N}-]| \d)/gu,
    isValid: (value) => weighDigits(toDigits(value), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  },
  {
    name: "South African identity number",
    pattern: /(?<![\p{L}\p{N}-])\d{6} ?\d{4} ?[01]\d{2}(?![\p{L}\p{N}-])/gu,
    isValid: (value) =>
      hasLuhnDigit(value) && isMonthAndDay(Number(value.slice(2, 4)), Number(value.slice(4, 6))),
  },
];

function isNric(value: string): boolean {
  const first = value.charAt(0);
  const raised = first === "T" || first === "G" ? 4 : first === "M" ? 3 : 0;
  const rest = (weighDigits(toDigits(value), [2, 7, 6, 5, 4, 3, 2]) + raised) % 11;
  const checks = first === "M" ? "KLJNPQRTUWX" : /[ST]/.test(first) ? "JZIHGFEDCBA" : "XWUTRQPNMLK";
  return checks.charAt(first === "M" ? 10 - rest : rest) === value.slice(-1);
}
