import { z } from "zod";

// Schemas that take what models write instead of what they were asked for, where the meaning is clear.

/** A whole number, also at the start of a string ("2", "2/5", "2: fine"). */
export function wholeNumber(least: number, most: number) {
  return z.preprocess((value) => {
    const digits = typeof value === "string" ? /^\s*(\d{1,3})(?![\d.,])/u.exec(value)?.[1] : undefined;
    return digits === undefined ? value : Number(digits);
  }, z.number().int().min(least).max(most));
}

/** A number, also as a string or in percent; anything else becomes 0. */
export function weight() {
  return z.preprocess(toWeight, z.number());
}

function toWeight(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? value : 0;
  if (typeof value !== "string") return 0;
  const digits = /^\s*(\d{1,6}(?:\.\d{1,12})?)\s*(%?)\s*$/u.exec(value);
  return digits === null ? 0 : Number(digits[1]) / (digits[2] === "%" ? 100 : 1);
}

/** True or false, also as a word. */
export function yesOrNo() {
  return z.preprocess((value) => {
    if (typeof value !== "string") return value;
    const word = value.trim().toLowerCase();
    if (word === "true" || word === "yes") return true;
    return word === "false" || word === "no" ? false : value;
  }, z.boolean());
}

/** A list of at least `least` items; a single item counts as a list of one, and what is beyond `kept` is dropped. */
export function listOf<T extends z.ZodType>(
  item: T,
  limits: { readonly least?: number; readonly most: number; readonly kept?: number },
) {
  const kept = limits.kept ?? limits.most;
  const items = limits.least === undefined ? z.array(item) : z.array(item).min(limits.least);
  const list = kept === limits.most ? items.max(limits.most) : items.meta({ maxItems: limits.most });
  return z.preprocess((value) => {
    if (Array.isArray(value)) return value.slice(0, kept) as unknown[];
    return value === null || value === undefined ? value : [value];
  }, list);
}
