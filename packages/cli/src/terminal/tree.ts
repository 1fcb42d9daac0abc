import type { PublishedCluster } from "@observatory/clio";
import { formatCount, formatShare } from "./format.ts";
import { toTerminalText, type Paint } from "./paint.ts";
import { cutToWidth, padToWidth, textWidth } from "./text-width.ts";

export interface TreeOptions {
  /** How many levels from the top to show. */
  readonly depth: number;
  readonly columns: number;
  readonly paint: Paint;
}

const barWidth = 10;
const numbersWidth = 8 + 2 + 7 + 2 + barWidth + 2;

/** Lines of the hierarchy, top clusters first, each with conversations, share and a bar of its share of the largest. */
export function toTreeLines(clusters: readonly PublishedCluster[], options: TreeOptions): string[] {
  const { paint } = options;
  const largest = Math.max(0, ...clusters.map((cluster) => cluster.conversations));
  const lines: string[] = [];
  const nameWidth = Math.max(24, options.columns - numbersWidth);

  const visit = (parent: string | null, indent: string, depth: number): void => {
    const family = clusters.filter((cluster) => cluster.parent === parent);
    family.forEach((cluster, index) => {
      const last = index === family.length - 1;
      const branch = depth === 0 ? "" : last ? "└─ " : "├─ ";
      const label = cutToWidth(indent + branch + toTerminalText(cluster.name), nameWidth);
      const padded = padToWidth(label, nameWidth);
      const bar = "█".repeat(Math.round((cluster.conversations / Math.max(1, largest)) * barWidth));
      const numbers = `${formatCount(cluster.conversations).padStart(8)}  ${formatShare(cluster.share).padStart(7)}`;
      lines.push(
        `${depth === 0 ? paint("bold", padded) : padded}${numbers}  ${paint("cyan", bar)}`.trimEnd(),
      );
      if (depth + 1 < options.depth) {
        visit(cluster.id, indent + (depth === 0 ? "" : last ? "   " : "│  "), depth + 1);
      }
    });
  };
  visit(null, "", 0);
  const header = `${padToWidth("", nameWidth)}${"chats".padStart(8)}  ${"share".padStart(7)}`;
  return lines.length === 0 ? [] : [paint("dim", header.slice(0, Math.max(textWidth(header), 1))), ...lines];
}
