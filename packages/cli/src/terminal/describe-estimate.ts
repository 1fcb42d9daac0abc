import type { RunEstimate, StageEstimate } from "@observatory/clio";
import { formatCount, formatDollars } from "./format.ts";
import { toTerminalText, type Paint } from "./paint.ts";
import { toTable } from "./table.ts";

export interface DescribeEstimateOptions {
  readonly paint: Paint;
  /** Day on which the prices were looked up. */
  readonly pricesDate: string;
  /** What `--embedder` says. */
  readonly embedder: string;
}

/** An estimate for a person: a table by stage, what it is made of, and what is not known. */
export function describeEstimate(
  { stages, totals, input, levelSizes, unpriced, assumptions }: RunEstimate,
  { paint, pricesDate, embedder }: DescribeEstimateOptions,
): string[] {
  const levels = levelSizes.map(formatCount).join(" > ");
  const plan = `${formatCount(input.conversations)} conversations, ${formatCount(input.distinct)} of them distinct; clusters planned, base first: ${levels}`;
  const notCounted =
    embedder === "builtin"
      ? []
      : [`Embeddings by ${toTerminalText(embedder)} are not counted, neither here nor for --budget.`];
  if (stages.length === 0) return [plan, "No language model is asked: 0 calls, $0.", ...notCounted];
  const right = { align: "right" } as const;
  return [
    ...toTable(
      [
        { title: "stage" },
        { title: "model" },
        { title: "calls", ...right },
        { title: "tokens in", ...right },
        { title: "tokens out", ...right },
        { title: "cost", ...right },
      ],
      [
        ...stages.map((stage) => [
          stage.stage,
          toTerminalText(stage.model),
          ...toNumbers(stage),
          formatDollars(stage.costUsd),
        ]),
        ["all", "", ...toNumbers(totals), formatDollars(totals.costUsd)],
      ],
    ),
    "",
    plan,
    ...stages.flatMap(describeInterval),
    ...assumptions,
    ...notCounted,
    paint("dim", `Prices of ${pricesDate}, in US dollars.`),
    ...unpriced.map((model) =>
      paint(
        "yellow",
        `No price is known for ${toTerminalText(model)}, so its cost is not: give one by --prices FILE.`,
      ),
    ),
  ];
}

function toNumbers(count: Pick<StageEstimate, "calls" | "inputTokens" | "outputTokens">): string[] {
  return [count.calls, count.inputTokens, count.outputTokens].map(formatCount);
}

function describeInterval({ stage, inputInterval: interval }: StageEstimate): string[] {
  if (interval === undefined) return [];
  return [
    `${stage}: with 95 % certainty between ${formatCount(interval.low)} and ${formatCount(interval.high)} tokens in, as far as the sample goes`,
  ];
}
