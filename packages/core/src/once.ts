/**
 * Makes something at the first wish and gives the same promise from then on, also where it failed: what must be tried again
 * has no place here.
 *
 * @example
 * const open = once(() => openCallJournal(directory, { scope }));
 */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
