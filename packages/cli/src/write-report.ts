import { UsageError } from "@observatory/core";
import { extname } from "node:path";
import { writeLines, type CommandContext } from "./context.ts";

/** Writes the page over runs or benchmarks into one file and says so. */
export async function writeReport(
  paths: readonly string[],
  out: string,
  context: CommandContext,
): Promise<void> {
  requirePageName(out);
  const { renderSources } = await import("@observatory/explorer");
  await writePage(out, await renderSources(paths, { signal: context.signal }), context);
}

/** Writes the page over released files, with what was evaluated of them, into one file and says so. */
export async function writeFilesReport(
  paths: readonly string[],
  out: string,
  options: { readonly results: string | undefined; readonly images: string | undefined },
  context: CommandContext,
): Promise<void> {
  requirePageName(out);
  const { renderFiles } = await import("@observatory/explorer");
  await writePage(out, await renderFiles(paths, { ...options, signal: context.signal }), context);
}

/** Throws UsageError for a name that a browser would not open. */
function requirePageName(out: string): void {
  if (![".html", ".htm"].includes(extname(out).toLowerCase())) {
    throw new UsageError(`${out} would not open in a browser`, { hint: "Give a name that ends in .html." });
  }
}

async function writePage(out: string, html: string, context: CommandContext): Promise<void> {
  const { writeFileAtomic } = await import("@observatory/store");
  await writeFileAtomic(out, html);
  writeLines(context, [
    `${out}: ${Math.ceil(html.length / 1_000).toLocaleString("en")} kB, opens by double click`,
  ]);
}
