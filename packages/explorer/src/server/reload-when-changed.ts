import { stat } from "node:fs/promises";

/**
 * A loader that keeps what it read for as long as one file stays the same: its time, its size and which file it is.
 *
 * `find` names that file; where it gives null or the file is gone, `load` is asked each time, since it knows the reason.
 * A failure is never kept.
 */
export function reloadWhenChanged<T>(
  find: () => Promise<string | null>,
  load: () => Promise<T>,
): () => Promise<T> {
  let kept: { readonly stamp: string; readonly value: Promise<T> } | null = null;
  return async () => {
    const path = await find();
    const stamp = path === null ? null : await readStamp(path);
    if (stamp !== null && kept?.stamp === stamp) return kept.value;
    const value = load();
    kept = stamp === null ? null : { stamp, value };
    value.catch(() => {
      if (kept?.value === value) kept = null;
    });
    return value;
  };
}

function readStamp(path: string): Promise<string | null> {
  return stat(path, { bigint: true }).then(
    ({ mtimeNs, size, ino }) => `${mtimeNs} ${size} ${ino}`,
    () => null,
  );
}
