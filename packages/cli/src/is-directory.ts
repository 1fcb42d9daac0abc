import { stat } from "node:fs/promises";

/** Whether there is a directory of this name. */
export async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}
