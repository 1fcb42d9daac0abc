import { InputError } from "@observatory/core";
import { stat } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import type { GraphOutline } from "./graph-outline.ts";

/** A file that holds weights of a graph. */
export interface WeightFile {
  /** As the graph names it. */
  readonly location: string;
  readonly path: string;
  readonly bytes: number;
}

/**
 * Finds the files beside an `.onnx` file that hold its weights; none where it holds them itself. Throws InputError, with
 * the file, for one that is not there or shorter than the graph needs, and for one outside its folder.
 */
export async function findWeightFiles(
  path: string,
  { weightFiles }: Pick<GraphOutline, "weightFiles">,
): Promise<WeightFile[]> {
  return Promise.all(
    [...weightFiles].map(async ([location, needed]) => {
      if (posix.isAbsolute(location) || /(?:^|[\\/])\.\.(?:[\\/]|$)|^[A-Za-z]:/u.test(location)) {
        throw new InputError(`${path} looks for weights outside its folder: ${location}`, {
          hint: "Export it with its weights beside it.",
        });
      }
      const found = join(dirname(path), location);
      const bytes = (await stat(found).catch(() => null))?.size ?? null;
      if (bytes !== null && bytes >= needed) return { location, path: found, bytes };
      const state = bytes === null ? "is not there" : `is cut short: ${bytes} of ${needed} bytes`;
      throw new InputError(`${found}, which holds weights of ${path}, ${state}`, {
        hint: "Bring or fetch it again, under this name.",
      });
    }),
  );
}
