import { stat } from "node:fs/promises";

/** Whether there is a file at a path. What cannot be looked at counts as absent. */
export function fileExists(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
