import { UsageError } from "@observatory/core";
import { extname } from "node:path";
import { writeLines, type CommandContext } from "./context.ts";

/** Writes the page over runs or benchmarks into one file and says so. */
export async function writeReport(
  paths: readonly string[],
  out: string,
  context: CommandContext,
): Promise<void> {
  if (![".html", ".htm"].includes(extname(out).toLowerCase())) {
    throw new UsageError(`${out} would not open in a browser`, { hint: "Give a name that ends in .html." });
  }
  const { renderSources } = await import("@observatory/explorer");
  const { writeFileAtomic } = await import("@observatory/store");
  const html = await renderSources(paths, { signal: context.signal });
  await writeFileAtomic(out, html);
  writeLines(context, [
    `${out}: ${Math.ceil(html.length / 1_000).toLocaleString("en")} kB, opens by double click`,
  ]);
}
