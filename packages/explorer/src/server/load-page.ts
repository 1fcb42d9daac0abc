import { StateError } from "@observatory/core";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The built page: its files by their path below it, with `/` as the separator. */
export type Page = ReadonlyMap<string, PageFile>;

export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** The same place from `src/server` and from `dist/server`. */
const builtPage = fileURLToPath(new URL("../../dist/page/", import.meta.url));

/**
 * Reads the built page into memory, so that nothing that a request says becomes a path.
 *
 * Throws StateError where it was not built.
 */
export async function loadPage(directory: string = builtPage): Promise<Page> {
  const names = await readdir(directory, { recursive: true }).catch((): string[] => []);
  if (!names.includes("index.html")) {
    throw new StateError("the page of the explorer is not built", { hint: "Run: npm run build" });
  }
  const files = names.filter((name) => extname(name) in types);
  const read = files.map(async (name): Promise<[string, PageFile]> => {
    const body = Uint8Array.from(await readFile(join(directory, name)));
    return [name.replaceAll(sep, "/"), { body, type: types[extname(name)] ?? "application/octet-stream" }];
  });
  return new Map(await Promise.all(read));
}
