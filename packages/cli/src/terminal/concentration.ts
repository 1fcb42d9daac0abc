import type { ConcentrationReport } from "@observatory/clio";
import { formatCount } from "./format.ts";
import { toTable } from "./table.ts";

const reasons = { "few-accounts": "few accounts", copies: "copies of one text" } as const;

/** The most concentrated clusters as a table, and how many stand on few. */
export function toConcentrationLines(
  { clusters }: ConcentrationReport,
  { top }: { readonly top: number },
): string[] {
  const inOrder = clusters.toSorted(
    (a, b) =>
      b.reasons.length - a.reasons.length ||
      a.effectiveAccounts - b.effectiveAccounts ||
      (a.id < b.id ? -1 : 1),
  );
  const rows = inOrder
    .slice(0, top)
    .map((cluster) => [
      cluster.id,
      `${cluster.level}`,
      formatCount(Math.round(cluster.conversations)),
      formatCount(cluster.accounts),
      cluster.effectiveAccounts.toFixed(1),
      toPercent(cluster.largestAccount),
      toPercent(cluster.largestCopies),
      cluster.reasons.map((reason) => reasons[reason]).join(", "),
      cluster.name ?? "(not shown)",
    ]);
  const right = { align: "right" } as const;
  const columns = [
    { title: "cluster" },
    { title: "level", ...right },
    { title: "chats", ...right },
    { title: "accounts", ...right },
    { title: "effective", ...right },
    { title: "largest account", ...right },
    { title: "largest copies", ...right },
    { title: "stands on" },
    { title: "name" },
  ];
  const few = clusters.filter((cluster) => cluster.reasons.length > 0);
  const shown = few.filter(({ name }) => name !== null).length;
  return [
    ...toTable(columns, rows),
    "",
    `${formatCount(few.length)} of ${formatCount(clusters.length)} clusters stand on few, ${formatCount(shown)} of them shown; exact numbers, not for publication`,
  ];
}

function toPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
