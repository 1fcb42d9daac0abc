import type { ClusterName } from "../../analyst.ts";
import { shorten } from "../../facets/request/shorten.ts";
import { escapeMarkup } from "../../prepare/escape-markup.ts";

/** Most UTF-16 code units of each kind of text in a prompt; what is longer is cut with an ellipsis. */
const longest = { summary: 280, name: 120, description: 600, question: 1000, word: 40 } as const;

/** What stands in a prompt as one line. */
type LineTag = keyof typeof longest;

/** `<tag>text</tag>` on a line of its own, the text escaped, on one line and cut to a fixed length. */
export function toLine(tag: LineTag, text: string): string {
  return `<${tag}>${escapeMarkup(shorten(text, longest[tag]))}</${tag}>\n`;
}

/** `<tag>` around a list of lines, of which no more than `most` are shown. */
export function toList(
  tag: string,
  lines: { readonly tag: LineTag; readonly texts: readonly string[]; readonly most: number },
): string {
  const shown = lines.texts.slice(0, lines.most).map((text) => toLine(lines.tag, text));
  return `<${tag}>\n${shown.join("")}</${tag}>\n`;
}

/** `<cluster>` with name and description. */
export function toClusterTag({ name, description }: ClusterName): string {
  return `<cluster>${toLine("name", name).trimEnd()}${toLine("description", description).trimEnd()}</cluster>\n`;
}
