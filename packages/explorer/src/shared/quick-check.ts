/** Tells whether an unknown value is a T. */
export type Check<T> = (value: unknown) => value is T;

export const isText: Check<string> = (value) => typeof value === "string";
export const isNumber: Check<number> = (value): value is number => Number.isFinite(value);
export const isTruth: Check<boolean> = (value) => typeof value === "boolean";

/** A whole number from 0. */
export const isCount: Check<number> = (value): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value) => value === null || check(value);
}

export function oneOf<const T extends string>(...texts: readonly T[]): Check<T> {
  return (value): value is T => texts.some((text) => text === value);
}

export function listOf<T>(check: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(check);
}

/** Lower and upper end. */
export const isPair: Check<[number, number]> = (value): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(isNumber);

/** Values by keys of any name. */
export function tableOf<T>(check: Check<T>): Check<Record<string, T>> {
  return (value): value is Record<string, T> => isObject(value) && Object.values(value).every(check);
}

/**
 * An object with these fields; others may stand beside them.
 *
 * @example
 * const isPoint = shapeOf<{ x: number; y: number }>({ x: isNumber, y: isNumber });
 */
export function shapeOf<T>(fields: { readonly [Key in keyof T]-?: Check<T[Key]> }): Check<T> {
  const checks = Object.entries<(value: unknown) => boolean>(fields);
  return (value): value is T => isObject(value) && checks.every(([name, check]) => check(value[name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
