import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const digits = /(?<![\p{L}\p{N}.,_$€£-])\d{9,}(?![\p{L}\p{N}_]|[.,]\d)/gu;

/** Whole numbers of nine digits or more: accounts, orders, identities of any country. Decimals and amounts stay. */
export function detectLongNumber(text: string): readonly Finding[] {
  return findMatches(text, "number", digits, (value) => !/^\d0+$/.test(value));
}
