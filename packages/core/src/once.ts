/**
 * Makes something at the first wish and gives the same from then on: for what is dear to make and not always needed. A
 * promise is kept also where it failed: what must be tried again has no place here.
 *
 * @example
 * const open = once(() => openCallJournal(directory, { scope }));
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
