import type { ClioRunReport } from "@observatory/clio";
import { formatCount } from "./format.ts";
import { toTable, type Column } from "./table.ts";

const columns: readonly Column[] = [
  { title: "stage" },
  { title: "calls", align: "right" },
  { title: "from journal", align: "right" },
  { title: "tokens in", align: "right" },
  { title: "of them cached", align: "right" },
  { title: "tokens out", align: "right" },
  { title: "US dollars", align: "right" },
];

type Usage = ClioRunReport["usage"][string];

/** What calls to models took, by stage and in all, as a table; nothing where there were none. */
export function toUsageLines(
  usage: ClioRunReport["usage"],
  options: { readonly priced: boolean },
): readonly string[] {
  const stages = Object.entries(usage);
  if (stages.length === 0) return [];
  const all = stages.map(([, ofStage]) => ofStage).reduce(add);
  const rows = [...stages, ["together", all] as const].map(([stage, ofStage]) => [
    stage,
    formatCount(ofStage.calls),
    formatCount(ofStage.reusedCalls),
    formatCount(ofStage.inputTokens),
    formatCount(ofStage.cachedInputTokens),
    formatCount(ofStage.outputTokens),
    options.priced ? ofStage.costUsd.toFixed(ofStage.costUsd < 1 ? 4 : 2) : "not known",
  ]);
  return toTable(columns, rows);
}

function add(a: Usage, b: Usage): Usage {
  return {
    calls: a.calls + b.calls,
    inputTokens: a.inputTokens + b.inputTokens,
    cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: a.costUsd + b.costUsd,
    reusedCalls: a.reusedCalls + b.reusedCalls,
  };
}
