/** The result of one item among many: a failure is a value here, so that it never stops the others. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

export function succeeded<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** @param reason a short kebab-case reason that can be counted, without any content of the item. */
export function failed(reason: string): Outcome<never> {
  return { ok: false, reason };
}
