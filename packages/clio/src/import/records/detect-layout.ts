import { parseJson } from "@observatory/core";

/** How records are laid out in a file: one a line, or as elements of an array or objects over several lines. */
export type Layout = "lines" | "elements";

/**
 * Tells the layout from the first bytes of a file in UTF-8.
 *
 * `[` starts an array. `{` starts an object over several lines if the first line is no object and the next one does not
 * start another. Everything else is lines, so that damage in the first record does not change how the rest is read.
 */
export function detectLayout(head: Buffer): Layout {
  const text = head.toString("utf8").replaceAll("\0", "").trimStart();
  if (text.startsWith("[")) return "elements";
  if (!text.startsWith("{")) return "lines";
  const end = text.indexOf("\n");
  if (end === -1 || parseJson(text.slice(0, end)).ok) return "lines";
  const next = text.slice(end).trimStart();
  return /^["}]/.test(next) ? "elements" : "lines";
}
