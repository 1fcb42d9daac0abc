import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryDirectory, type TemporaryDirectory } from "@observatory/core/testing";

/** A temporary directory with files to import. */
export interface ImportDirectory extends TemporaryDirectory {
  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array): string;
}

export function createImportDirectory(): ImportDirectory {
  const directory = createTemporaryDirectory();
  return {
    ...directory,
    write: (name, content) => {
      const path = join(directory.path, name);
      writeFileSync(path, content);
      return path;
    },
  };
}
