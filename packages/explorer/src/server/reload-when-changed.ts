import { stat } from "node:fs/promises";

/**
 * A loader that keeps what it read for as long as the stamp stays the same.
 *
 * Where `stamp` gives null, `load` is asked each time, since it knows the reason. A failure is never kept.
 */
export function reloadWhenChanged<T>(
  stamp: () => Promise<string | null>,
  load: () => Promise<T>,
): () => Promise<T> {
  let kept: { readonly stamp: string; readonly value: Promise<T> } | null = null;
  return async () => {
    const now = await stamp();
    if (now !== null && kept?.stamp === now) return kept.value;
    const value = load();
    kept = now === null ? null : { stamp: now, value };
    value.catch(() => {
      if (kept?.value === value) kept = null;
    });
    return value;
  };
}

/** The file's time, its size and which file it is; null where it is gone. */
export function stampFile(path: string): Promise<string | null> {
  return stat(path, { bigint: true }).then(
    ({ mtimeNs, size, ino }) => `${mtimeNs} ${size} ${ino}`,
    () => null,
  );
}
